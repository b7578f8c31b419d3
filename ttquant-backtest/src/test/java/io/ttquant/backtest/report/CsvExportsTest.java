package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvExportsTest {
    private static final long TIME = EpochNanos.parse("2024-02-29T23:59:59.000000001Z");
    private static final String HOSTILE = "a,\"b\"\r\n</script>";

    @Test
    void quotesWhatNeedsQuotes() {
        StringBuilder out = new StringBuilder();
        new Csv(out, "x")
                .field("plain")
                .field("a,b")
                .field("say \"no\"")
                .field("two\nlines")
                .endLine();
        assertThat(out).hasToString("x\r\nplain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void writesDecimalsExactlyAndWithoutExponent() {
        StringBuilder out = new StringBuilder();
        new Csv(out, "x")
                .field(new BigDecimal("1E-10"))
                .field(new BigDecimal("100000000000000000000.10"))
                .field((BigDecimal) null)
                .field(Double.NaN)
                .endLine();
        assertThat(out).hasToString("x\r\n0.0000000001,100000000000000000000.10,,\r\n");
    }

    @Test
    void readsBackEveryOrder() {
        OrderRow order = new OrderRow(
                "D-1",
                HOSTILE,
                "binance:BTCUSDT",
                Side.SELL,
                OrderType.STOP_LIMIT,
                TimeInForce.GTD,
                false,
                true,
                new BigDecimal("0.00010"),
                new BigDecimal("99.90"),
                new BigDecimal("100.00"),
                BigDecimal.ZERO,
                null,
                OrderStatus.DENIED,
                TIME,
                TIME,
                "PRICE_STEP",
                "99.905 is no multiple of 0.01");
        List<List<String>> rows =
                orders(ReportModel.titled("t").orders(List.of(order)).build());
        assertThat(rows.get(0))
                .startsWith("order_id", "strategy", "instrument", "side")
                .hasSize(20);
        assertThat(rows.get(1))
                .containsExactly(
                        "D-1",
                        HOSTILE,
                        "binance:BTCUSDT",
                        "SELL",
                        "STOP_LIMIT",
                        "GTD",
                        "false",
                        "true",
                        "0.00010",
                        "99.90",
                        "100.00",
                        "0",
                        "",
                        "DENIED",
                        "2024-02-29T23:59:59.000000001Z",
                        Long.toString(TIME),
                        "2024-02-29T23:59:59.000000001Z",
                        Long.toString(TIME),
                        "PRICE_STEP",
                        "99.905 is no multiple of 0.01");
    }

    @Test
    void leavesTheExitOfAnOpenTradeEmpty() {
        TradeRow open = new TradeRow(
                1,
                "s",
                "i",
                Side.BUY,
                BigDecimal.ONE,
                TIME,
                BigDecimal.TEN,
                "",
                EpochNanos.NEVER,
                null,
                "",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Double.NaN,
                Double.NaN,
                Double.NaN);
        StringBuilder out = new StringBuilder();
        new CsvExports(ReportModel.titled("t").trades(List.of(open)).build()).trades(out);
        List<String> row = CsvReader.rows(out.toString()).get(1);
        assertThat(row.subList(9, 13)).containsExactly("", "", "", "");
        assertThat(row.get(15)).isEmpty();
    }

    @Test
    void writesEquityToTheLastDigit() {
        EquitySeries equity = new EquitySeries(
                "USDT", 8, new long[] {TIME, TIME + 1}, new long[] {100_000_000_001L, 99_000_000_000L});
        StringBuilder out = new StringBuilder();
        new CsvExports(ReportModel.titled("t").equity(equity).build()).equity(out);
        List<List<String>> rows = CsvReader.rows(out.toString());
        assertThat(rows.get(0)).containsExactly("time", "time_nanos", "equity", "drawdown");
        assertThat(rows.get(1).subList(2, 4)).containsExactly("1000.00000001", "0.0");
    }

    @Test
    void writesAColumnOfProfitPerStrategyAndLeavesEmptyWhatIsNotKnown() {
        ProfitSeries profits = new ProfitSeries(
                8, new long[] {TIME, TIME + 1}, new double[0], List.of(new StrategyPnl("grid", new long[] {
                    StrategyPnl.UNKNOWN, -1
                })));
        StringBuilder out = new StringBuilder();
        new CsvExports(ReportModel.titled("t").profits(profits).build()).profits(out);
        List<List<String>> rows = CsvReader.rows(out.toString());
        assertThat(rows.get(0)).containsExactly("time", "time_nanos", "benchmark", "pnl:grid");
        assertThat(rows.get(1).subList(2, 4)).containsExactly("", "");
        assertThat(rows.get(2).subList(2, 4)).containsExactly("", "-0.00000001");
    }

    @Test
    void writesEveryFillInOrder() {
        ReportModel model = DemoReport.of(2000);
        StringBuilder out = new StringBuilder();
        new CsvExports(model).fills(out);
        List<List<String>> rows = CsvReader.rows(out.toString());
        assertThat(rows)
                .hasSize(model.fills().size() + 1)
                .allSatisfy(row -> assertThat(row).hasSize(14));
        FillMark fill = model.fills().get(5);
        assertThat(new BigDecimal(rows.get(6).get(7))).isEqualTo(fill.price());
        assertThat(new BigDecimal(rows.get(6).get(9))).isEqualTo(fill.fee());
    }

    @Test
    void writesOnlyTheHeaderForAnEmptyResult() {
        assertThat(orders(ReportModel.titled("t").build())).hasSize(1);
    }

    private static List<List<String>> orders(ReportModel model) {
        StringBuilder out = new StringBuilder();
        new CsvExports(model).orders(out);
        return CsvReader.rows(out.toString());
    }
}
