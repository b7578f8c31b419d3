package io.ttquant.examples.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** One measured pass: processor time and bytes allocated of this thread. Processor time, because other programs may share the machine. */
record Measurement(long events, long cpuNanos, long bytes, long wallNanos, String outcome) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Measurement of(Scenario scenario) {
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        Scenario.Outcome outcome = scenario.run();
        long cpuNanos = THREADS.getCurrentThreadCpuTime() - cpu;
        long wallNanos = System.nanoTime() - wall;
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
        return new Measurement(
                outcome.events(), cpuNanos, allocated, wallNanos, outcome.text().get());
    }

    double nanosPerEvent() {
        return (double) cpuNanos / events;
    }

    double bytesPerEvent() {
        return (double) bytes / events;
    }

    double eventsPerSecond() {
        return events * 1e9 / cpuNanos;
    }

    /** One line that a parent process reads back. */
    String line() {
        return String.format(
                Locale.ROOT, "RESULT %d %d %d %d %s", events, cpuNanos, bytes, wallNanos, outcome.replace(' ', '_'));
    }

    static Measurement parse(String line) {
        String[] parts = line.split(" ");
        return new Measurement(
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                parts[5]);
    }
}
