package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars that the engine makes of data that takes time to reach us. */
class FeedLatencyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final BarSpec M2 = BarSpec.minutes(2);

    private final List<String> bars = new ArrayList<>();

    private Lab lab(Duration latency, BarSpec wanted) {
        Lab lab = new Lab(
                Lab.SPOT,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_00).feedLatency(latency));
        lab.script.start = ctx -> ctx.subscribeBars(Lab.SPOT.id(), wanted);
        lab.script.bar = bar -> {
            assertThat(lab.engine.clock().nanos() - bar.tsInit()).isBetween(0L, 1L);
            bars.add(bar.tsOpen() / SECOND + "-" + bar.tsEvent() / SECOND + " at " + bar.tsInit() + " " + bar.rawOpen()
                    + "/" + bar.rawClose() + " x" + bar.rawVolume());
        };
        return lab;
    }

    @Test
    void aCoarserBarWaitsForItsLastFinerBarToArrive() {
        Lab lab = lab(Duration.ofSeconds(3), M2).withBars(Lab.M1).start(0);
        for (int i = 0; i < 4; i++) {
            lab.bar(i * Lab.MINUTE, 100 + i, 100 + i, 100 + i, 100 + i, 10);
        }
        lab.engine.advanceTo(5 * Lab.MINUTE);

        assertThat(bars).containsExactly("0-120 at 123000000000 100/101 x20", "120-240 at 243000000000 102/103 x20");
    }

    @Test
    void aCoarserBarWhoseLastFinerBarIsMissingClosesWhenThatWouldHaveArrived() {
        Lab lab = lab(Duration.ofSeconds(3), M2).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100, 10);
        lab.engine.advanceTo(5 * Lab.MINUTE);

        assertThat(bars).containsExactly("0-120 at 123000000000 100/100 x10");
    }

    @Test
    void aBarOfTradesHoldsAllThatHappenedInItsInterval() {
        Lab lab = lab(Duration.ofSeconds(3), Lab.M1).start(0);
        lab.trade(58 * SECOND, 100, 1);
        lab.trade(60 * SECOND - 1, 101, 2);
        lab.trade(60 * SECOND, 102, 4);
        lab.engine.advanceTo(3 * Lab.MINUTE);

        assertThat(bars).containsExactly("0-60 at 63000000000 100/101 x3", "60-120 at 123000000000 102/102 x4");
    }

    @Test
    void aTradeThatComesAfterItsBarClosedCountsInTheNextAndMakesNoSecondBar() {
        Lab lab = lab(Duration.ZERO, Lab.M1).start(0);
        lab.trade(10 * SECOND, 100, 1);
        lab.sink.trade(59 * SECOND, 65 * SECOND, 101, 2, io.ttquant.api.market.AggressorSide.NONE);
        lab.engine.advanceTo(3 * Lab.MINUTE);

        assertThat(bars).containsExactly("0-60 at 60000000000 100/100 x1", "60-120 at 120000000000 101/101 x2");
    }

    @Test
    void nothingOvertakesWhatIsStillOnItsWay() {
        Lab lab = new Lab(Lab.SPOT, SimulationConfig.DEFAULT, b -> b.startBalance(Lab.USD, 1_000_00));
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        lab.start(0);
        lab.sink.trade(1, 10, 100, 1, io.ttquant.api.market.AggressorSide.NONE);
        lab.sink.trade(2, 2, 101, 1, io.ttquant.api.market.AggressorSide.NONE);
        assertThat(lab.script.heard).isEmpty();
        lab.engine.advanceTo(10);

        assertThat(lab.script.heard).containsExactly("trade 100", "trade 101");
    }

    @Test
    void aWholeBarThatWeHaveLaterIsSeenLater() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00);
        lab.script.start = ctx -> ctx.subscribeBars(Lab.SPOT.id(), Lab.M1);
        io.ttquant.api.exchange.BarSink whole = lab.sink.bars(Lab.M1);
        lab.start(0);
        whole.whole(0, Lab.MINUTE, Lab.MINUTE + 5, 100, 100, 100, 100, 1);
        whole.whole(Lab.MINUTE, Lab.MINUTE + 2, Lab.MINUTE + 2, 101, 101, 101, 101, 1);
        assertThat(lab.script.heard).isEmpty();
        lab.engine.advanceTo(Lab.MINUTE + 5);

        assertThat(lab.script.heard).containsExactly("bar 1m 100", "bar 1m 101");
    }

    @Test
    void whatIsOnItsWayAtTheEndStillArrives() {
        Lab lab = lab(Duration.ofSeconds(3), Lab.M1).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100, 10);
        lab.engine.stop();

        assertThat(bars).containsExactly("0-60 at 63000000000 100/100 x10");
    }
}
