package io.ttquant.exchanges.emulator.fault;

import java.util.function.Predicate;

/** A fault that waits for what it is meant for. */
final class Armed<S, F> {
    private final Predicate<S> isMeant;
    private final F fault;
    private int left;

    Armed(Predicate<S> isMeant, F fault, int times) {
        this.isMeant = isMeant;
        this.fault = fault;
        this.left = times;
    }

    boolean takes(S subject) {
        if (left == 0 || !isMeant.test(subject)) {
            return false;
        }
        left--;
        return true;
    }

    F fault() {
        return fault;
    }

    boolean isSpent() {
        return left == 0;
    }
}
