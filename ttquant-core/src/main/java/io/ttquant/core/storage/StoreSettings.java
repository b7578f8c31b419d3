package io.ttquant.core.storage;

import io.ttquant.core.storage.write.WriterSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that all databases have in common.
 *
 * @param spool the folder of the spool
 * @param spoolBytes how much it may hold
 * @param reserveBytes how much of its disk is kept free for when it is full
 * @param writer how to queue and batch
 */
public record StoreSettings(String spool, long spoolBytes, int reserveBytes, WriterSettings writer) {
    private static final Set<String> COMMON = Set.of(
            "spool",
            "spool_mb",
            "spool_reserve_mb",
            "spool_after_ms",
            "batch",
            "linger_ms",
            "queue",
            "memory",
            "backlog_mb",
            "close_ms");

    /**
     * Reads them.
     *
     * @param settings the whole section
     * @param own the names that the database itself reads
     * @param spool the folder unless the settings name one
     * @throws IllegalArgumentException if a setting is unknown, no number or out of its range; the message names it
     */
    public static StoreSettings read(Map<String, String> settings, Set<String> own, String spool) {
        for (String name : settings.keySet()) {
            if (!COMMON.contains(name) && !own.contains(name)) {
                Set<String> known = new TreeSet<>(COMMON);
                known.addAll(own);
                throw new IllegalArgumentException("the storage has no setting '" + name + "'; it has " + known);
            }
        }
        WriterSettings usual = WriterSettings.DEFAULT;
        WriterSettings writer = new WriterSettings(
                (int) number(settings, "queue", usual.queueTicks(), 1_000, 10_000_000),
                usual.queueEntries(),
                (int) number(settings, "batch", usual.batch(), 1, 1_000_000),
                number(settings, "linger_ms", usual.lingerMillis(), 0, 60_000),
                number(settings, "memory", usual.memory(), 1_000, 100_000_000),
                number(settings, "backlog_mb", usual.memoryBytes() >> 20, 1, 1_000_000) << 20,
                number(settings, "spool_after_ms", usual.spoolAfterMillis(), 10, 3_600_000),
                closing(settings).toMillis());
        return new StoreSettings(
                settings.getOrDefault("spool", spool),
                number(settings, "spool_mb", 1024, 1, 1_000_000) << 20,
                (int) number(settings, "spool_reserve_mb", 8, 0, 1024) << 20,
                writer);
    }

    /**
     * How long closing waits for the database at most, by the settings of any storage.
     *
     * @throws IllegalArgumentException if that is no number or out of its range
     */
    public static Duration closing(Map<String, String> settings) {
        return Duration.ofMillis(number(settings, "close_ms", WriterSettings.DEFAULT.closeMillis(), 0, 3_600_000));
    }

    /**
     * A whole number among settings.
     *
     * @throws IllegalArgumentException if it is none, or out of its range
     */
    public static long number(Map<String, String> settings, String name, long usual, long least, long most) {
        String text = settings.get(name);
        if (text == null) {
            return usual;
        }
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule(name, text, least, most), e);
        }
        throw new IllegalArgumentException(rule(name, text, least, most));
    }

    private static String rule(String name, String text, long least, long most) {
        return "the setting " + name + " = '" + text + "' of the storage must be a whole number from " + least + " to "
                + most;
    }
}
