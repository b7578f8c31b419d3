package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.portfolio.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Profit of each strategy and price of each instrument over time, in columns. They are taken when equity is sampled, but no more than
 * {@value #LIMIT} are kept: when it is full, every other one is dropped, and from then on half as many are taken. So a run of any length costs the
 * same memory and next to no time. The last one is always that of the end.
 */
public final class RunSamples {
    /** The most samples that are kept. */
    public static final int LIMIT = 4096;

    private final Ledger ledger;
    private final List<String> strategies;
    private final List<Instrument> instruments;
    private final long[] timeNanos = new long[LIMIT];
    private final long[][] rawProfit;
    private final long[][] rawMark;
    private final MarkHistory marks;
    private int size;
    private int stride = 1;
    private int left = 1;

    RunSamples(Ledger ledger, List<String> strategies, List<Instrument> instruments) {
        this.ledger = ledger;
        this.strategies = List.copyOf(strategies);
        this.instruments = List.copyOf(instruments);
        this.rawProfit = new long[strategies.size()][LIMIT];
        this.rawMark = new long[instruments.size()][LIMIT];
        this.marks = new MarkHistory(ledger, this.instruments);
    }

    /** Takes one sample out of so many as the stride says. */
    void offer(long nanos) {
        marks.look(nanos);
        if (--left == 0) {
            left = stride;
            take(nanos);
        }
    }

    /** The last sample. */
    void end(long nanos) {
        marks.look(nanos);
        marks.keep(nanos);
        take(nanos);
    }

    private void take(long nanos) {
        if (size > 0 && timeNanos[size - 1] == nanos) {
            size--;
        }
        if (size == LIMIT) {
            thin();
        }
        timeNanos[size] = nanos;
        for (int i = 0; i < rawProfit.length; i++) {
            rawProfit[i][size] = ledger.rawProfit(strategies.get(i));
        }
        for (int i = 0; i < rawMark.length; i++) {
            rawMark[i][size] = ledger.rawMark(instruments.get(i));
        }
        size++;
    }

    private void thin() {
        keepEven(timeNanos);
        Arrays.stream(rawProfit).forEach(RunSamples::keepEven);
        Arrays.stream(rawMark).forEach(RunSamples::keepEven);
        size = LIMIT / 2;
        stride *= 2;
        left = stride;
    }

    private static void keepEven(long[] column) {
        for (int i = 0; i < LIMIT / 2; i++) {
            column[i] = column[2 * i];
        }
    }

    /** The strategies, in the order of the columns. */
    public List<String> strategies() {
        return strategies;
    }

    /** The instruments, in the order of the columns. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** Prices at the end of each quarter of an hour; the instruments have the same indices. */
    public MarkHistory marks() {
        return marks;
    }

    /** Number of samples. */
    public int size() {
        return size;
    }

    /** Time of a sample, epoch nanoseconds, rising. */
    public long timeNanos(int index) {
        return timeNanos[Objects.checkIndex(index, size)];
    }

    /**
     * Realised and unrealised profit of a strategy less its fees, at the scale of the reporting currency; {@link Ledger#UNKNOWN} if a price that is
     * needed was not known.
     *
     * @param strategy index of the strategy
     */
    public long rawProfit(int strategy, int index) {
        return rawProfit[strategy][Objects.checkIndex(index, size)];
    }

    /**
     * Price by which an instrument was valued, at its price scale; 0 before the first one.
     *
     * @param instrument index of the instrument
     */
    public long rawMark(int instrument, int index) {
        return rawMark[instrument][Objects.checkIndex(index, size)];
    }
}
