package io.ttquant.core.storage.tap;

import io.ttquant.core.portfolio.Ledger;
import java.util.Map;
import java.util.TreeMap;

/** What there is to say of a run at its end, under the names that a backtest gives it, where they mean the same. Money from outside is no profit. On the engine's thread. */
final class EndFigures {
    private static final double NANOS_OF_A_SECOND = 1e9;

    private long startNanos;
    private long endNanos;
    private double start = Double.NaN;
    private double end = Double.NaN;
    private double highest = Double.NaN;
    /** The highest so far, as it were with the money that came since. */
    private double peak;

    private double received;
    private double fall;
    private double drawdown;
    private int orders;
    private int fills;

    /** Somebody ordered; what is not a strategy's does not count. */
    void ordered(String strategyId) {
        orders += strategyId.equals(Ledger.EXTERNAL) ? 0 : 1;
    }

    /** An order was executed, or a part of it; what is not a strategy's does not count. */
    void filled(String strategyId) {
        fills += strategyId.equals(Ledger.EXTERNAL) ? 0 : 1;
    }

    /** Money came from outside, or went there if it is negative; in the reporting currency. */
    void received(double amount) {
        if (!Double.isNaN(start)) {
            received += amount;
            peak += amount;
        }
    }

    /** The equity at a time, in the reporting currency. */
    void equity(long nanos, double value) {
        if (Double.isNaN(start)) {
            startNanos = nanos;
            start = value;
            highest = value;
            peak = value;
        }
        endNanos = nanos;
        end = value;
        highest = Math.max(highest, value);
        peak = Math.max(peak, value);
        fall = Math.min(fall, value - peak);
        // Below zero there is no part of it that could be lost, and what follows says nothing of the whole.
        drawdown = peak > 0 && value > 0 ? Math.min(drawdown, value / peak - 1) : Double.NaN;
    }

    /** By name; what is not known is missing. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("orders", (double) orders);
        figures.put("fills", (double) fills);
        if (!Double.isNaN(start)) {
            double profit = end - start - received;
            figures.put("start", startNanos / NANOS_OF_A_SECOND);
            figures.put("end", endNanos / NANOS_OF_A_SECOND);
            figures.put("duration", (double) (endNanos - startNanos));
            figures.put("start_equity", start);
            figures.put("end_equity", end);
            figures.put("equity_peak", highest);
            figures.put("net_profit", profit);
            figures.put("max_fall", fall);
            figures.put("total_return", start > 0 ? profit / start : Double.NaN);
            figures.put("max_drawdown", drawdown);
        }
        figures.values().removeIf(value -> value.isNaN());
        return figures;
    }
}
