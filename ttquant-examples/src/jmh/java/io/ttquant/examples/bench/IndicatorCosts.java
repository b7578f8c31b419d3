package io.ttquant.examples.bench;

import com.sun.management.ThreadMXBean;
import io.ttquant.api.indicator.Indicator;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/**
 * Processor time and bytes of an update of each indicator, the slowest first, and the average over all. All run in one process: each in a loop of its own, where a call knows
 * the class, as that of a field of a strategy does; or, with {@code shared}, all through the same loops, where each call finds the class at run time.
 *
 * <pre>IndicatorCosts [BARS] [PASSES] [shared]</pre>
 */
public final class IndicatorCosts {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARMUPS = 5;

    private final Indicator indicator;
    private final ToDoubleBiFunction<Indicator, Prices> feed;
    private final List<Double> nanos = new ArrayList<>();
    private double last;
    private long bytes;

    private IndicatorCosts(Indicator indicator, boolean isShared) {
        this.indicator = indicator;
        this.feed = isShared ? Feed.shared() : Feed.copy();
    }

    /** Runs it. */
    public static void main(String[] args) {
        Prices prices = Prices.seeded(args.length > 0 ? Integer.parseInt(args[0]) : 500_000);
        int passes = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        boolean isShared = args.length > 2 && args[2].equals("shared");
        List<IndicatorCosts> costs = EveryIndicator.all().stream()
                .map(indicator -> new IndicatorCosts(indicator, isShared))
                .toList();
        for (int pass = -WARMUPS; pass < passes; pass++) {
            for (IndicatorCosts cost : costs) {
                cost.measure(prices, pass >= 0);
            }
        }
        costs.stream()
                .sorted(Comparator.comparingDouble(IndicatorCosts::median).reversed())
                .forEach(cost -> System.out.println(cost.row()));
        System.out.printf(
                Locale.ROOT,
                "average of %d indicators: %.1f ns an update%n",
                costs.size(),
                costs.stream().mapToDouble(IndicatorCosts::median).average().orElseThrow());
    }

    private void measure(Prices prices, boolean counts) {
        indicator.reset();
        long thread = Thread.currentThread().getId();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long start = THREADS.getCurrentThreadCpuTime();
        last = feed.applyAsDouble(indicator, prices);
        long spent = THREADS.getCurrentThreadCpuTime() - start;
        bytes = THREADS.getThreadAllocatedBytes(thread) - allocated;
        if (counts) {
            nanos.add((double) spent / prices.size());
        }
    }

    private double median() {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private String row() {
        String name = indicator.getClass().getSimpleName();
        return String.format(Locale.ROOT, "%-26s %7.1f ns  %d bytes in all  (last %.4g)", name, median(), bytes, last);
    }
}
