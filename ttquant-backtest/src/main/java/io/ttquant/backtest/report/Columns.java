package io.ttquant.backtest.report;

/** What every series in columns must keep to. */
final class Columns {
    private Columns() {}

    static void requireLength(String column, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    "column " + column + " has " + length + " samples, the time column " + expected);
        }
    }

    static void requireRising(String series, long[] nanos) {
        for (int i = 1; i < nanos.length; i++) {
            if (nanos[i] <= nanos[i - 1]) {
                throw new IllegalArgumentException(series + " sample " + i + " is no later than the one before it");
            }
        }
    }
}
