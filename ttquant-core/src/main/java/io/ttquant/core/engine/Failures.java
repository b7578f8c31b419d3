package io.ttquant.core.engine;

import org.jspecify.annotations.Nullable;

/** What went wrong of several things that are all to be tried. */
final class Failures {
    private @Nullable RuntimeException first;

    /** Does one of them; false if it threw. */
    boolean run(Runnable part) {
        try {
            part.run();
            return true;
        } catch (RuntimeException e) {
            if (first == null) {
                first = e;
            }
            return false;
        }
    }

    /** Throws what went wrong first, if anything did. */
    void rethrow() {
        if (first != null) {
            throw first;
        }
    }
}
