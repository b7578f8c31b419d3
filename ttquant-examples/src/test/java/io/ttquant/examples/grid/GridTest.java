package io.ttquant.examples.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.examples.BarLines;
import io.ttquant.examples.Markets;
import io.ttquant.examples.RunText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    /** Three levels of 600 on each side of 60 000; a level is 100 USDT, five of them at most. */
    @Test
    void buysBelowSellsAStepHigherAndArmsTheLevelAgain() {
        BacktestResult result = run(
                grid(3, 3, "100", "500"),
                bars().closes("60000", "60010", "59300", "59900", "60700", "59000", "58000", "56000", "55000")
                        .flat("55100", 2));

        assertThat(RunText.orders(result))
                .containsExactly(
                        "00:01 BUY LIMIT 0.00168 at 59400.00 level -1: FILLED",
                        "00:01 BUY LIMIT 0.00170 at 58800.00 level -2: FILLED",
                        "00:01 BUY LIMIT 0.00171 at 58200.00 level -3: FILLED",
                        "00:02 BUY LIMIT 0.00166 at 60000.00 level 0: FILLED",
                        "00:03 SELL LIMIT 0.00166 at 60600.00 level 0: FILLED",
                        "00:03 SELL LIMIT 0.00168 at 60000.00 level -1: FILLED",
                        "00:05 BUY LIMIT 0.00165 at 60600.00 level 1: FILLED",
                        "00:05 BUY LIMIT 0.00166 at 60000.00 level 0: FILLED",
                        "00:05 BUY LIMIT 0.00168 at 59400.00 level -1: FILLED",
                        "00:06 SELL LIMIT 0.00165 at 61200.00 level 1: CANCELED",
                        "00:06 SELL LIMIT 0.00166 at 60600.00 level 0: CANCELED",
                        "00:06 SELL LIMIT 0.00168 at 60000.00 level -1: CANCELED",
                        "00:07 SELL LIMIT 0.00170 at 59400.00 level -2: CANCELED",
                        "00:07 SELL LIMIT 0.00171 at 58800.00 level -3: CANCELED",
                        "00:08 SELL MARKET 0.00840 STOP_LOSS: FILLED",
                        "00:09 BUY LIMIT 0.00183 at 54450.00 level -1: ACCEPTED",
                        "00:09 BUY LIMIT 0.00185 at 53900.00 level -2: ACCEPTED",
                        "00:09 BUY LIMIT 0.00187 at 53350.00 level -3: ACCEPTED",
                        "00:10 BUY LIMIT 0.00181 at 55000.00 level 0: ACCEPTED");
        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:03 BUY 0.00166 at 60000.00 level 0: TRADED_THROUGH",
                        "00:03 BUY 0.00168 at 59400.00 level -1: TRADED_THROUGH",
                        "00:05 SELL 0.00168 at 60000.00 level -1: TRADED_THROUGH",
                        "00:05 SELL 0.00166 at 60600.00 level 0: TRADED_THROUGH",
                        "00:06 BUY 0.00165 at 60600.00 level 1: TRADED_THROUGH",
                        "00:06 BUY 0.00166 at 60000.00 level 0: TRADED_THROUGH",
                        "00:06 BUY 0.00168 at 59400.00 level -1: TRADED_THROUGH",
                        "00:07 BUY 0.00170 at 58800.00 level -2: TRADED_THROUGH",
                        "00:07 BUY 0.00171 at 58200.00 level -3: TRADED_THROUGH",
                        "00:08 SELL 0.00840 at 56000.00 STOP_LOSS: NEXT_OPEN");
    }

    @Test
    void worksOnTradesFromWhichItsBarsAreMade() {
        long start = EpochNanos.parse("2024-01-01T00:00:00Z");
        TradeColumns.Builder trades = TradeColumns.builder(Markets.BTC);
        long[] prices = {60_000, 60_000, 60_000, 59_300, 59_300, 60_100, 60_100, 60_100};
        for (int i = 0; i < prices.length; i++) {
            boolean isDown = i > 0 && prices[i] < prices[i - 1];
            trades.add(
                    start + i * 30 * EpochNanos.SECOND,
                    prices[i] * 100,
                    100_000,
                    isDown ? AggressorSide.SELLER : AggressorSide.BUYER);
        }

        assertThat(RunText.fills(run(grid(3, 3, "100", "500"), trades.build())))
                .containsExactly(
                        "00:01 BUY 0.00168 at 59400.00 level -1: TRADED_THROUGH",
                        "00:02 SELL 0.00168 at 60000.00 level -1: TRADED_THROUGH");
    }

    @Test
    void waitingLevelsAndHoldingsAreTogetherNeverWorthMoreThanTheLargestPosition() {
        BacktestResult result =
                run(grid(3, 3, "100", "200"), bars().closes("60000", "59300", "58700", "58100", "60700", "60700"));

        assertThat(RunText.orders(result))
                .containsExactly(
                        "00:01 BUY LIMIT 0.00168 at 59400.00 level -1: FILLED",
                        "00:01 BUY LIMIT 0.00170 at 58800.00 level -2: FILLED",
                        "00:02 SELL LIMIT 0.00168 at 60000.00 level -1: FILLED",
                        "00:03 SELL LIMIT 0.00170 at 59400.00 level -2: FILLED",
                        "00:05 BUY LIMIT 0.00165 at 60600.00 level 1: ACCEPTED",
                        "00:05 BUY LIMIT 0.00166 at 60000.00 level 0: ACCEPTED");
    }

    @Test
    void aRefusedLevelIsArmedAgainOnceFundsAllowIt() {
        BacktestResult result = Backtest.of(bars().closes("60000", "60000", "59300", "60100", "60100", "60100")
                        .source())
                .cash("150 USDT")
                .strategy("grid", grid(3, 3, "100", "500"))
                .run();

        assertThat(RunText.orders(result))
                .containsExactly(
                        "00:01 BUY LIMIT 0.00168 at 59400.00 level -1: FILLED",
                        "00:01 BUY LIMIT 0.00170 at 58800.00 level -2: DENIED",
                        "00:02 BUY LIMIT 0.00170 at 58800.00 level -2: DENIED",
                        "00:03 SELL LIMIT 0.00168 at 60000.00 level -1: FILLED",
                        "00:04 BUY LIMIT 0.00166 at 60000.00 level 0: ACCEPTED",
                        "00:04 BUY LIMIT 0.00168 at 59400.00 level -1: DENIED",
                        "00:05 BUY LIMIT 0.00168 at 59400.00 level -1: DENIED");
    }

    @Test
    void aRefusalThatLastsIsTriedMoreAndMoreSeldom() {
        BacktestResult result = run(grid(3, 3, "0.5", "500"), bars().flat("60000", 60));

        assertThat(result.orders())
                .extracting(
                        order -> (order.createdNanos() - result.orders().get(0).createdNanos()) / 60_000_000_000L)
                .containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 47L);
    }

    @Test
    void theStopLossSendsOneOrderHoweverManyBarsPassWhileItWaits() {
        SimulationConfig slow = SimulationConfig.DEFAULT.withLatency(
                LatencyModel.constant(Duration.ofMinutes(3), Duration.ofMinutes(1)));
        BacktestResult result = Backtest.of(bars().closes("60000", "60000", "60000", "60000", "59000")
                        .flat("56000", 14)
                        .source())
                .simulation(slow)
                .strategy("grid", grid(1, 1, "100", "100"))
                .run();

        assertThat(RunText.orders(result))
                .containsExactly(
                        "00:01 BUY LIMIT 0.00168 at 59400.00 level -1: FILLED",
                        "00:06 SELL LIMIT 0.00168 at 60000.00 level -1: CANCELED",
                        "00:10 SELL MARKET 0.00168 STOP_LOSS: FILLED",
                        "00:14 BUY LIMIT 0.00180 at 55440.00 level -1: ACCEPTED");
    }

    @Test
    void theTakeProfitSellsEverythingAndLaysANewGrid() {
        BacktestResult result =
                run(grid(1, 30, "100", "100"), bars().closes("60000", "41000", "44000", "46300", "46300", "46300"));

        assertThat(RunText.orders(result))
                .containsExactly(
                        "00:01 BUY LIMIT 0.00238 at 42000.00 level -1: FILLED",
                        "00:02 SELL LIMIT 0.00238 at 60000.00 level -1: CANCELED",
                        "00:04 SELL MARKET 0.00238 TAKE_PROFIT: FILLED",
                        "00:05 BUY LIMIT 0.00308 at 32410.00 level -1: ACCEPTED");
    }

    @Test
    void aClearanceAboveTheLargestMarketOrderIsSplit() {
        Instrument small = Markets.BTC.toBuilder()
                .maxMarketQuantity(new BigDecimal("0.001"))
                .build();
        BacktestResult result = run(
                grid(1, 1, "100", "100"),
                BarLines.minutes(small).closes("60000", "59000").flat("56000", 4));

        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:02 BUY 0.00168 at 59400.00 level -1: TRADED_THROUGH",
                        "00:03 SELL 0.00100 at 56000.00 STOP_LOSS: NEXT_OPEN",
                        "00:04 SELL 0.00068 at 56000.00 STOP_LOSS: NEXT_OPEN");
    }

    @Test
    void aPurchaseThatThePriceLeftHalfDoneIsGivenUpAndWhatItBoughtIsOffered() {
        BarLines bars = bars().closes("60000")
                .bar("60000 60000 59000 59500 0.005")
                .bar("59500 60100 59500 60100 1")
                .closes("60700", "60700");
        BacktestResult result = Backtest.of(bars.source())
                .simulation(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")))
                .strategy("grid", grid(1, 1, "100", "100"))
                .run();

        assertThat(RunText.orders(result))
                .startsWith(
                        "00:01 BUY LIMIT 0.00168 at 59400.00 level -1: CANCELED",
                        "00:03 SELL LIMIT 0.00050 at 60000.00 level -1: FILLED");
    }

    @Test
    void anExitFilledInPartsFreesItsLevelOnlyOnceAllIsSold() {
        BarLines bars = bars().closes("60000", "59000")
                .bar("59000 60100 59000 59900 0.005")
                .closes("59900", "60200", "60200");
        BacktestResult result = Backtest.of(bars.source())
                .simulation(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")))
                .strategy("grid", grid(1, 1, "100", "100"))
                .run();

        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:02 BUY 0.00168 at 59400.00 level -1: TRADED_THROUGH",
                        "00:03 SELL 0.00050 at 60000.00 level -1: TRADED_THROUGH",
                        "00:05 SELL 0.00118 at 60000.00 level -1: TRADED_THROUGH");
        assertThat(result.orders())
                .filteredOn(order -> order.side() == Side.BUY)
                .hasSize(2);
    }

    @Test
    void offersWhatAFeeInTheBoughtCurrencyLeavesInWholeLots() {
        BacktestResult result = Backtest.of(
                        bars().closes("60000", "59000", "60100", "59000").source())
                .simulation(SimulationConfig.DEFAULT.withFees(
                        RateFees.of("0.001", "0.001").inBaseOnBuys()))
                .strategy("grid", grid(1, 1, "100", "100"))
                .run();

        assertThat(RunText.orders(result))
                .startsWith(
                        "00:01 BUY LIMIT 0.00168 at 59400.00 level -1: FILLED",
                        "00:02 SELL LIMIT 0.00167 at 60000.00 level -1: FILLED");
        assertThat(result.refusals()).isEmpty();
    }

    @Test
    void refusesLevelsThatLieLessThanATickApart() {
        assertThatThrownBy(() -> run(grid(500, 0.001, "100", "500"), bars().closes("60000", "60000")))
                .rootCause()
                .hasMessage("grid_count 500 within price_range_percent 0.001 of 60000.0 puts levels 0.0012 apart, less "
                        + "than the tick 0.01 of binance:BTCUSDT; use fewer levels or a wider range");
    }

    @Test
    void liesATickApartWhereThePriceHasFallenTooFarForItsRange() {
        // 500 levels within 0.0084 %: 0.01008 apart at 60 000, and 0.0084 apart at 50 000.
        BacktestResult result = run(
                grid(500, 0.0084, "100", "100"),
                bars().closes("60000", "59990", "50000", "50000").flat("50000", 3));

        assertThat(RunText.orders(result)).last().isEqualTo("00:04 BUY LIMIT 0.00200 at 49999.99 level -1: ACCEPTED");
    }

    @Test
    void refusesParametersThatCannotBe() {
        assertThatThrownBy(() -> grid(3, 3, "0", "500")).hasMessage("order_value 0 must be above zero");
        assertThatThrownBy(() -> grid(3, 3, "501", "500"))
                .hasMessage("order_value 501 must not exceed max_position_value 500, or no level could be armed");
    }

    @Test
    void neverSellsMoreThanItBought() {
        BacktestResult result = run(
                grid(10, 2, "100", "5000"),
                bars().closes(
                                "60000", "59000", "60500", "59500", "60900", "60100", "58900", "60000", "61500",
                                "59000"));

        long held = 0;
        for (var fill : result.fills()) {
            held += fill.rawSignedQuantity();
            assertThat(held).isNotNegative();
        }
        assertThat(result.fills()).hasSizeGreaterThan(40);
        assertThat(result.orders()).extracting(Order::rawQuantity).allMatch(quantity -> quantity > 0);
        assertThat(result.refusals()).isEqualTo(List.of());
    }

    private static BarLines bars() {
        return BarLines.minutes(Markets.BTC);
    }

    private static BacktestResult run(Grid grid, BarLines bars) {
        return run(grid, bars.source());
    }

    private static BacktestResult run(Grid grid, EventSource source) {
        return Backtest.of(source).cash("10000 USDT").strategy("grid", grid).run();
    }

    private static Grid grid(int count, double rangePercent, String orderValue, String maxPositionValue) {
        return new Grid(new Grid.Params(
                Markets.BTC.id(),
                BarSpec.minutes(1),
                count,
                rangePercent,
                new BigDecimal(orderValue),
                new BigDecimal(maxPositionValue),
                5,
                10));
    }
}
