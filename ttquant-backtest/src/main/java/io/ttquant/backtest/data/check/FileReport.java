package io.ttquant.backtest.data.check;

import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.recording.FileSummary;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file.
 *
 * @param file the file
 * @param format its format; empty if it is none that is known
 * @param rows its rows, or lines for recordings
 * @param firstNanos stamp of the first row, epoch nanoseconds; {@link Long#MIN_VALUE} if no row has one
 * @param lastNanos stamp of the last row
 * @param kinds messages of each kind; empty for rows of one kind
 * @param refusal why it cannot be used; null if it can
 */
public record FileReport(
        String file,
        String format,
        long rows,
        long firstNanos,
        long lastNanos,
        SortedMap<String, Long> kinds,
        @Nullable String refusal) {
    /** Copies the counts. */
    public FileReport {
        kinds = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    static FileReport of(DataQuality quality) {
        return new FileReport(
                quality.file(),
                quality.format(),
                quality.rows(),
                quality.firstNanos(),
                quality.lastNanos(),
                new TreeMap<>(Map.of()),
                null);
    }

    static FileReport of(FileSummary summary) {
        return new FileReport(
                summary.file(),
                summary.format(),
                summary.rows(),
                summary.firstNanos(),
                summary.lastNanos(),
                summary.kinds(),
                null);
    }

    static FileReport refused(String file, String why) {
        return new FileReport(file, "", 0, Long.MIN_VALUE, Long.MIN_VALUE, new TreeMap<>(), why);
    }

    /** Whether it cannot be used. */
    public boolean isRefused() {
        return refusal != null;
    }
}
