package io.ttquant.backtest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes a result into a folder: {@code report.html}, {@code result.json}, {@code assumptions.txt} and the CSV tables. */
public final class ReportFiles {
    /** Name of the page. */
    public static final String PAGE = "report.html";

    private ReportFiles() {}

    /**
     * Writes everything, replacing what an earlier run left under the same names.
     *
     * @param folder where to; made if it is not there
     * @return the page
     * @throws UncheckedIOException if the folder or a file cannot be written
     */
    public static Path write(ReportModel model, Path folder) {
        CsvExports csv = new CsvExports(model);
        write(folder.resolve("orders.csv"), csv::orders);
        write(folder.resolve("fills.csv"), csv::fills);
        write(folder.resolve("trades.csv"), csv::trades);
        write(folder.resolve("cash_flows.csv"), csv::cashFlows);
        write(folder.resolve("equity.csv"), csv::equity);
        write(folder.resolve("profits.csv"), csv::profits);
        write(folder.resolve("assumptions.txt"), AssumptionsText.of(model)::print);
        write(folder.resolve("result.json"), new JsonExport(model)::write);
        Path page = folder.resolve(PAGE);
        write(page, new HtmlReport(model)::write);
        return page;
    }

    private static void write(Path file, Consumer<Writer> content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                content.accept(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
