package io.ttquant.backtest.report;

import java.nio.file.Path;

/** Something that can be written as a page with its tables. */
public interface Report {
    /** Everything that it shows. */
    ReportModel model();

    /**
     * Writes {@code report.html}, {@code result.json}, and {@code orders.csv}, {@code fills.csv}, {@code trades.csv}, {@code cash_flows.csv},
     * {@code equity.csv} and {@code profits.csv}.
     *
     * @param folder where to; made if it is not there, files of an earlier run are replaced
     * @return the page
     * @throws java.io.UncheckedIOException if the folder or a file cannot be written
     */
    default Path write(Path folder) {
        return ReportFiles.write(model(), folder);
    }

    /** What it says in a few lines of at most {@value ConsoleSummary#WIDTH} characters, for a terminal or a log. */
    default String summary() {
        StringBuilder out = new StringBuilder();
        ConsoleSummary.of(model()).print(out);
        return out.toString();
    }
}
