package io.ttquant.core.journal;

import io.ttquant.api.time.EpochNanos;

/** The kinds of fields of entries. */
enum FieldKind {
    /** A whole instrument. */
    DEFINITION,
    /** An instrument by its number. */
    INSTRUMENT,
    /** Words, or a name. */
    TEXT,
    /** Epoch nanoseconds. */
    TIME,
    /** A raw price of the entry's instrument. */
    PRICE,
    /** A raw quantity of the entry's instrument. */
    QUANTITY,
    /** Any other number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** A currency. */
    CURRENCY,
    /** A message of a book by level. */
    LEVELS,
    /** A message of a book by order. */
    ROWS,
    /** An order by its number: above zero of a strategy of this run, below of others. */
    ORDER,
    /** What an order asks for. */
    REQUEST,
    /** An order that others sent. */
    EXTERNAL,
    /** What an account holds. */
    SNAPSHOT,
    /** What it holds of a currency. */
    BALANCE;

    Object read(FrameInput in) {
        return switch (this) {
            case DEFINITION -> InstrumentWords.read(in);
            case INSTRUMENT -> in.instrument();
            case TEXT -> in.text();
            case TIME -> in.time();
            case PRICE, QUANTITY, NUMBER, ORDER -> in.number();
            case FLAG -> in.flag();
            case CURRENCY -> Words.currency(in);
            case LEVELS, ROWS -> in.bytes();
            case REQUEST -> Words.request(in);
            case EXTERNAL -> Words.external(in);
            case SNAPSHOT -> Words.snapshot(in);
            case BALANCE -> Words.balance(in);
        };
    }

    static String time(long nanos) {
        return nanos == EpochNanos.NEVER || nanos == Long.MIN_VALUE ? "-" : EpochNanos.format(nanos);
    }
}
