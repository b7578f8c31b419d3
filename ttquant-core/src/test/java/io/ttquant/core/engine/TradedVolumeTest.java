package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.PriceSource;
import io.ttquant.api.strategy.MarketView;
import io.ttquant.core.market.LastPrices;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the view of the market says was traded. */
class TradedVolumeTest {
    private static final BarSpec M5 = BarSpec.minutes(5);
    private static final BarSpec BIDS = Lab.M1.withSource(PriceSource.BID);

    private final Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00);

    private static MarketView view(Lab lab) {
        return lab.engine.channel(lab.instrument.id()).prices();
    }

    private long traded() {
        return view(lab).rawTraded();
    }

    private static void bar(BarSink sink, BarSpec spec, long tsClose, long volume) {
        sink.bar(tsClose - spec.step(), tsClose, tsClose, 100, 100, 100, 100, volume);
    }

    @Test
    void tradesAddUp() {
        lab.start(0);
        assertThat(traded()).isZero();
        lab.trade(1, 100, 7);
        lab.quote(2, 99, 50, 101, 50);
        lab.trade(3, 101, 5);
        assertThat(traded()).isEqualTo(12);
    }

    @Test
    void ofAQuantityWithDecimalsItIsInUnitsAsADouble() {
        Instrument fine = Lab.SWAP.toBuilder().lot("0.001").build();
        Lab decimals = Lab.of(fine, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        decimals.trade(1, 100, 1_234);
        assertThat(view(decimals).rawTraded()).isEqualTo(1_234);
        assertThat(view(decimals).traded()).isEqualTo(1.234);
    }

    @Test
    void ownFillsInASimulatedMarketAreNotInIt() {
        lab.start(0);
        lab.trade(1, 100, 50);
        lab.script.desk().buy(Lab.SWAP).lots(10).submit();
        lab.trade(2, 100, 50);
        assertThat(lab.position()).isEqualTo(10);
        assertThat(traded()).isEqualTo(100);
    }

    @Test
    void barsCountUntilTradesAreSeen() {
        lab.withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100, 30);
        assertThat(traded()).isEqualTo(30);
        lab.trade(Lab.MINUTE + 1, 100, 4);
        lab.trade(Lab.MINUTE + 2, 100, 3);
        lab.bar(Lab.MINUTE, 100, 100, 100, 100, 7);
        assertThat(traded()).as("the bar tells of the same trades").isEqualTo(37);
    }

    @Test
    void aLateTradeOfABarThatWasCountedDoesNotCountAgain() {
        lab.withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100, 30);
        lab.sink.trade(Lab.MINUTE - 1, Lab.MINUTE, 100, 4, AggressorSide.NONE);
        assertThat(traded()).isEqualTo(30);
        lab.trade(Lab.MINUTE, 100, 2);
        assertThat(traded()).isEqualTo(32);
    }

    @Test
    void ofSeveralSeriesOneCountsWhicheverComesFirst() {
        BarSink coarse = lab.sink.bars(M5);
        BarSink bids = lab.sink.bars(BIDS);
        BarSink fine = lab.sink.bars(Lab.M1);
        BarSink ticks = lab.sink.bars(BarSpec.ticks(1));
        lab.start(0);
        bar(coarse, M5, 5 * Lab.MINUTE, 100);
        bar(bids, BIDS, 5 * Lab.MINUTE, 1_000);
        ticks.bar(5 * Lab.MINUTE - 1, 5 * Lab.MINUTE, 5 * Lab.MINUTE, 100, 100, 100, 100, 10_000);
        assertThat(traded()).isZero();
        bar(fine, Lab.M1, 5 * Lab.MINUTE, 20);
        assertThat(traded()).isEqualTo(20);
    }

    @Test
    void aSeriesThatJoinsLaterDoesNotCount() {
        BarSink coarse = lab.sink.bars(M5);
        lab.start(0);
        bar(coarse, M5, 5 * Lab.MINUTE, 100);
        bar(lab.sink.bars(Lab.M1), Lab.M1, 6 * Lab.MINUTE, 20);
        assertThat(traded()).isEqualTo(100);
    }

    @Test
    void barsThatTheEngineMakesDoNotCount() {
        lab.script.start = ctx -> ctx.subscribeBars(Lab.SWAP.id(), Lab.M1);
        lab.start(0);
        lab.trade(1, 100, 7);
        lab.trade(Lab.MINUTE + 1, 100, 5);
        lab.engine.advanceTo(3 * Lab.MINUTE);
        assertThat(lab.script.heard).anyMatch(text -> text.startsWith("bar"));
        assertThat(traded()).isEqualTo(12);

        Lab bars = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).withBars(Lab.M1);
        bars.script.start = ctx -> ctx.subscribeBars(Lab.SWAP.id(), BarSpec.minutes(2));
        bars.start(0);
        bars.bar(0, 100, 100, 100, 100, 30);
        bars.bar(Lab.MINUTE, 100, 100, 100, 100, 30);
        bars.engine.advanceTo(3 * Lab.MINUTE);
        assertThat(view(bars).rawTraded()).isEqualTo(60);
    }

    @Test
    void wholeBarsCountAsThoseInTwoStepsDo() {
        BarSink sink = lab.sink.bars(Lab.M1);
        lab.start(0);
        for (int minute = 0; minute < 5; minute++) {
            long from = minute * Lab.MINUTE;
            sink.whole(from, from + Lab.MINUTE, from + Lab.MINUTE, 100, 101, 99, 100, 10 + minute);
        }
        assertThat(traded()).isEqualTo(60);
    }

    @Test
    void itIsKnownWhenItArrives() {
        Lab slow = new Lab(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT,
                        b -> b.startBalance(Lab.USD, 1_000_00).feedLatency(Duration.ofSeconds(3)))
                .start(0);
        slow.trade(1, 100, 7);
        slow.engine.advanceTo(2_000_000_000L);
        assertThat(view(slow).rawTraded()).isZero();
        slow.engine.advanceTo(4_000_000_000L);
        assertThat(view(slow).rawTraded()).isEqualTo(7);
    }

    @Test
    void aSumThatDoesNotFitStaysAtTheLargest() {
        LastPrices prices = new LastPrices(Lab.SWAP);
        prices.trade(1, 100, Long.MAX_VALUE - 1);
        prices.trade(2, 100, 1);
        assertThat(prices.rawTraded()).isEqualTo(Long.MAX_VALUE);
        prices.trade(3, 100, 5);
        assertThat(prices.rawTraded()).isEqualTo(Long.MAX_VALUE);
    }
}
