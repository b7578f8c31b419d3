package io.ttquant.core.storage.schema;

/** What a column holds. Words are what fits a {@code long}; texts are what does not. */
public enum ColumnType {
    /** A code or a scale, -32768 to 32767. */
    SMALL(true),
    /** A time in epoch nanoseconds, a number, or a decimal without its point, whose scale stands in a column beside it. */
    LONG(true),
    /** A figure of analysis; NaN is kept as null. */
    REAL(true),
    /** Text. */
    TEXT(false),
    /** An exact decimal of any length, in plain digits without trailing zeros. */
    DECIMAL(false);

    private final boolean word;

    ColumnType(boolean word) {
        this.word = word;
    }

    /** Whether it fits a {@code long}. */
    public boolean isWord() {
        return word;
    }
}
