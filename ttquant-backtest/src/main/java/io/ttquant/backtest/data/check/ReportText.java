package io.ttquant.backtest.data.check;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.Finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A report in lines for people. */
final class ReportText {
    private final DataReport report;
    private final StringBuilder text = new StringBuilder();

    ReportText(DataReport report) {
        this.report = report;
    }

    String describe() {
        for (FileReport file : report.files()) {
            line(file.file());
            describe(file);
            line("");
        }
        for (DataQuality series : report.series()) {
            if (!isOfOneFile(series)) {
                line(place(series));
                describe(series, "");
                line("");
            }
        }
        end();
        return text.toString();
    }

    private void describe(FileReport file) {
        if (file.isRefused()) {
            line("  REFUSED: " + withoutName(file));
            return;
        }
        List<DataQuality> own = own(file);
        if (own.size() == 1 && file.kinds().isEmpty()) {
            describe(own.get(0), file.format() + ", ");
            return;
        }
        line("  " + file.format() + ", " + file.rows() + " rows, " + range(file));
        if (!file.kinds().isEmpty()) {
            line("  " + counts(file));
        }
        own.forEach(series -> describe(series, ""));
    }

    private void describe(DataQuality series, String before) {
        line("  " + before + name(series) + ": " + series.rows() + ", "
                + range(series.firstNanos(), series.lastNanos()));
        findings(series);
        List<Finding> fine = series.findings().stream()
                .filter(finding -> finding.severity() == Severity.FINE)
                .toList();
        fine.stream()
                .filter(finding -> !finding.detail().isEmpty())
                .forEach(finding -> line("    " + finding.check() + ": " + finding.detail()));
        String none = fine.stream()
                .filter(finding -> finding.count() == 0 && finding.detail().isEmpty())
                .map(Finding::check)
                .collect(Collectors.joining(", "));
        if (!none.isEmpty()) {
            line("    none: " + none);
        }
    }

    String verify() {
        for (FileReport file : report.files()) {
            List<DataQuality> own = own(file);
            line(status(file, own) + "  " + file.file());
            if (file.isRefused()) {
                line("    " + withoutName(file));
            }
            own.forEach(this::findings);
        }
        report.series().stream().filter(series -> !isOfOneFile(series)).forEach(series -> {
            line(status(series) + "  " + name(series) + " from " + place(series));
            findings(series);
        });
        end();
        return text.toString();
    }

    private List<DataQuality> own(FileReport file) {
        return report.series().stream()
                .filter(series -> series.file().equals(file.file()))
                .toList();
    }

    private static String name(DataQuality series) {
        String of = series.series() + " of " + series.instrument();
        return of.startsWith("messages") ? "messages about " + series.instrument() : of;
    }

    /** Several files are joined by a plus: two are named, more are counted. */
    private static String place(DataQuality series) {
        String[] files = series.file().split(" \\+ ", -1);
        Path first = Path.of(files[0]);
        Path folder = first.getParent();
        String in = folder == null ? "" : " in " + folder;
        if (files.length > 2) {
            return files.length + " files" + in;
        }
        return first.getFileName()
                + (files.length == 2 ? " and " + Path.of(files[1]).getFileName() : "")
                + in;
    }

    private void findings(DataQuality series) {
        series.findings().stream()
                .filter(finding -> finding.severity() != Severity.FINE)
                .forEach(this::finding);
    }

    private void finding(Finding finding) {
        line("    " + (finding.severity() == Severity.WARNING ? "warning: " : "note: ") + finding.check() + ": "
                + finding.count() + (finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")"));
    }

    private static String status(FileReport file, List<DataQuality> own) {
        if (file.isRefused()) {
            return "REFUSED";
        }
        return own.stream().anyMatch(series -> status(series).startsWith("warning")) ? "warning" : "ok     ";
    }

    private static String status(DataQuality series) {
        return series.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING)
                ? "warning"
                : "ok     ";
    }

    private void end() {
        report.conflicts().forEach(conflict -> line("warning  not together: " + conflict));
        long files = report.files().size();
        line(files + (files == 1 ? " file: " : " files: ")
                + (report.isUsable() ? "all can be used" : report.refused() + " cannot be used") + ", "
                + report.warnings() + " warnings, " + report.notes() + " notes");
    }

    private boolean isOfOneFile(DataQuality series) {
        return report.files().stream().anyMatch(file -> file.file().equals(series.file()));
    }

    /** The message of a refusal begins with the file, which stands above it. */
    private static String withoutName(FileReport file) {
        String refusal = String.valueOf(file.refusal());
        boolean isRepeated = refusal.startsWith(file.file());
        return isRepeated ? refusal.substring(file.file().length()).replaceFirst("^[,:] *", "") : refusal;
    }

    private static String counts(FileReport file) {
        return file.kinds().entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String range(FileReport file) {
        return file.firstNanos() == Long.MIN_VALUE ? "no stamps" : range(file.firstNanos(), file.lastNanos());
    }

    private static String range(long first, long last) {
        return EpochNanos.format(first) + " to " + EpochNanos.format(last);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
