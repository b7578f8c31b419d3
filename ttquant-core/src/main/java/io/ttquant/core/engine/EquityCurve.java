package io.ttquant.core.engine;

import java.util.Arrays;

/** Equity over time in columns: the reporting currency's raw amount at each sample. */
public final class EquityCurve {
    private long[] timeNanos = new long[1024];
    private long[] rawEquity = new long[1024];
    private int size;

    EquityCurve() {}

    void add(long nanos, long raw) {
        if (size > 0 && timeNanos[size - 1] == nanos) {
            rawEquity[size - 1] = raw;
            return;
        }
        if (size == timeNanos.length) {
            timeNanos = Arrays.copyOf(timeNanos, size * 2);
            rawEquity = Arrays.copyOf(rawEquity, size * 2);
        }
        timeNanos[size] = nanos;
        rawEquity[size++] = raw;
    }

    /** Number of samples. */
    public int size() {
        return size;
    }

    /** Time of a sample, epoch nanoseconds. */
    public long timeNanos(int index) {
        return timeNanos[checked(index)];
    }

    /** Equity at a sample, at the scale of the reporting currency. */
    public long rawEquity(int index) {
        return rawEquity[checked(index)];
    }

    private int checked(int index) {
        return java.util.Objects.checkIndex(index, size);
    }
}
