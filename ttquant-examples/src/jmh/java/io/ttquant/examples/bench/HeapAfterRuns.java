package io.ttquant.examples.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Runs a backtest a hundred times in one process and prints what the heap and the class metadata hold after each tenth run, after a full
 * collection: what a run leaves behind would add up.
 *
 * <pre>HeapAfterRuns [RUNS] [NAME]</pre>
 */
public final class HeapAfterRuns {
    private HeapAfterRuns() {}

    /** Runs it; fails if the last run leaves more than a megabyte more than the first. */
    public static void main(String[] args) {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        Scenario scenario = new Scenarios().create(args.length > 1 ? args[1] : "bars-ema-cross");
        long first = 0;
        for (int run = 1; run <= runs; run++) {
            scenario.run();
            if (run == 1 || run % 10 == 0) {
                long used = usedAfterCollection();
                first = run == 1 ? used : first;
                System.out.printf(
                        Locale.ROOT,
                        "run %3d: heap %,d bytes (%+,d since the first), %d classes loaded%n",
                        run,
                        used,
                        used - first,
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
            }
        }
        long grown = usedAfterCollection() - first;
        if (grown > 1 << 20) {
            throw new IllegalStateException(runs + " runs left " + grown + " bytes behind");
        }
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
