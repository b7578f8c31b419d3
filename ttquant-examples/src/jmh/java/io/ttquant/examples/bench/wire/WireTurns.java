package io.ttquant.examples.bench.wire;

import io.ttquant.examples.bench.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each kind of client took in several turns, and how that is to the first kind. */
final class WireTurns {
    private static final String[] FIGURES = {
        "wire to wire, p50", "wire to wire, p99", "engine's thread, p50", "engine's thread, p99"
    };

    private final Map<String, List<double[]>> measured = new LinkedHashMap<>();

    WireTurns(List<String> kinds) {
        kinds.forEach(kind -> measured.put(kind, new ArrayList<>()));
    }

    void add(String kind, double[] nanos) {
        measured.get(kind).add(nanos);
    }

    void print() {
        List<double[]> first = measured.values().iterator().next();
        measured.forEach((kind, runs) -> {
            for (int i = 0; i < FIGURES.length; i++) {
                print(kind, i, runs, first);
            }
        });
    }

    private static void print(String kind, int figure, List<double[]> runs, List<double[]> first) {
        Spread nanos = Spread.of(runs.stream().map(run -> run[figure]).toList());
        Spread base = Spread.of(first.stream().map(run -> run[figure]).toList());
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < runs.size(); turn++) {
            ratios.add(runs.get(turn)[figure] / first.get(turn)[figure]);
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %s: %s µs, median ÷ first median %.2f, in turns %s%n",
                kind,
                FIGURES[figure],
                nanos.in(1e3),
                nanos.median() / base.median(),
                Spread.of(ratios).in(1));
    }
}
