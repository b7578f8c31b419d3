package io.ttquant.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drawdowns found by looking from each sample back to the highest one before it and forward to where that was reached again. */
final class NaiveDrawdowns {
    private record Fall(int peak, int trough, int end, boolean isRecovered) {}

    private final long[] times;
    private final double[] equity;
    private final List<Fall> falls = new ArrayList<>();

    NaiveDrawdowns(long[] times, double[] equity) {
        this.times = times;
        this.equity = equity;
        for (int i = 0; i + 1 < equity.length; i++) {
            if (isPeak(i) && equity[i + 1] < equity[i]) {
                falls.add(from(i));
            }
        }
    }

    private boolean isPeak(int at) {
        for (int i = 0; i < at; i++) {
            if (equity[i] > equity[at]) {
                return false;
            }
        }
        return true;
    }

    private Fall from(int peak) {
        int trough = peak + 1;
        for (int i = peak + 1; i < equity.length; i++) {
            if (equity[i] >= equity[peak]) {
                return new Fall(peak, trough, i, true);
            }
            trough = equity[i] < equity[trough] ? i : trough;
        }
        return new Fall(peak, trough, equity.length - 1, false);
    }

    private double depth(Fall fall) {
        return equity[fall.trough] / equity[fall.peak] - 1;
    }

    private double length(Fall fall) {
        return times[fall.end] - times[fall.peak];
    }

    Map<String, Double> map() {
        Map<String, Double> figures = new LinkedHashMap<>();
        Fall deepest = falls.get(0);
        for (Fall fall : falls) {
            deepest = depth(fall) < depth(deepest) ? fall : deepest;
        }
        figures.put("max_drawdown", depth(deepest));
        figures.put("max_fall", NaiveSeries.fall(equity));
        figures.put("drawdown_peak", times[deepest.peak] / 1e9);
        figures.put("drawdown_trough", times[deepest.trough] / 1e9);
        figures.put("drawdown_recovered", deepest.isRecovered ? times[deepest.end] / 1e9 : Double.NaN);
        figures.put("drawdown_duration", length(deepest));
        figures.put(
                "longest_drawdown",
                falls.stream().mapToDouble(this::length).max().orElseThrow());
        figures.put(
                "longest_recovery",
                falls.stream()
                        .filter(Fall::isRecovered)
                        .mapToDouble(f -> times[f.end] - times[f.trough])
                        .max()
                        .orElse(Double.NaN));
        figures.put(
                "average_drawdown",
                NaiveSeries.mean(falls.stream().mapToDouble(this::depth).toArray()));
        figures.put(
                "average_drawdown_duration",
                NaiveSeries.mean(falls.stream().mapToDouble(this::length).toArray()));
        figures.put("drawdowns", (double) falls.size());
        figures.put(
                "under_water",
                NaiveSeries.sum(falls.stream().mapToDouble(this::length).toArray())
                        / (times[times.length - 1] - times[0]));
        return figures;
    }
}
