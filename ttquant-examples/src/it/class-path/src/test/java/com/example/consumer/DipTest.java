package com.example.consumer;

import static io.ttquant.backtest.junit.LookaheadCheck.assertNoLookahead;
import static io.ttquant.backtest.junit.RunAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.junit.BacktestRunner;
import io.ttquant.backtest.junit.SimulatedMarket;
import io.ttquant.backtest.junit.TestRun;
import io.ttquant.backtest.junit.WrittenMarket;
import org.junit.jupiter.api.Test;

@SimulatedMarket(cash = "1000 USDT")
class DipTest {
    @Test
    void buysTheDipAndSellsTheRecovery(WrittenMarket market, BacktestRunner runner, Instrument btc) {
        TestRun run = runner.run(new Dip(btc.id()), market.closes("100 100 97 98 102 103"));

        assertThat(run).hasOrders(2).hasNoRefusals();
        assertThat(run).order(1).isBuy().isFilled().at("97");
        assertThat(run).order(2).isSell().isFilled().at("102");
    }

    @Test
    void doesNotLookAhead(WrittenMarket market, Instrument btc) {
        assertNoLookahead(
                data -> new Dip(btc.id()),
                market.closes("100 100 97 98 102 103 101 99 104").data());
    }

    @Test
    void runsOnTheClassPath() {
        assertThat(Dip.class.getModule().isNamed()).isFalse();
        assertThat(BacktestRunner.class.getModule().isNamed()).isFalse();
    }
}
