package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonExportTest {
    @Test
    void readsBackWhatTheModelHolds() {
        ReportModel model = DemoReport.of(2000);
        Map<String, Object> result = export(model);
        assertThat(result).containsEntry("title", model.title()).containsEntry("currency", "USDT");
        assertThat(JsonTree.objects(result.get("orders"))).hasSameSizeAs(model.orders());
        assertThat(JsonTree.objects(result.get("trades"))).hasSameSizeAs(model.trades());
        assertThat(JsonTree.list(column(result, "equity", "equity")))
                .hasSize(model.equity().size());
        assertThat(JsonTree.list(column(result, "profits", "benchmark")))
                .hasSize(model.profits().size());
        Map<String, Object> fill = JsonTree.objects(result.get("fills")).get(3);
        assertThat(fill.get("price")).isEqualTo(model.fills().get(3).price().toPlainString());
        assertThat(fill.get("timeNanos")).isEqualTo(model.fills().get(3).timeNanos());
    }

    @Test
    void writesMoneyAsExactText() {
        BigDecimal pnl = new BigDecimal("-12345678901234567890.12345678");
        StrategySummary total = new StrategySummary(
                "total", "", 0, 0, 0, 0, pnl, BigDecimal.ZERO, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        Map<String, Object> result = export(ReportModel.titled("t").total(total).build());
        assertThat(result.get("total"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("pnl", "-12345678901234567890.12345678")
                .containsEntry("sharpe", null);
    }

    @Test
    void writesAnEmptyResult() {
        Map<String, Object> result = export(ReportModel.titled("nothing").build());
        assertThat(JsonTree.list(result.get("orders"))).isEmpty();
        assertThat(JsonTree.list(column(result, "equity", "equity"))).isEmpty();
        assertThat(result).containsEntry("format", 1L);
    }

    @Test
    void keepsHostileTextAsItIs() {
        String hostile = "</script><b>&\u2028\"";
        Map<String, Object> result =
                export(ReportModel.titled(hostile).warnings(List.of(hostile)).build());
        assertThat(result).containsEntry("title", hostile).containsEntry("warnings", List.of(hostile));
    }

    private static @Nullable Object column(Map<String, Object> result, String series, String name) {
        return ((Map<?, ?>) java.util.Objects.requireNonNull(result.get(series))).get(name);
    }

    private static Map<String, Object> export(ReportModel model) {
        StringWriter out = new StringWriter();
        new JsonExport(model).write(out);
        return JsonTree.object(out.toString());
    }
}
