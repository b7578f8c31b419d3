package io.ttquant.examples.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Forty indicators on the same bars by this library and by ta4j, in turns in one process: processor time a bar. First both run over some thousand bars and
 * say how many of the forty agree there; those that do not follow other conventions.
 *
 * <pre>IndicatorsBesideTa4j [BARS] [BARS_OF_TA4J] [TURNS] [BARS_THAT_TA4J_KEEPS]</pre>
 */
public final class IndicatorsBesideTa4j {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Prices prices;
    private final int bars;
    private final int barsOfTa4j;
    private final int keptBars;

    private interface Run {
        void bars(Prices prices, int from, int to);
    }

    private IndicatorsBesideTa4j(int bars, int barsOfTa4j, int keptBars) {
        this.prices = Prices.seeded(Math.max(bars, barsOfTa4j));
        this.bars = bars;
        this.barsOfTa4j = barsOfTa4j;
        this.keptBars = keptBars;
    }

    /** Runs it. */
    public static void main(String[] args) {
        int bars = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int barsOfTa4j = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int turns = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        int keptBars = args.length > 3 ? Integer.parseInt(args[3]) : FortyOfTa4j.KEPT_BARS;
        IndicatorsBesideTa4j both = new IndicatorsBesideTa4j(bars, barsOfTa4j, keptBars);
        both.compare(50_000);
        both.measure(turns);
    }

    private void compare(int size) {
        FortyIndicators ours = new FortyIndicators();
        FortyOfTa4j theirs = new FortyOfTa4j(keptBars);
        inChunks(ours::update, size);
        inChunks(theirs::update, size);
        double[] a = ours.values();
        double[] b = theirs.values();
        int same = 0;
        for (int i = 0; i < a.length; i++) {
            boolean agrees = Math.abs(a[i] - b[i]) <= 1e-6 * Math.max(1, Math.abs(a[i]));
            same += agrees ? 1 : 0;
            if (!agrees) {
                System.out.printf(Locale.ROOT, "other convention: %s %.8g, here %.8g%n", theirs.name(i), b[i], a[i]);
            }
        }
        System.out.printf(Locale.ROOT, "%d of %d agree after %,d bars%n", same, a.length, size);
    }

    private void measure(int turns) {
        double[] ours = new double[turns];
        double[] theirs = new double[turns];
        double[] barsAlone = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            ours[turn] = nanosPerBar(() -> new FortyIndicators()::update, bars);
            theirs[turn] = nanosPerBar(() -> new FortyOfTa4j(keptBars)::update, barsOfTa4j);
            barsAlone[turn] = nanosPerBar(() -> new FortyOfTa4j(keptBars)::add, barsOfTa4j);
        }
        System.out.println(row("this library", bars, ours));
        System.out.println(row("ta4j", barsOfTa4j, theirs));
        System.out.println(row("ta4j, its bars alone", barsOfTa4j, barsAlone));
        System.out.printf(Locale.ROOT, "ta4j takes %.1f times as long a bar%n", median(theirs) / median(ours));
    }

    private double nanosPerBar(Supplier<Run> fresh, int size) {
        Run run = fresh.get();
        long start = THREADS.getCurrentThreadCpuTime();
        inChunks(run, size);
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / size;
    }

    private void inChunks(Run run, int size) {
        for (int i = 0; i < size; i += FortyOfTa4j.CHUNK) {
            run.bars(prices, i, Math.min(size, i + FortyOfTa4j.CHUNK));
        }
    }

    private static String row(String name, int size, double[] nanos) {
        return String.format(
                Locale.ROOT,
                "%-22s %,12d bars  %9.1f ns a bar  %7.2f ns an update  %s",
                name,
                size,
                median(nanos),
                median(nanos) / 40,
                Arrays.toString(Arrays.stream(nanos).mapToLong(Math::round).toArray()));
    }

    private static double median(double[] figures) {
        return Arrays.stream(figures).sorted().toArray()[figures.length / 2];
    }
}
