package io.ttquant.core.engine;

import io.ttquant.core.portfolio.Ledger;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Equity over time in columns: the reporting currency's raw amount at each sample. The first sample is taken before anything happens, the last
 * one at the end. There is no sample at a time when a price that is needed is not known.
 */
public final class EquityCurve {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    // Chunks instead of arrays that grow: nothing is copied, and a run holds the 16 bytes a sample that it needs.
    private long[][] timeChunks = {};
    private long[][] equityChunks = {};
    private long[] timeNanos = {};
    private long[] rawEquity = {};
    private long lastNanos = Long.MIN_VALUE;
    private int size;
    private boolean hasStart;
    private long rawStart;

    EquityCurve() {}

    /** The value of the start balances, if it is known. */
    void start(long raw) {
        hasStart = raw != Ledger.UNKNOWN;
        rawStart = raw;
    }

    boolean hasStart() {
        return hasStart;
    }

    void add(long nanos, long raw) {
        if (nanos == lastNanos && size > 0) {
            rawEquity[(size - 1) & CHUNK_MASK] = raw;
            return;
        }
        int at = size & CHUNK_MASK;
        if (at == 0) {
            addChunk();
        }
        timeNanos[at] = nanos;
        rawEquity[at] = raw;
        lastNanos = nanos;
        size = Math.incrementExact(size);
    }

    private void addChunk() {
        int chunk = size >> CHUNK_BITS;
        if (chunk == timeChunks.length) {
            timeChunks = Arrays.copyOf(timeChunks, Math.max(4, chunk * 2));
            equityChunks = Arrays.copyOf(equityChunks, Math.max(4, chunk * 2));
        }
        timeNanos = new long[1 << CHUNK_BITS];
        rawEquity = new long[1 << CHUNK_BITS];
        timeChunks[chunk] = timeNanos;
        equityChunks[chunk] = rawEquity;
    }

    /**
     * Value of the start balances at the scale of the reporting currency, those in other currencies at the first prices known; empty if a price
     * stayed unknown. It is the first sample, unless something was filled at the very instant of that sample.
     */
    public OptionalLong rawStart() {
        return hasStart ? OptionalLong.of(rawStart) : OptionalLong.empty();
    }

    /** Number of samples. */
    public int size() {
        return size;
    }

    /** Time of a sample, epoch nanoseconds. */
    public long timeNanos(int index) {
        return timeChunks[checked(index) >> CHUNK_BITS][index & CHUNK_MASK];
    }

    /** Equity at a sample, at the scale of the reporting currency. */
    public long rawEquity(int index) {
        return equityChunks[checked(index) >> CHUNK_BITS][index & CHUNK_MASK];
    }

    private int checked(int index) {
        return Objects.checkIndex(index, size);
    }
}
