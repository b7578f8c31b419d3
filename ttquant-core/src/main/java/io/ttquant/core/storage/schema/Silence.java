package io.ttquant.core.storage.schema;

/** Keeps jOOQ from greeting in the user's log, unless the user has said what it shall do. */
final class Silence {
    static {
        for (String greeting : new String[] {"org.jooq.no-logo", "org.jooq.no-tips"}) {
            if (System.getProperty(greeting) == null) {
                System.setProperty(greeting, "true");
            }
        }
    }

    private Silence() {}

    /** Does so once. */
    static void keep() {}
}
