package io.ttquant.examples;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.junit.BacktestRunner;
import io.ttquant.backtest.junit.LookaheadCheck;
import io.ttquant.backtest.junit.MarketData;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The look-ahead assertion of the kit raises no alarm on the strategies that we ship. */
class KitLookaheadTest {
    @Test
    void theGridRaisesNoAlarm() {
        check(0, SeededRun::grid);
    }

    @Test
    void theCrossOfAveragesRaisesNoAlarm() {
        check(1, SeededRun::cross);
    }

    @Test
    void momentumRaisesNoAlarm() {
        check(2, SeededRun::momentum);
    }

    private static void check(int market, Function<Instrument, Strategy> strategy) {
        BarColumns bars = SeededRun.bars().get(market);
        LookaheadCheck.of(data -> strategy.apply(bars.instrument()), MarketData.of(bars.source()))
                .with(BacktestRunner.DEFAULT.cash("10000 USDT").fees("0.0002", "0.0005"))
                .times(25)
                .assertNone();
    }
}
