package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @Test
    void writesAPageAndAllExports(@TempDir Path folder) {
        Path page = ReportFiles.write(DemoReport.of(3000), folder.resolve("run"));
        assertThat(page).exists().hasFileName("report.html");
        assertThat(page.getParent())
                .isDirectoryContaining("glob:**orders.csv")
                .isDirectoryContaining("glob:**fills.csv")
                .isDirectoryContaining("glob:**trades.csv")
                .isDirectoryContaining("glob:**equity.csv")
                .isDirectoryContaining("glob:**result.json");
        assertThat(page).content().doesNotContain("{{").contains("Grid, EMA cross and momentum");
    }

    @Test
    void holdsAYearOfMinutesInFewMegabytes(@TempDir Path folder) throws Exception {
        Path page = ReportFiles.write(DemoReport.of(525_600), folder);
        assertThat(Files.size(page)).isLessThan(15_000_000);
        String demo = System.getProperty("ttquant.demo");
        if (demo != null) {
            ReportFiles.write(DemoReport.of(525_600), Path.of(demo));
        }
    }
}
