package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several series of one instrument: which comes first, and which executes. */
class SeveralSeriesTest {
    private static final BarSpec M2 = BarSpec.minutes(2);
    private static final BarSpec M5 = BarSpec.minutes(5);

    private static Lab wanting(BarSpec... specs) {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00);
        lab.script.start = ctx -> List.of(specs).forEach(spec -> ctx.subscribeBars(Lab.SPOT.id(), spec));
        return lab;
    }

    @Test
    void ofBarsTheFinerComesFirstHoweverTheyWereSubscribed() {
        Lab lab = wanting(BarSpec.minutes(4), M2, Lab.M1).withBars(Lab.M1).start(0);
        for (int i = 0; i < 4; i++) {
            lab.bar(i * Lab.MINUTE, 100 + i, 100 + i, 100 + i, 100 + i);
        }
        assertThat(lab.script.heard)
                .containsExactly(
                        "bar 1m 100",
                        "bar 1m 101",
                        "bar 2m 101",
                        "bar 1m 102",
                        "bar 1m 103",
                        "bar 2m 103",
                        "bar 4m 103");
    }

    @Test
    void ofTradesTheFinerComesFirstHoweverTheyWereSubscribed() {
        Lab lab = wanting(BarSpec.minutes(4), M2, Lab.M1).start(0);
        for (int i = 0; i < 4; i++) {
            lab.trade(i * Lab.MINUTE + 1, 100 + i, 1);
        }
        lab.engine.advanceTo(4 * Lab.MINUTE);
        assertThat(lab.script.heard)
                .containsExactly(
                        "bar 1m 100",
                        "bar 1m 101",
                        "bar 2m 101",
                        "bar 1m 102",
                        "bar 1m 103",
                        "bar 2m 103",
                        "bar 4m 103");
    }

    @Test
    void barsOfTicksThatOneTradeClosesComeFinerFirst() {
        Lab lab = wanting(BarSpec.parse("4tick"), BarSpec.parse("2tick")).start(0);
        for (int i = 0; i < 4; i++) {
            lab.trade(i + 1, 100 + i, 1);
        }
        assertThat(lab.script.heard).containsExactly("bar 2tick 101", "bar 2tick 103", "bar 4tick 103");
    }

    @Test
    void warmUpComesFinerFirst() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00).withBars(Lab.M1);
        lab.script.start = ctx -> {
            ctx.subscribeBars(Lab.SPOT.id(), M2).warmup(1);
            ctx.subscribeBars(Lab.SPOT.id(), Lab.M1).warmup(2);
        };
        lab.engine.start(3 * Lab.MINUTE);
        for (int i = 0; i < 2; i++) {
            lab.bar(i * Lab.MINUTE, 100 + i, 100 + i, 100 + i, 100 + i);
        }
        assertThat(lab.script.heard).isEmpty();
        lab.engine.advanceTo(3 * Lab.MINUTE);
        assertThat(lab.script.heard).containsExactly("bar 1m 100", "bar 1m 101", "bar 2m 101");
    }

    @Test
    void whatAFinerBarCausesIsSettledBeforeTheCoarserComes() {
        for (boolean isOfBars : new boolean[] {true, false}) {
            SimulationConfig config =
                    SimulationConfig.DEFAULT.withTiming(io.ttquant.core.matching.ExecutionTiming.CURRENT_CLOSE);
            Lab lab = Lab.of(Lab.SPOT, config, 1_000_00);
            lab.script.start = ctx -> {
                ctx.subscribeBars(Lab.SPOT.id(), M2);
                ctx.subscribeBars(Lab.SPOT.id(), Lab.M1);
            };
            lab.script.bar = bar -> {
                if (bar.tsEvent() == 2 * Lab.MINUTE && bar.spec().equals(Lab.M1)) {
                    lab.script.desk().buy(Lab.SPOT).lots(1).market().submit();
                }
            };
            if (isOfBars) {
                lab.withBars(Lab.M1).start(0);
                lab.bar(0, 100, 100, 100, 100);
                lab.bar(Lab.MINUTE, 100, 100, 100, 100);
            } else {
                lab.start(0);
                lab.quote(1, 99, 10, 100, 10);
                lab.trade(1, 100, 1);
                lab.trade(Lab.MINUTE, 100, 1);
                lab.engine.advanceTo(2 * Lab.MINUTE);
            }
            assertThat(lab.script.heard)
                    .as(isOfBars ? "of bars" : "of trades")
                    .containsExactly("bar 1m 100", "bar 1m 100", "Accepted 1", "Filled 1", "bar 2m 100");
        }
    }

    @Test
    void theShortestSeriesExecutesFromTheFirstBarOn() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00);
        BarSink five = lab.sink.bars(M5);
        lab.withBars(Lab.M1).start(0);
        lab.script.desk().buy(Lab.SPOT).lots(1).market().submit();
        five.open(0, 900);
        assertThat(lab.fills()).isEmpty();
        lab.bar(0, 100, 100, 100, 100);

        assertThat(lab.fills()).containsExactly("BUY 1@100 TAKER NEXT_OPEN");
    }

    @Test
    void barsOfTradesExecuteBeforeShorterOnesOfQuotes() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00);
        BarSink five = lab.sink.bars(M5);
        lab.withBars(BarSpec.parse("1m@bid")).start(0);
        lab.script.desk().buy(Lab.SPOT).lots(1).market().submit();
        lab.open(0, 900);
        assertThat(lab.fills()).isEmpty();
        five.open(0, 100);

        assertThat(lab.fills()).containsExactly("BUY 1@100 TAKER NEXT_OPEN");
    }

    @Test
    void barsOfTimeExecuteBeforeOthers() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00);
        BarSink ticks = lab.sink.bars(BarSpec.parse("10tick"));
        lab.withBars(Lab.M1).start(0);
        lab.script.desk().buy(Lab.SPOT).lots(1).market().submit();
        ticks.open(0, 900);
        lab.open(0, 100);

        assertThat(lab.fills()).containsExactly("BUY 1@100 TAKER NEXT_OPEN");
    }

    @Test
    void timersThatCountFromNowNeedATime() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00);
        lab.script.start = ctx -> {
            String why = "counts from now, and no time is known before the first event; start the engine at a time";
            Duration hour = Duration.ofHours(1);
            assertThatThrownBy(() -> ctx.timers().everyAligned("h", hour))
                    .hasMessageContaining("timer 'h' of strategy s " + why);
            assertThatThrownBy(() -> ctx.timers().every("h", hour)).hasMessageContaining(why);
            assertThatThrownBy(() -> ctx.timers().after("h", hour)).hasMessageContaining(why);
            ctx.timers().at("fixed", 5);
        };
        lab.engine.start();
        lab.trade(7, 100, 1);

        assertThat(lab.script.heard).containsExactly("timer fixed");
    }
}
