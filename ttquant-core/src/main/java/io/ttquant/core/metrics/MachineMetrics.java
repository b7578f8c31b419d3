package io.ttquant.core.metrics;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.ttquant.api.metrics.Metric;
import io.ttquant.core.metrics.machine.WorkingDisk;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

/** The figures of the Java machine and of the computer, which a process exports once, however many engines it has. */
public final class MachineMetrics {
    private static final int MOST_COLLECTORS = 20;

    private MachineMetrics() {}

    /** All of them. */
    public static Collection<Metric> metrics() {
        SeriesSet series = new SeriesSet(Map.of(), MOST_COLLECTORS);
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory("heap", memory::getHeapMemoryUsage, series);
        memory("nonheap", memory::getNonHeapMemoryUsage, series);
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            series.add(MachineMeters.COLLECTIONS, () -> known(each.getCollectionCount()), each.getName());
            series.add(MachineMeters.COLLECTION_TIME, () -> known(each.getCollectionTime()) / 1e3, each.getName());
        }
        var threads = ManagementFactory.getThreadMXBean();
        var classes = ManagementFactory.getClassLoadingMXBean();
        var runtime = ManagementFactory.getRuntimeMXBean();
        series.add(MachineMeters.THREADS, threads::getThreadCount);
        series.add(MachineMeters.CLASSES, classes::getLoadedClassCount);
        series.add(MachineMeters.UPTIME, () -> runtime.getUptime() / 1e3);
        var system = ManagementFactory.getOperatingSystemMXBean();
        series.add(MachineMeters.HOST_PROCESSORS, system::getAvailableProcessors);
        if (system instanceof OperatingSystemMXBean computer) {
            computer(computer, series);
        }
        if (system instanceof UnixOperatingSystemMXBean unix) {
            series.add(MachineMeters.OPEN_FILES, () -> known(unix.getOpenFileDescriptorCount()));
            series.add(MachineMeters.MAX_FILES, () -> known(unix.getMaxFileDescriptorCount()));
        }
        series.add(MachineMeters.HOST_DISK, WorkingDisk::bytes);
        series.add(MachineMeters.HOST_DISK_FREE, WorkingDisk::freeBytes);
        return series.metrics();
    }

    private static void memory(String area, Supplier<MemoryUsage> usage, SeriesSet series) {
        series.add(MachineMeters.MEMORY_USED, () -> usage.get().getUsed(), area);
        series.add(MachineMeters.MEMORY_COMMITTED, () -> usage.get().getCommitted(), area);
        series.add(MachineMeters.MEMORY_MAX, () -> known(usage.get().getMax()), area);
    }

    private static void computer(OperatingSystemMXBean computer, SeriesSet series) {
        series.add(MachineMeters.CPU_TIME, () -> known(computer.getProcessCpuTime()) / 1e9);
        series.add(MachineMeters.CPU, () -> known(computer.getProcessCpuLoad()));
        series.add(MachineMeters.HOST_CPU, () -> known(computer.getCpuLoad()));
        series.add(MachineMeters.HOST_MEMORY, () -> known(computer.getTotalMemorySize()));
        series.add(MachineMeters.HOST_MEMORY_FREE, () -> known(computer.getFreeMemorySize()));
    }

    /** A machine says -1 where it does not know. */
    private static double known(long value) {
        return known((double) value);
    }

    private static double known(double value) {
        return value < 0 ? Double.NaN : value;
    }
}
