package io.ttquant.backtest.data.check;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.Finding.Severity;
import java.util.List;
import java.util.Locale;
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
        }
        for (DataQuality series : report.series()) {
            if (!isOfOneFile(series)) {
                line(series.instrument() + ", from " + series.file());
                describe(series);
            }
        }
        sum();
        return text.toString();
    }

    private void describe(FileReport file) {
        if (file.refusal() != null) {
            line("  REFUSED  " + withoutName(file));
        } else {
            line("  " + file.format() + ", " + number(file.rows()) + " rows, " + range(file));
            if (!file.kinds().isEmpty()) {
                line("  " + counts(file));
            }
            report.series().stream()
                    .filter(series -> series.file().equals(file.file()))
                    .forEach(this::describe);
        }
        line("");
    }

    private void describe(DataQuality series) {
        line("  " + series.instrument() + ": " + number(series.rows()) + " " + series.series() + ", "
                + range(series.firstNanos(), series.lastNanos()));
        for (Finding finding : series.findings()) {
            if (finding.severity() != Severity.FINE) {
                finding(finding);
            }
        }
        series.findings().stream()
                .filter(finding -> finding.severity() == Severity.FINE && !finding.detail().isEmpty())
                .forEach(finding -> line("    " + finding.check() + ": " + finding.detail()));
        String fine = series.findings().stream()
                .filter(finding -> finding.severity() == Severity.FINE && finding.count() == 0)
                .map(Finding::check)
                .collect(Collectors.joining(", "));
        if (!fine.isEmpty()) {
            line("    none of: " + fine);
        }
        if (!isOfOneFile(series)) {
            line("");
        }
    }

    String verify() {
        for (FileReport file : report.files()) {
            List<DataQuality> own = report.series().stream()
                    .filter(series -> series.file().equals(file.file()))
                    .toList();
            line(status(file, own) + "  " + file.file());
            if (file.refusal() != null) {
                line("    " + withoutName(file));
            }
            own.forEach(this::findings);
        }
        report.series().stream().filter(series -> !isOfOneFile(series)).forEach(series -> {
            line(status(series) + "  " + series.instrument() + ", from " + series.file());
            findings(series);
        });
        sum();
        return text.toString();
    }

    private void findings(DataQuality series) {
        series.findings().stream()
                .filter(finding -> finding.severity() != Severity.FINE)
                .forEach(this::finding);
    }

    private void finding(Finding finding) {
        line("    " + (finding.severity() == Severity.WARNING ? "warning: " : "note: ") + finding.check() + ": "
                + number(finding.count()) + (finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")"));
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

    private void sum() {
        line(number(report.files().size()) + " files: "
                + (report.isUsable() ? "all can be used" : number(report.refused()) + " cannot be used") + ", "
                + number(report.warnings()) + " warnings, " + number(report.notes()) + " notes");
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
                .map(kind -> number(kind.getValue()) + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String range(FileReport file) {
        return file.firstNanos() == Long.MIN_VALUE ? "no stamps" : range(file.firstNanos(), file.lastNanos());
    }

    private static String range(long first, long last) {
        return EpochNanos.format(first) + " to " + EpochNanos.format(last);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
