package io.ttquant.backtest.data.check;

import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import java.util.List;

/**
 * What files hold and what is wrong with them.
 *
 * @param files file by file
 * @param series series by series: one file's, or that of several recordings of one symbol
 * @param conflicts why files of one folder that are sound by themselves cannot be used together
 */
public record DataReport(List<FileReport> files, List<DataQuality> series, List<String> conflicts) {
    /** Copies the lists. */
    public DataReport {
        files = List.copyOf(files);
        series = List.copyOf(series);
        conflicts = List.copyOf(conflicts);
    }

    /** Number of files that cannot be used. */
    public long refused() {
        return files.stream().filter(FileReport::isRefused).count();
    }

    /** Number of findings that may mislead, conflicts among them. */
    public long warnings() {
        return count(Finding.Severity.WARNING) + conflicts.size();
    }

    /** Number of findings that are worth knowing. */
    public long notes() {
        return count(Finding.Severity.NOTE);
    }

    private long count(Finding.Severity severity) {
        return series.stream()
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether all files can be used. */
    public boolean isUsable() {
        return refused() == 0;
    }

    /** All that is known about each file and series, for people. */
    public String describe() {
        return new ReportText(this).describe();
    }

    /** A line for each file and series, with what is wrong below it, and a line with the sum, for people. */
    public String verify() {
        return new ReportText(this).verify();
    }
}
