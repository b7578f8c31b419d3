package io.ttquant.examples.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.examples.BarLines;
import io.ttquant.examples.Markets;
import io.ttquant.examples.RunText;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MomentumTest {
    /** After returns of plus and minus 0.1 percent on a volume of 10, one percent on a volume of 30 is an outbreak. */
    @Test
    void buysTheOutbreakAndSellsTheReversal() {
        BacktestResult result = run(
                momentum("150", "1500", 4, 8),
                outbreak(30)
                        .closes("101.1", "101.2", "101.1", "101.2")
                        .bar("101.2 101.2 100 100 5")
                        .flat("100", 2));

        assertThat(RunText.orders(result))
                .containsExactly("00:08 BUY MARKET 1.485 breakout: FILLED", "00:13 SELL MARKET 1.485 reversal: FILLED");
        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:08 BUY 1.485 at 101.00 breakout: NEXT_OPEN",
                        "00:13 SELL 1.485 at 100.00 reversal: NEXT_OPEN");
    }

    @Test
    void ignoresAnOutbreakOnLittleVolume() {
        assertThat(run(momentum("150", "1500", 4, 8), outbreak(11).flat("101", 3))
                        .orders())
                .isEmpty();
        assertThat(run(momentum("150", "1500", 4, 8), outbreak(12).flat("101", 3))
                        .orders())
                .hasSize(1);
    }

    @Test
    void ignoresAMoveOfLessThanTheThreshold() {
        BarLines bars = calm().bar("100 100.15 100 100.15 30").flat("100.15", 3);

        assertThat(run(momentum("150", "1500", 4, 8), bars).orders()).isEmpty();
    }

    @Test
    void seesNothingUnusualInAWindowWithoutDeviation() {
        BarLines bars = bars().flat("100", 6).bar("100 101 100 101 30").flat("101", 3);

        assertThat(run(momentum("150", "1500", 4, 8), bars).orders()).isEmpty();
    }

    @Test
    void anEntryIsNotWorthMoreThanTheLargestPosition() {
        assertThat(RunText.fills(run(momentum("150", "20", 4, 8), outbreak(30).flat("101", 3))))
                .containsExactly("00:08 BUY 0.198 at 101.00 breakout: NEXT_OPEN");
    }

    @Test
    void sellsAtTheStopLoss() {
        BarLines bars = outbreak(30).closes("101", "100.6", "100.2", "99.9").flat("99.9", 3);

        assertThat(RunText.fills(run(momentum("150", "1500", 1, 8), bars)))
                .containsExactly(
                        "00:08 BUY 1.485 at 101.00 breakout: NEXT_OPEN",
                        "00:12 SELL 1.485 at 99.90 STOP_LOSS: NEXT_OPEN");
    }

    @Test
    void sellsAtTheTakeProfit() {
        BarLines bars = outbreak(30).closes("101.1", "105", "110").flat("109", 2);

        assertThat(RunText.fills(run(momentum("150", "1500", 4, 8), bars)))
                .containsExactly(
                        "00:08 BUY 1.485 at 101.00 breakout: NEXT_OPEN",
                        "00:11 SELL 1.485 at 110.00 TAKE_PROFIT: NEXT_OPEN");
    }

    @Test
    void isNotInAPositionBeforeItsEntryIsFilledAndSendsNoSecondOne() {
        BarLines bars = outbreak(30)
                .bar("101 103 101 103 60")
                .bar("103 107 103 107 200")
                .closes("107.1", "107", "107.1", "107");
        BacktestResult result = slow(momentum("150", "1500", 4, 0), bars);

        assertThat(RunText.orders(result)).containsExactly("00:08 BUY MARKET 1.485 breakout: FILLED");
        assertThat(RunText.fills(result)).containsExactly("00:11 BUY 1.485 at 107.10 breakout: BAR_PATH");
    }

    @Test
    void anExitThatWaitsIsSentOnce() {
        BarLines bars = outbreak(30).flat("101", 5).closes("99", "97", "96", "95", "94", "93");
        BacktestResult result = slow(momentum("150", "1500", 1, 0), bars);

        assertThat(RunText.orders(result)).hasSize(2).last().asString().startsWith("00:14 SELL MARKET 1.485 STOP_LOSS");
    }

    @Test
    void aDeniedEntryLeavesItFlat() {
        BacktestResult result = Backtest.of(outbreak(30).flat("101", 4).source())
                .cash("10 USDT")
                .strategy("momentum", momentum("150", "1500", 4, 8))
                .run();

        assertThat(RunText.orders(result)).containsExactly("00:08 BUY MARKET 1.485 breakout: DENIED");
    }

    @Test
    void refusesParametersThatCannotBe() {
        assertThatThrownBy(() -> momentum("150", "0", 4, 8))
                .hasMessage("order_value 150 and max_position_value 0 must be above zero");
    }

    private static BarLines bars() {
        return BarLines.minutes(Markets.SOL);
    }

    private static BarLines calm() {
        return bars().closes("100", "100.1", "100", "100.1", "100", "100.1", "100");
    }

    private static BarLines outbreak(int volume) {
        return calm().bar("100 101 100 101 " + volume);
    }

    private static BacktestResult slow(Momentum strategy, BarLines bars) {
        return Backtest.of(bars.source())
                .simulation(SimulationConfig.DEFAULT.withLatency(
                        LatencyModel.constant(Duration.ofMinutes(3), Duration.ZERO)))
                .strategy("momentum", strategy)
                .run();
    }

    private static BacktestResult run(Momentum strategy, BarLines bars) {
        return Backtest.of(bars.source())
                .cash("10000 USDT")
                .strategy("momentum", strategy)
                .run();
    }

    private static Momentum momentum(String value, String max, double stopLoss, double takeProfit) {
        return new Momentum(new Momentum.Params(
                Markets.SOL.id(),
                BarSpec.minutes(1),
                4,
                1.5,
                1.2,
                new BigDecimal(value),
                new BigDecimal(max),
                stopLoss,
                takeProfit));
    }
}
