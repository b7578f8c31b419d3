package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.AREA;
import static io.ttquant.core.metrics.Labels.COLLECTOR;

import java.util.List;

/** Meters of the Java machine and of the computer, once a process. */
final class MachineMeters {
    static final Meter MEMORY_USED =
            Meter.sum("ttquant_jvm_memory_used_bytes", "bytes", "Memory in use, by area: heap, nonheap.", AREA);
    static final Meter MEMORY_COMMITTED = Meter.sum(
            "ttquant_jvm_memory_committed_bytes", "bytes", "Memory that the Java machine has, by area.", AREA);
    static final Meter MEMORY_MAX =
            Meter.sum("ttquant_jvm_memory_max_bytes", "bytes", "Memory that the Java machine may take, by area.", AREA);
    static final Meter COLLECTIONS = Meter.counter(
            "ttquant_jvm_gc_collections_total", "collections", "Garbage collections, by collector.", COLLECTOR);
    static final Meter COLLECTION_TIME = Meter.counter(
            "ttquant_jvm_gc_seconds_total", "seconds", "Time of garbage collection, by collector.", COLLECTOR);
    static final Meter THREADS = Meter.sum("ttquant_jvm_threads", "threads", "Live threads.");
    static final Meter CLASSES = Meter.sum("ttquant_jvm_classes_loaded", "classes", "Loaded classes.");
    static final Meter UPTIME =
            Meter.each("ttquant_jvm_uptime_seconds", "seconds", "Time since the Java machine started.");
    static final Meter CPU_TIME =
            Meter.counter("ttquant_jvm_cpu_seconds_total", "seconds", "Processor time that the process used.");
    static final Meter CPU =
            Meter.each("ttquant_jvm_cpu_ratio", "ratio", "Share of all processors that the process uses, from 0 to 1.");
    static final Meter OPEN_FILES =
            Meter.each("ttquant_jvm_open_files", "files", "Open file descriptors of the process.");
    static final Meter MAX_FILES =
            Meter.each("ttquant_jvm_max_files", "files", "File descriptors that the process may open.");
    static final Meter HOST_CPU = Meter.each(
            "ttquant_host_cpu_ratio", "ratio", "Share of all processors in use on the computer or in the container.");
    static final Meter HOST_PROCESSORS =
            Meter.each("ttquant_host_processors", "processors", "Processors that the Java machine may use.");
    static final Meter HOST_MEMORY =
            Meter.each("ttquant_host_memory_bytes", "bytes", "Memory of the computer or of the container.");
    static final Meter HOST_MEMORY_FREE =
            Meter.each("ttquant_host_memory_free_bytes", "bytes", "Free memory of the computer or of the container.");
    static final Meter HOST_DISK =
            Meter.each("ttquant_host_disk_bytes", "bytes", "Size of the file system that the process works in.");
    static final Meter HOST_DISK_FREE =
            Meter.each("ttquant_host_disk_free_bytes", "bytes", "What may still be written to that file system.");

    static final List<Meter> ALL = List.of(
            MEMORY_USED,
            MEMORY_COMMITTED,
            MEMORY_MAX,
            COLLECTIONS,
            COLLECTION_TIME,
            THREADS,
            CLASSES,
            UPTIME,
            CPU_TIME,
            CPU,
            OPEN_FILES,
            MAX_FILES,
            HOST_CPU,
            HOST_PROCESSORS,
            HOST_MEMORY,
            HOST_MEMORY_FREE,
            HOST_DISK,
            HOST_DISK_FREE);

    private MachineMeters() {}
}
