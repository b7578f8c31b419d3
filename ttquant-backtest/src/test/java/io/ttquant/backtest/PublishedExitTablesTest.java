package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Exits by stop, profit, trailing stop and signal, as a published table of candles has them: the same candle, reason and profit to three decimals. */
class PublishedExitTablesTest {
    private static final long HOUR = 3600 * EpochNanos.SECOND;

    @TestFactory
    List<DynamicTest> leavesInTheSameCandleAtTheSameProfit() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode scenario : Published.json("freqtrade_exit_scenarios.json").get("scenarios")) {
            String id = scenario.get("id").asText();
            tests.add(DynamicTest.dynamicTest(id, () -> check(scenario)));
        }
        return tests;
    }

    private static void check(JsonNode scenario) {
        assumeFalse(
                scenario.get("settings").has("use_custom_stoploss"),
                "skipped: the published stop of the entry's candle assumes a dive of its own, which no path of the candle has");
        CandleExits strategy = run(scenario);

        assumeFalse(
                strategy.isBetterByConvention(),
                "skipped: the published profit is taken in a candle that opened beyond the trailing stop, which no market allows");
        if (strategy.isWorseByConvention()) {
            assertThat(profit(strategy)).isGreaterThanOrEqualTo(published(scenario));
            return;
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode trade : scenario.get("expected_trades")) {
            expected.add(trade.get("open_tick").asInt() + ".."
                    + trade.get("close_tick").asInt() + " "
                    + trade.get("exit_reason").asText());
        }
        assertThat(strategy.trades())
                .extracting(trade -> trade.openTick() + ".." + trade.closeTick() + " " + trade.reason())
                .containsExactlyElementsOf(expected);
        assertThat(profit(strategy)).isEqualByComparingTo(published(scenario));
    }

    private static BigDecimal profit(CandleExits strategy) {
        return strategy.trades().stream()
                .map(CandleExits.Trade::profit)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(3, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal published(JsonNode scenario) {
        String text = scenario.get("expected_profit_ratio_sum").asText();
        BigDecimal product = BigDecimal.ONE;
        for (String factor : text.split("\\*")) {
            product = product.multiply(new BigDecimal(factor.trim()));
        }
        return product.setScale(3, RoundingMode.HALF_EVEN);
    }

    private static CandleExits run(JsonNode scenario) {
        Instrument instrument = Instrument.perpetual(
                        InstrumentId.parse("test:UNIT"), Currency.of("UNIT"), Currency.of("USDT"))
                .tick("0.000001")
                .lot("1")
                .build();
        BarColumns.Builder bars = BarColumns.builder(instrument, BarSpec.hours(1));
        int at = 0;
        for (JsonNode c : scenario.get("candles")) {
            bars.add(at * HOUR, ++at * HOUR, raw(c, 1), raw(c, 2), raw(c, 3), raw(c, 4), 0);
        }
        CandleExits strategy = new CandleExits(instrument, scenario);
        BarPath path =
                isAdverseFirst(scenario.get("settings")) == CandleExits.isShort(scenario) ? BarPath.OHLC : BarPath.OLHC;
        Backtest.of(bars.build().source())
                .cash("1000000 USDT")
                .funds(FundsPolicy.BORROW)
                .simulation(SimulationConfig.DEFAULT.withPath(path).withFills(new FillPolicy(1)))
                .strategy("exits", strategy)
                .run();
        return strategy;
    }

    /** Within a candle the stop is tested before the profit, but a stop that trails is moved by the candle's best price before that. */
    private static boolean isAdverseFirst(JsonNode settings) {
        boolean isFromEntry = settings.has("trailing_stop_positive") && !settings.has("trailing_stop_positive_offset");
        return !settings.has("trailing_stop") || isFromEntry;
    }

    private static long raw(JsonNode candle, int column) {
        return candle.get(column).decimalValue().movePointRight(6).longValueExact();
    }
}
