package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String HOSTILE = "</script><b>&\"'<!--";

    @Test
    void writesAPageAndAllExports(@TempDir Path folder) {
        Path page = ReportFiles.write(DemoReport.of(3000), folder.resolve("run"));
        assertThat(page).exists().hasFileName("report.html");
        assertThat(page.getParent().toFile().list())
                .containsExactlyInAnyOrder(
                        "report.html",
                        "result.json",
                        "orders.csv",
                        "fills.csv",
                        "trades.csv",
                        "cash_flows.csv",
                        "assumptions.txt",
                        "equity.csv",
                        "profits.csv");
    }

    @Test
    void embedsWhatTheModelHolds() throws Exception {
        ReportModel model = DemoReport.of(3000);
        String page = page(model);
        Map<String, Object> data = data(page);
        assertThat(data).containsEntry("title", model.title()).containsEntry("fingerprint", model.fingerprint());
        assertThat(JsonTree.objects(data.get("headline"))).hasSameSizeAs(model.headline());
        assertThat(JsonTree.objects(data.get("assumptions"))).hasSameSizeAs(model.assumptions());
        assertThat(rows(data, "trades")).hasSameSizeAs(model.trades());
        assertThat(rows(data, "orders")).hasSameSizeAs(model.orders());
        List<Object> fill = JsonTree.list(rows(data, "fills").get(2));
        assertThat(fill.get(4)).isEqualTo(model.fills().get(2).price().toPlainString());
        assertThat(JsonTree.list(data.get("strings")).get(((Long) fill.get(1)).intValue()))
                .isEqualTo(model.fills().get(2).strategy());
        assertThat(candles(page, model.candles().get(0))[2][2999])
                .isEqualTo(Math.round(model.candles().get(0).close()[2999] * 100));
    }

    @Test
    void asksNothingOfTheNetwork() {
        String page = page(DemoReport.of(3000));
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("{{")
                .doesNotContainPattern("<(link|img|iframe)\\b");
        assertThat(page).doesNotContainPattern("<script[^>]+src=");
        assertThat(page).contains("TradingView Lightweight Charts™").contains("https://www.tradingview.com/");
    }

    @Test
    void keepsHostileTextInsideTheData() {
        ReportModel model = ReportModel.titled(HOSTILE)
                .subtitle(HOSTILE)
                .warnings(List.of(HOSTILE))
                .parameters(List.of(new StrategyParameters(HOSTILE, Map.of(HOSTILE, HOSTILE))))
                .build();
        String page = page(model);
        assertThat(page).doesNotContain("</script><b>").doesNotContain("<b>&").doesNotContain("<!--");
        assertThat(data(page)).containsEntry("title", HOSTILE).containsEntry("warnings", List.of(HOSTILE));
    }

    @Test
    void drawsAnEmptyResult() {
        Map<String, Object> data = data(page(ReportModel.titled("Nothing").build()));
        assertThat(JsonTree.list(data.get("instruments"))).isEmpty();
        assertThat(rows(data, "orders")).isEmpty();
    }

    @Test
    void saysThatAFigureIsNotAvailable() {
        ReportModel model = ReportModel.titled("t")
                .headline(List.of(Figure.number("Sharpe ratio", Double.NaN, 2, "")))
                .monthlyReturns(List.of(new MonthReturn(2024, 1, Double.NaN)))
                .build();
        Map<String, Object> data = data(page(model));
        assertThat(JsonTree.objects(data.get("headline")).get(0)).containsEntry("value", "n/a");
        assertThat(JsonTree.objects(data.get("monthlyReturns")).get(0)).containsEntry("return", null);
    }

    @Test
    void staysBelowFifteenMegabytesWithAMillionCandles() {
        CandleSeries long1 = DemoMarket.walk("a", 2, 27_000, 700_000, 1, 1);
        CandleSeries long2 = DemoMarket.walk("b", 4, 1_800, 300_000, 1, 2);
        String page =
                page(ReportModel.titled("t").candles(List.of(long1, long2)).build());
        assertThat(page.length()).isLessThan(15_000_000);
        assertThat(JsonTree.objects(data(page).get("instruments")).get(0)).containsEntry("size", 700_000L);
    }

    @Test
    void carriesLongerCandlesOfALongSeriesForTheFirstLook() throws Exception {
        CandleSeries series = DemoMarket.walk("a", 2, 27_000, 120_000, 1, 1);
        CandleSeries shorter = DemoMarket.walk("b", 2, 27_000, CoarseCandles.FROM, 1, 1);
        String page =
                page(ReportModel.titled("t").candles(List.of(series, shorter)).build());
        Map<String, Object> instrument =
                JsonTree.objects(data(page).get("instruments")).get(0);
        Map<?, ?> coarse = (Map<?, ?>) java.util.Objects.requireNonNull(instrument.get("coarse"));
        assertThat(coarse.get("step")).isEqualTo(600_000L);
        long[][] columns = CandleDecoding.columns(
                between(page, "id=\"coarse-0\">"),
                ((Long) coarse.get("size")).intValue(),
                (Long) coarse.get("first"),
                600_000);
        assertThat(columns[0]).hasSize(12_000);
        assertThat(columns[2][11_999]).isEqualTo(Math.round(series.close()[119_999] * 100));
        assertThat(page).doesNotContain("coarse-1");
        assertThat(page.indexOf("id=\"coarse-0\"")).isLessThan(page.indexOf("id=\"candles-0\""));
    }

    @Test
    void aggregatesCandlesThatAreTooManyAndSaysSo() {
        CandleSeries series = DemoMarket.walk("a", 2, 27_000, HtmlReport.CANDLE_LIMIT + 2, 1, 1);
        Map<String, Object> instrument = JsonTree.objects(data(page(
                                ReportModel.titled("t").candles(List.of(series)).build()))
                        .get("instruments"))
                .get(0);
        assertThat(instrument)
                .containsEntry("size", HtmlReport.CANDLE_LIMIT / 2 + 1L)
                .containsEntry("sourceSize", HtmlReport.CANDLE_LIMIT + 2L)
                .containsEntry("step", 120_000L);
    }

    @Test
    void holdsOnlyTheFirstRowsOfVeryManyAndTellsHowManyThereAre() {
        RefusalCount ignored = new RefusalCount("s", "r", 1, "");
        OrderRow order = DemoReport.of(2000).orders().get(0);
        ReportModel model = ReportModel.titled("t")
                .orders(java.util.Collections.nCopies(PageRows.LIMIT + 7, order))
                .refusals(List.of(ignored))
                .build();
        Map<String, Object> data = data(page(model));
        assertThat(rows(data, "orders")).hasSize(PageRows.LIMIT);
        assertThat(((Map<?, ?>) java.util.Objects.requireNonNull(data.get("orders"))).get("total"))
                .isEqualTo(PageRows.LIMIT + 7L);
    }

    @Test
    void isTheSameTextEachTime() {
        assertThat(page(DemoReport.of(2000))).isEqualTo(page(DemoReport.of(2000)));
    }

    @Test
    void keepsExactMoneyInTheTradeTable() {
        ReportModel demo = DemoReport.of(2000);
        Map<String, Object> data = data(page(demo));
        BigDecimal pnl = demo.trades().get(0).pnl();
        assertThat(JsonTree.list(rows(data, "trades").get(0)).get(11)).isEqualTo(pnl.toPlainString());
    }

    static String page(ReportModel model) {
        StringWriter out = new StringWriter();
        new HtmlReport(model).write(out);
        return out.toString();
    }

    private static Map<String, Object> data(String page) {
        return JsonTree.object(between(page, "id=\"data\">"));
    }

    private static long[][] candles(String page, CandleSeries series) throws Exception {
        return CandleDecoding.columns(
                between(page, "id=\"candles-0\">"), series.size(), Times.millis(series.openNanos()[0]), 60_000);
    }

    private static List<Object> rows(Map<String, Object> data, String name) {
        return JsonTree.list(((Map<?, ?>) java.util.Objects.requireNonNull(data.get(name))).get("rows"));
    }

    private static String between(String page, String start) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("</script>", from));
    }
}
