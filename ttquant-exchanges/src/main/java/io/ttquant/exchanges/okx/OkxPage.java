package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.request.Fields;

/**
 * Which part of a history is asked for. OKX answers newest first and pages by a cursor: the time of a row, or an id. What is {@link #ABSENT} is not
 * sent.
 *
 * @param after rows older than this cursor, exclusive
 * @param before rows newer than this cursor, exclusive; alone it gives the newest page, not the one next to the cursor
 * @param beginMillis the earliest time wanted, where the endpoint takes one
 * @param endMillis the latest time wanted, where the endpoint takes one
 * @param limit most rows of an answer
 */
public record OkxPage(long after, long before, long beginMillis, long endMillis, int limit) {
    /** Not asked for. */
    public static final long ABSENT = -1;

    /** The newest rows. */
    public static OkxPage latest(int limit) {
        return new OkxPage(ABSENT, ABSENT, ABSENT, ABSENT, limit);
    }

    /** Rows older than a cursor. */
    public static OkxPage after(long cursor, int limit) {
        return new OkxPage(cursor, ABSENT, ABSENT, ABSENT, limit);
    }

    /** Rows between two cursors, both exclusive. */
    public static OkxPage within(long before, long after, int limit) {
        return new OkxPage(after, before, ABSENT, ABSENT, limit);
    }

    /** Rows of a time on. */
    public static OkxPage since(long beginMillis, int limit) {
        return new OkxPage(ABSENT, ABSENT, beginMillis, ABSENT, limit);
    }

    void write(Fields f) {
        f.numberIf("after", after);
        f.numberIf("before", before);
        f.numberIf("begin", beginMillis);
        f.numberIf("end", endMillis);
        f.number("limit", limit);
    }
}
