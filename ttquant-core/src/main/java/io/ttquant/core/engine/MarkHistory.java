package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The price of each instrument at the end of each quarter of an hour in which time passed, in columns. None is ever dropped, so that however long a run is, the
 * days of what was merely held end where the days of the account do, in any zone; a quarter in which nothing came costs nothing.
 */
public final class MarkHistory {
    private static final long QUARTER = 15 * 60 * EpochNanos.SECOND;

    private final Ledger ledger;
    private final List<Instrument> instruments;
    private final long[] rawFirst;
    private final long[][] rawMark;
    private long[] timeNanos = new long[64];
    /** Never, until the first sample of equity: what came before is history. */
    private long quarterEndNanos = Long.MAX_VALUE;

    private int size;
    private int unpriced;

    MarkHistory(Ledger ledger, List<Instrument> instruments) {
        this.ledger = ledger;
        this.instruments = instruments;
        this.rawFirst = new long[instruments.size()];
        this.rawMark = new long[instruments.size()][timeNanos.length];
        this.unpriced = instruments.size();
    }

    /** Time goes on: keeps the prices of now if a quarter ends before the next instant. Midnight itself belongs to the day that ends. */
    void leave(long nowNanos, long nextNanos) {
        if (nextNanos > quarterEndNanos) {
            keep(nowNanos);
            quarterEndNanos = Math.multiplyExact(Math.floorDiv(nextNanos - 1, QUARTER) + 1, QUARTER);
        }
    }

    /** A sample: from the first one on prices are kept, and until each instrument has one its first is looked for. */
    void look(long nowNanos) {
        if (quarterEndNanos == Long.MAX_VALUE) {
            quarterEndNanos = nowNanos;
        }
        if (unpriced > 0) {
            unpriced = 0;
            for (int i = 0; i < rawFirst.length; i++) {
                rawFirst[i] = rawFirst[i] == 0 ? ledger.rawMark(instruments.get(i)) : rawFirst[i];
                unpriced += rawFirst[i] == 0 ? 1 : 0;
            }
        }
    }

    /** Keeps the prices of now, at the end of the run or of a quarter. */
    void keep(long nowNanos) {
        if (size > 0 && timeNanos[size - 1] == nowNanos) {
            size--;
        }
        if (size == timeNanos.length) {
            timeNanos = Arrays.copyOf(timeNanos, size * 2);
            Arrays.setAll(rawMark, i -> Arrays.copyOf(rawMark[i], size * 2));
        }
        timeNanos[size] = nowNanos;
        for (int i = 0; i < rawMark.length; i++) {
            rawMark[i][size] = ledger.rawMark(instruments.get(i));
        }
        size++;
    }

    /** Number of times. */
    public int size() {
        return size;
    }

    /** A time, epoch nanoseconds, rising: the last instant of its quarter at which anything happened. */
    public long timeNanos(int index) {
        return timeNanos[Objects.checkIndex(index, size)];
    }

    /**
     * Price by which an instrument was valued then, at its price scale; 0 before the first one.
     *
     * @param instrument index of the instrument
     */
    public long rawMark(int instrument, int index) {
        return rawMark[instrument][Objects.checkIndex(index, size)];
    }

    /**
     * The first price by which an instrument was valued when equity was sampled, at its price scale; 0 if there never was one.
     *
     * @param instrument index of the instrument
     */
    public long rawFirst(int instrument) {
        return rawFirst[instrument];
    }
}
