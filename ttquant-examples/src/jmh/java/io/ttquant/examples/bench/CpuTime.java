package io.ttquant.examples.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Events or rows in a second of the thread's own processor time, which other programs on the machine disturb less than the clock on the wall. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long nanos;
    private long operations;

    @Setup(Level.Iteration)
    public void reset() {
        nanos = 0;
        operations = 0;
    }

    long now() {
        return threads.getCurrentThreadCpuTime();
    }

    void add(long start, long count) {
        nanos += now() - start;
        operations += count;
    }

    /** The figure of an iteration. In its last table JMH prints the sum over iterations: divide by {@code Cnt}. */
    public double perCpuSecond() {
        return nanos == 0 ? 0 : operations * 1e9 / nanos;
    }
}
