package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.Walk;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written says the same as what was run, to the last digit. */
class ReconciliationTest {
    private static final BarSpec HOUR = BarSpec.hours(1);
    private static final BigDecimal START = new BigDecimal("50000");

    @TempDir
    Path folder;

    private BacktestResult result;

    @BeforeEach
    void run() {
        result = Backtest.of(Walk.bars(Walk.BTC, HOUR, 3000, 11).source())
                .cash("50000 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.00017", "0.00049")))
                .strategy("a,\"quoted\"", Walk.turns(Walk.BTC, HOUR, 9, "0.137"))
                .strategy("</script>", Walk.turns(Walk.BTC, HOUR, 31, "0.75"))
                .run();
        result.report().write(folder);
    }

    @Test
    void startPlusFillsLessFeesIsTheEnd() throws IOException {
        BigDecimal cash = START;
        BigDecimal held = BigDecimal.ZERO;
        for (List<String> fill : rows("fills.csv")) {
            BigDecimal quantity = new BigDecimal(fill.get(8));
            BigDecimal signed = fill.get(4).equals("BUY") ? quantity : quantity.negate();
            cash = cash.subtract(new BigDecimal(fill.get(7)).multiply(signed)).subtract(new BigDecimal(fill.get(9)));
            held = held.add(signed);
        }
        List<List<String>> equity = rows("equity.csv");
        BigDecimal end = new BigDecimal(equity.get(equity.size() - 1).get(2));
        CandleSeries candles = result.report().model().candles().get(0);
        BigDecimal last = BigDecimal.valueOf(candles.close()[candles.size() - 1]);
        assertThat(held).isPositive();
        assertThat(cash.add(held.multiply(last)).setScale(8, RoundingMode.UNNECESSARY))
                .isEqualTo(end);
    }

    @Test
    void tradesAndStrategiesSumToTheChangeOfEquity() throws IOException {
        BigDecimal trades = sum(rows("trades.csv"), 13);
        List<List<String>> equity = rows("equity.csv");
        BigDecimal change = new BigDecimal(equity.get(equity.size() - 1).get(2)).subtract(START);
        List<List<String>> profits = rows("profits.csv");
        List<String> last = profits.get(profits.size() - 1);
        assertThat(trades).isEqualByComparingTo(change);
        assertThat(new BigDecimal(last.get(3)).add(new BigDecimal(last.get(4)))).isEqualByComparingTo(change);
        assertThat(sum(rows("fills.csv"), 9)).isEqualByComparingTo(sum(rows("trades.csv"), 14));
    }

    @Test
    void ordersHoldWhatTheirFillsAddUpTo() throws IOException {
        for (List<String> order : rows("orders.csv")) {
            BigDecimal filled = rows("fills.csv").stream()
                    .filter(fill -> fill.get(1).equals(order.get(0)))
                    .map(fill -> new BigDecimal(fill.get(8)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(order.get(11))).isEqualByComparingTo(filled);
        }
    }

    @Test
    void jsonSaysTheSameAsTheTables() throws IOException {
        Map<String, Object> json = JsonTree.object(Files.readString(folder.resolve("result.json")));
        assertThat(json).containsEntry("fingerprint", "sha256:" + result.fingerprint());
        assertThat(JsonTree.objects(json.get("fills")))
                .extracting(fill -> fill.get("price"))
                .containsExactlyElementsOf(
                        rows("fills.csv").stream().map(row -> row.get(7)).toList());
        Map<?, ?> equity = (Map<?, ?>) java.util.Objects.requireNonNull(json.get("equity"));
        assertThat(JsonTree.list(equity.get("equity")))
                .containsExactlyElementsOf(
                        rows("equity.csv").stream().map(row -> row.get(2)).toList());
        assertThat(JsonTree.objects(json.get("strategies")))
                .extracting(strategy -> strategy.get("strategy"))
                .containsExactly("a,\"quoted\"", "</script>");
    }

    @Test
    void writesTheSameBytesForTheSameRun() throws IOException {
        byte[] page = Files.readAllBytes(folder.resolve("report.html"));
        run();
        assertThat(Files.readAllBytes(folder.resolve("report.html"))).isEqualTo(page);
    }

    private List<List<String>> rows(String file) throws IOException {
        List<List<String>> all = CsvReader.rows(Files.readString(folder.resolve(file)));
        return all.subList(1, all.size());
    }

    private static BigDecimal sum(List<List<String>> rows, int column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
