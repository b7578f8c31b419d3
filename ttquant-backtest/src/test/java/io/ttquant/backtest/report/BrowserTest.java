package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    Path folder;

    private Chromium chromium;

    @BeforeEach
    void findABrowser() {
        var found = Chromium.find(folder);
        Assumptions.assumeTrue(found.isPresent(), "no chromium on the PATH: the page is not opened in a browser");
        chromium = found.orElseThrow();
    }

    @Test
    void drawsTheWholeReportWithoutAnError() throws Exception {
        String document = open(DemoReport.of(20_000), "", 1280);
        assertIsReady(document);
        assertThat(document).contains("+13.28").contains("Candles of 1 h").contains("1–20 of ");
        assertThat(document).contains("How these numbers came about").contains("Maker 0.10 %, taker 0.10 %");
    }

    @Test
    void jumpsToATradeInTheDark() throws Exception {
        String document = open(DemoReport.of(20_000), "#theme=dark&trade=3", 1280);
        assertIsReady(document);
        assertThat(document).contains("data-theme=\"dark\"").contains("<strong>Trade 3</strong>");
        assertThat(document).contains("Candles of 1 min");
    }

    @Test
    void showsTheSameStretchOfTimeInAllCharts() throws Exception {
        String document = open(DemoReport.of(60_000), "#from=2023-04-12&to=2023-04-20", 1280);
        assertIsReady(document);
        assertThat(document)
                .contains("data-ranges=\"2023-04-12/2023-04-20 2023-04-12/2023-04-20 2023-04-12/2023-04-20\"");
    }

    @Test
    void drawsWhatLiesBehindTheFigures() throws Exception {
        String document = open(DemoReport.of(60_000), "", 1280);
        assertIsReady(document);
        assertThat(document)
                .contains("aria-label=\"Distribution of daily returns\"")
                .contains("class=\"dot-");
        assertThat(document)
                .contains("By weekday")
                .contains("Deepest drawdowns")
                .contains("Rolling return");
    }

    @Test
    void showsLongerCandlesFirstAndEveryOneOfThemAfterZoomingIn() throws Exception {
        String document = open(DemoReport.of(60_000), "#from=2023-04-12&to=2023-04-13", 1280);
        assertIsReady(document);
        assertThat(document.substring(0, 400)).contains("data-complete=\"true\"");
        assertThat(document).contains("id=\"coarse-0\"").doesNotContain("id=\"coarse-1\"");
        assertThat(document).contains("Candles of 5 min").doesNotContain("Candles of 3 min");
    }

    @Test
    void isNotWiderThanAPhone() throws Exception {
        String document = open(DemoReport.of(5000), "", 500);
        assertIsReady(document);
        assertThat(document).doesNotContain("data-overflow");
    }

    @Test
    void saysWhatAnEmptyResultLacks() throws Exception {
        String document = open(ReportModel.titled("Nothing").build(), "", 1280);
        assertIsReady(document);
        assertThat(document).contains("There are no candles to draw.").contains("No order was made in this run.");
    }

    @Test
    void drawsOneCandle() throws Exception {
        ReportModel model = ReportModel.titled("One")
                .candles(List.of(DemoMarket.walk("a", 2, 100, 1, 1, 1), DemoMarket.walk("none", 2, 100, 0, 1, 1)))
                .build();
        assertIsReady(open(model, "", 1280));
    }

    @Test
    void showsHostileNamesAsText() throws Exception {
        String hostile = "</script><b>x</b><img src=x onerror=\"document.title='taken'\">";
        ReportModel model = ReportModel.titled(hostile)
                .warnings(List.of(hostile))
                .candles(List.of(DemoMarket.walk(hostile, 2, 100, 50, 1, 1)))
                .build();
        String document = open(model, "", 1280);
        assertIsReady(document);
        assertThat(document).doesNotContain("<b>x</b>").doesNotContain("<title>taken");
    }

    private String open(ReportModel model, String fragment, int width) throws Exception {
        return chromium.document(ReportFiles.write(model, folder), fragment, width, 900);
    }

    private static void assertIsReady(String document) {
        String head = document.substring(0, Math.min(400, document.length()));
        assertThat(head).contains("data-ready=\"true\"").doesNotContain("data-error");
    }
}
