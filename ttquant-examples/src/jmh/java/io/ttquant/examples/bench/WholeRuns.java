package io.ttquant.examples.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures whole backtests. Each scenario runs in several fresh JVMs, in turns with the others, after runs to warm up; the median over the JVMs
 * is reported with the lowest and the highest.
 *
 * <pre>WholeRuns [-f FORKS] [-w WARMUPS] [-r RUNS] [-j EXTRA_JVM_ARGUMENT]... [NAME...]</pre>
 */
public final class WholeRuns {
    private int forks = 5;
    private int warmups = 8;
    private int runs = 5;
    private final List<String> jvm = new ArrayList<>(List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"));
    private final List<String> names = new ArrayList<>();

    private WholeRuns(String[] args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-f" -> forks = Integer.parseInt(args[++i]);
                case "-w" -> warmups = Integer.parseInt(args[++i]);
                case "-r" -> runs = Integer.parseInt(args[++i]);
                case "-j" -> jvm.add(args[++i]);
                default -> names.add(args[i]);
            }
        }
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        WholeRuns settings = new WholeRuns(args);
        if (settings.forks == 0) {
            settings.names.forEach(name -> settings.measureHere(new Scenarios().create(name)));
        } else {
            settings.measureInForks();
        }
    }

    private void measureHere(Scenario scenario) {
        warmUp(scenario);
        for (int i = 0; i < runs; i++) {
            System.out.println(Measurement.of(scenario).line());
        }
    }

    /** Runs until the compiler has nothing more to do, since on a busy machine it lags behind by many runs. */
    private void warmUp(Scenario scenario) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = -1;
        int quiet = 0;
        for (int i = 0; i < warmups || (quiet < 3 && i < 20 * warmups); i++) {
            scenario.run();
            quiet = compiler.getTotalCompilationTime() == compiled ? quiet + 1 : 0;
            compiled = compiler.getTotalCompilationTime();
        }
    }

    private void measureInForks() throws IOException, InterruptedException {
        List<String> wanted = names.isEmpty() ? new Scenarios().names() : names;
        Map<String, List<Measurement>> results = new LinkedHashMap<>();
        wanted.forEach(name -> results.put(name, new ArrayList<>()));
        for (int fork = 0; fork < forks; fork++) {
            for (String name : wanted) {
                results.get(name).add(medianOf(inFork(name)));
            }
        }
        System.out.printf(
                "JDK %s, %d JVMs with %s, %d warm-up and %d measured runs each; per processor second of the thread%n",
                System.getProperty("java.version"), forks, jvm, warmups, runs);
        System.out.println("| scenario | M events/s | ns/event | B/event | outcome |");
        System.out.println("|---|---|---|---|---|");
        results.forEach((name, measured) -> System.out.println(row(name, measured)));
    }

    private List<Measurement> inFork(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WholeRuns.class.getName()));
        command.addAll(List.of("-f", "0", "-w", Integer.toString(warmups), "-r", Integer.toString(runs), name));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Measurement> measured = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("RESULT ")) {
                    measured.add(Measurement.parse(line));
                }
            }
        }
        if (process.waitFor() != 0 || measured.isEmpty()) {
            throw new IllegalStateException("scenario " + name + " failed; its messages are above");
        }
        return measured;
    }

    private static Measurement medianOf(List<Measurement> measured) {
        return measured.stream()
                .sorted(java.util.Comparator.comparingDouble(Measurement::nanosPerEvent))
                .toList()
                .get(measured.size() / 2);
    }

    private static String row(String name, List<Measurement> measured) {
        long outcomes = measured.stream().map(Measurement::outcome).distinct().count();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.1f | %s |",
                name,
                // Of an even number of JVMs the slower one in the middle, in both columns.
                spread(measured, m -> m.eventsPerSecond() / 1e6, (measured.size() - 1) / 2),
                spread(measured, Measurement::nanosPerEvent, measured.size() / 2),
                sorted(measured, Measurement::bytesPerEvent)[measured.size() / 2],
                outcomes == 1 ? measured.get(0).outcome().replace('_', ' ') : "DIFFERENT OUTCOMES");
    }

    private static String spread(List<Measurement> measured, ToDoubleFunction<Measurement> figure, int middle) {
        double[] sorted = sorted(measured, figure);
        return String.format(Locale.ROOT, "%.1f [%.1f–%.1f]", sorted[middle], sorted[0], sorted[sorted.length - 1]);
    }

    private static double[] sorted(List<Measurement> measured, ToDoubleFunction<Measurement> figure) {
        double[] figures = measured.stream().mapToDouble(figure).toArray();
        Arrays.sort(figures);
        return figures;
    }
}
