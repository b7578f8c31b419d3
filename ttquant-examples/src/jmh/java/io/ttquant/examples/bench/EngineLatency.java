package io.ttquant.examples.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The time from a trade given to an engine to the order that it makes a strategy send, and to the end of all that the order and its fill make the engine do: bare, with
 * metrics, with a store, and with both. Each in JVMs of its own, in turns, so that none sees code compiled for another. JVMs differ by what they compiled, so
 * the ratio to look at is that of the medians over many turns; those of single turns spread widely.
 *
 * <pre>EngineLatency [-t TURNS] [-n ORDERS] [metrics] [store] [both]</pre>
 */
public final class EngineLatency {
    private static final String BARE = "bare";
    private static final List<String> WITH = List.of("metrics", "store", "both");
    private static final String[] FIGURES = {
        "trade to order, p50", "trade to order, p99", "order with its fill, p50", "order with its fill, p99"
    };

    private EngineLatency() {}

    /** Runs it. */
    public static void main(String... args) throws IOException, InterruptedException {
        TurnArguments arguments = TurnArguments.parse(4, 20_000, args);
        List<String> kinds = new ArrayList<>(List.of(BARE));
        WITH.stream().filter(arguments::has).forEach(kinds::add);
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        kinds.forEach(kind -> measured.put(kind, new ArrayList<>()));
        for (int turn = 0; turn < arguments.turns(); turn++) {
            for (int i = 0; i < kinds.size(); i++) {
                // The order changes, so that what drifts does not meet the same kind each time.
                String kind = kinds.get(turn % 2 == 0 ? i : kinds.size() - 1 - i);
                measured.get(kind).add(inJvm(kind, arguments.rows()));
            }
        }
        measured.forEach((kind, runs) -> tell(kind, runs, measured.get(BARE)));
    }

    private static double[] inJvm(String kind, int orders) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms1g",
                        "-Xmx1g",
                        "-XX:+AlwaysPreTouch",
                        // As with WholeRuns: without it a busy machine measures code that is not compiled yet.
                        "-Xbatch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LatencyRun.class.getName(),
                        kind,
                        Integer.toString(orders))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double[] found = new double[0];
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("RESULT ")) {
                    found = List.of(line.substring("RESULT ".length()).split(" ")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                }
            }
        }
        if (process.waitFor() != 0 || found.length != FIGURES.length) {
            throw new IllegalStateException("the run " + kind + " failed; its messages are above");
        }
        return found;
    }

    private static void tell(String kind, List<double[]> runs, List<double[]> bare) {
        for (int i = 0; i < FIGURES.length; i++) {
            List<Double> nanos = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn < runs.size(); turn++) {
                nanos.add(runs.get(turn)[i]);
                ratios.add(runs.get(turn)[i] / bare.get(turn)[i]);
            }
            int figure = i;
            double median =
                    Spread.of(bare.stream().map(run -> run[figure]).toList()).median();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %s: %s µs, median ÷ bare median %.2f, in turns %s%n",
                    kind,
                    FIGURES[i],
                    Spread.of(nanos).in(1e3),
                    Spread.of(nanos).median() / median,
                    Spread.of(ratios).in(1));
        }
    }
}
