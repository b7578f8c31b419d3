package io.ttquant.exchanges.request;

/**
 * Which part of a history is asked for. What is {@link #ABSENT} is not sent.
 *
 * @param fromId the first id wanted
 * @param startMillis the earliest time wanted, epoch milliseconds, inclusive
 * @param endMillis the latest time wanted, epoch milliseconds, inclusive
 * @param limit most items of an answer
 */
public record Page(long fromId, long startMillis, long endMillis, int limit) {
    /** Not asked for. */
    public static final long ABSENT = -1;

    /** The newest items. */
    public static Page latest(int limit) {
        return new Page(ABSENT, ABSENT, ABSENT, limit);
    }

    /** From an id on. */
    public static Page fromId(long id, int limit) {
        return new Page(id, ABSENT, ABSENT, limit);
    }

    /** From a time on. */
    public static Page since(long startMillis, int limit) {
        return new Page(ABSENT, startMillis, ABSENT, limit);
    }

    /** Up to a time. */
    public static Page until(long endMillis, int limit) {
        return new Page(ABSENT, ABSENT, endMillis, limit);
    }

    /** Of a span of time. */
    public static Page between(long startMillis, long endMillis, int limit) {
        return new Page(ABSENT, startMillis, endMillis, limit);
    }
}
