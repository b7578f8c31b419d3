package io.ttquant.core.storage.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what may be broken. */
public final class Quietly {
    private static final Logger LOG = LoggerFactory.getLogger(Quietly.class);

    private Quietly() {}

    /** Closes each, whatever becomes of the others. */
    public static void close(@Nullable AutoCloseable... all) {
        for (AutoCloseable one : all) {
            if (one != null) {
                close(one);
            }
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            LOG.debug("{} could not be closed", one, e);
        }
    }
}
