package io.ttquant.core.storage.write;

/** Why nothing, or not everything, is written at present. Safe from several threads. */
final class Trouble {
    private volatile String database = "";
    private volatile String spool = "";

    void database(String sentence) {
        database = sentence;
    }

    void spool(String sentence) {
        spool = sentence;
    }

    boolean isOfDatabase() {
        return !database.isEmpty();
    }

    boolean isNew(String ofDatabase) {
        return !database.equals(ofDatabase);
    }

    String sentence() {
        return both(database, spool);
    }

    /** Two sentences in one; either may be empty. */
    static String both(String one, String other) {
        return one + (one.isEmpty() || other.isEmpty() ? "" : "; ") + other;
    }

    static String of(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
