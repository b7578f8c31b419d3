package io.ttquant.backtest.report;

import java.util.BitSet;

/** Chooses the samples of an equity curve that a chart needs: of each stretch its ends, its extremes, its deepest drawdown, and others to make their number the same. */
final class EquityThinning {
    private static final int KEPT_PER_STRETCH = 5;

    private EquityThinning() {}

    /** Indexes of the samples to keep, rising; all of them if there are no more than the limit. */
    static int[] indexes(EquitySeries equity, int limit) {
        BitSet kept = new BitSet(equity.size());
        if (equity.size() <= limit) {
            kept.set(0, equity.size());
        } else {
            keepByStretch(equity, Math.max(1, limit / KEPT_PER_STRETCH), kept);
        }
        return kept.stream().toArray();
    }

    private static void keepByStretch(EquitySeries equity, int stretches, BitSet kept) {
        double[] drawdown = equity.drawdown();
        long size = equity.size();
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) (size * stretch / stretches);
            int to = (int) (size * (stretch + 1) / stretches);
            keep(equity.rawEquity(), drawdown, from, to, kept);
        }
    }

    /** A chart gives each sample the same width, so each stretch of time gets the same number of them. */
    private static void fill(int from, int to, BitSet kept) {
        int missing = Math.min(KEPT_PER_STRETCH, to - from) - kept.get(from, to).cardinality();
        for (int part = 1; missing > 0 && part < KEPT_PER_STRETCH; part++) {
            int at = kept.nextClearBit(from + (int) ((long) (to - from) * part / KEPT_PER_STRETCH));
            if (at < to) {
                kept.set(at);
                missing--;
            }
        }
    }

    private static void keep(long[] raw, double[] drawdown, int from, int to, BitSet kept) {
        int lowest = from;
        int highest = from;
        int deepest = from;
        for (int i = from; i < to; i++) {
            lowest = raw[i] < raw[lowest] ? i : lowest;
            highest = raw[i] > raw[highest] ? i : highest;
            deepest = drawdown[i] < drawdown[deepest] ? i : deepest;
        }
        kept.set(from);
        kept.set(to - 1);
        kept.set(lowest);
        kept.set(highest);
        kept.set(deepest);
        fill(from, to, kept);
    }
}
