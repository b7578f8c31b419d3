package io.ttquant.examples.emacross;

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

class EmaCrossTest {
    private static final String[] WAVES = {
        "2000", "2000", "2000", "1990", "1980", "1990", "2010", "2030", "2040", "2020", "1990", "1980", "1990", "2010",
        "2020"
    };

    /** Averages of 2 and 3 bars cross upwards at the closes of 2010, downwards at that of 1990. */
    @Test
    void buysTheCrossUpAndSellsTheCrossDownAtTheNextOpen() {
        BacktestResult result = run(cross(2, 3, "200", "2000", 3, 6), bars().closes(WAVES));

        assertThat(RunText.orders(result))
                .containsExactly(
                        "00:07 BUY MARKET 0.0995 cross: FILLED",
                        "00:11 SELL MARKET 0.0995 cross: FILLED",
                        "00:14 BUY MARKET 0.0995 cross: FILLED");
        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:07 BUY 0.0995 at 2010.00 cross: NEXT_OPEN",
                        "00:11 SELL 0.0995 at 1990.00 cross: NEXT_OPEN",
                        "00:14 BUY 0.0995 at 2010.00 cross: NEXT_OPEN");
    }

    @Test
    void decidesOnItsOwnTimeframeOnly() {
        EmaCross.Params params = new EmaCross.Params(
                Markets.ETH.id(), BarSpec.minutes(5), 2, 3, new BigDecimal("200"), new BigDecimal("2000"), 3, 6);
        BarLines bars = bars();
        for (String close : WAVES) {
            bars.flat(close, 5);
        }

        assertThat(RunText.fills(run(new EmaCross(params), bars)))
                .containsExactly(
                        "00:35 BUY 0.0995 at 2010.00 cross: NEXT_OPEN",
                        "00:55 SELL 0.0995 at 1990.00 cross: NEXT_OPEN",
                        "01:10 BUY 0.0995 at 2010.00 cross: NEXT_OPEN");
    }

    @Test
    void anEntryIsNotWorthMoreThanTheLargestPosition() {
        assertThat(RunText.fills(run(cross(2, 3, "200", "50", 3, 6), bars().closes(WAVES))))
                .startsWith("00:07 BUY 0.0248 at 2010.00 cross: NEXT_OPEN");
    }

    @Test
    void sellsAtTheStopLossWhileTheAveragesAreStillCrossedUp() {
        BacktestResult result = run(
                cross(2, 6, "200", "2000", 0.5, 0),
                bars().flat("2000", 6)
                        .closes("1990", "1980", "1990", "2100", "2100")
                        .flat("2089", 4));

        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:10 BUY 0.0952 at 2100.00 cross: NEXT_OPEN",
                        "00:12 SELL 0.0952 at 2089.00 STOP_LOSS: NEXT_OPEN");
    }

    @Test
    void sellsAtTheTakeProfit() {
        BacktestResult result = run(
                cross(2, 3, "200", "2000", 3, 6),
                bars().closes("2000", "2000", "2000", "1990", "1980", "1990", "2010", "2030", "2040", "2100", "2150")
                        .flat("2200", 3));

        assertThat(RunText.fills(result))
                .containsExactly(
                        "00:07 BUY 0.0995 at 2010.00 cross: NEXT_OPEN",
                        "00:11 SELL 0.0995 at 2150.00 TAKE_PROFIT: NEXT_OPEN");
    }

    @Test
    void zeroTurnsStopLossAndTakeProfitOff() {
        BacktestResult result = run(
                cross(2, 3, "200", "2000", 0, 0),
                bars().closes("2000", "2000", "2000", "1990", "1980", "1990", "2010", "2030", "2400", "2800", "3000"));

        assertThat(RunText.fills(result)).containsExactly("00:07 BUY 0.0995 at 2010.00 cross: NEXT_OPEN");
    }

    @Test
    void theStopLossSendsOneOrderHoweverManyBarsPassWhileItWaits() {
        BarLines bars = bars().flat("2000", 6)
                .closes("1990", "1980", "1990")
                .flat("2100", 5)
                .flat("2089", 5);
        BacktestResult result = slow(cross(2, 6, "200", "2000", 0.5, 0), bars, 2);

        assertThat(RunText.orders(result))
                .containsExactly("00:10 BUY MARKET 0.0952 cross: FILLED", "00:15 SELL MARKET 0.0952 STOP_LOSS: FILLED");
        assertThat(RunText.fills(result)).last().isEqualTo("00:17 SELL 0.0952 at 2089.00 STOP_LOSS: BAR_PATH");
    }

    @Test
    void aCrossDownThatCameWhileTheEntryWasUnderWayIsNotMissed() {
        BacktestResult result =
                slow(cross(2, 3, "200", "2000", 3, 6), bars().closes(WAVES).flat("2000", 6), 4);

        assertThat(RunText.orders(result))
                .startsWith("00:07 BUY MARKET 0.0995 cross: FILLED", "00:11 SELL MARKET 0.0995 cross: FILLED");
    }

    @Test
    void aDeniedEntryWaitsForTheNextCross() {
        BacktestResult result = Backtest.of(bars().closes(WAVES).source())
                .cash("10 USDT")
                .strategy("cross", cross(2, 3, "200", "2000", 3, 6))
                .run();

        assertThat(RunText.orders(result))
                .containsExactly("00:07 BUY MARKET 0.0995 cross: DENIED", "00:14 BUY MARKET 0.0995 cross: DENIED");
    }

    @Test
    void refusesParametersThatCannotBe() {
        assertThatThrownBy(() -> cross(3, 3, "200", "2000", 3, 6))
                .hasMessage("fast_period 3 must be below slow_period 3");
        assertThatThrownBy(() -> cross(2, 3, "0", "2000", 3, 6))
                .hasMessage("order_value 0 and max_position_value 2000 must be above zero");
    }

    private static BacktestResult slow(EmaCross strategy, BarLines bars, int minutes) {
        return Backtest.of(bars.source())
                .simulation(SimulationConfig.DEFAULT.withLatency(
                        LatencyModel.constant(Duration.ofMinutes(minutes), Duration.ZERO)))
                .strategy("cross", strategy)
                .run();
    }

    private static BacktestResult run(EmaCross strategy, BarLines bars) {
        return Backtest.of(bars.source())
                .cash("10000 USDT")
                .strategy("cross", strategy)
                .run();
    }

    private static BarLines bars() {
        return BarLines.minutes(Markets.ETH);
    }

    private static EmaCross cross(int fast, int slow, String value, String max, double stopLoss, double takeProfit) {
        return new EmaCross(new EmaCross.Params(
                Markets.ETH.id(),
                BarSpec.minutes(1),
                fast,
                slow,
                new BigDecimal(value),
                new BigDecimal(max),
                stopLoss,
                takeProfit));
    }
}
