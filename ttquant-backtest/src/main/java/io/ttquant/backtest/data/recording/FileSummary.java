package io.ttquant.backtest.data.recording;

import io.ttquant.api.time.EpochNanos;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one recording holds.
 *
 * @param file the file
 * @param format its format
 * @param rows number of lines
 * @param firstNanos first stamp, of receipt where the recording has it and is ordered by it, epoch nanoseconds; {@link Tape#ABSENT} if none
 * @param lastNanos last stamp
 * @param kinds messages of each kind, also of those that are not replayed
 */
public record FileSummary(
        String file, String format, long rows, long firstNanos, long lastNanos, SortedMap<String, Long> kinds) {
    /** Copies the counts. */
    public FileSummary {
        kinds = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    static FileSummary of(RecordedFile file) {
        return new FileSummary(
                file.name(),
                file.format().name(),
                file.lines(),
                file.firstNanos(),
                file.lastNanos(),
                new TreeMap<>(file.kinds()));
    }

    /** Number of messages of a kind; 0 if there are none. */
    public long count(String kind) {
        Map<String, Long> all = kinds;
        return all.getOrDefault(kind, 0L);
    }

    /** One line for people. */
    @Override
    public String toString() {
        String range = firstNanos == Tape.ABSENT
                ? "no messages"
                : EpochNanos.format(firstNanos) + " to " + EpochNanos.format(lastNanos);
        return file + ": " + format + ", " + rows + " rows, " + range + "; "
                + kinds.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }
}
