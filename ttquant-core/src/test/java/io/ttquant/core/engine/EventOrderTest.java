package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of events, one rule at a time. */
class EventOrderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SimulationConfig SECOND_THERE =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ZERO));

    private static Lab trades(SimulationConfig config) {
        Lab lab = Lab.of(Lab.SPOT, config, 10_000_00);
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        return lab;
    }

    private static void buy(Lab lab) {
        lab.script.desk().buy(Lab.SPOT).lots(1).market().submit();
    }

    @Test
    void atOneInstantBarsCloseThenTimersFireThenDataComes() {
        Lab lab = trades(SimulationConfig.DEFAULT);
        lab.script.start = ctx -> {
            ctx.timers().at("minute", Lab.MINUTE);
            ctx.subscribeTrades(Lab.SPOT.id());
            ctx.subscribeBars(Lab.SPOT.id(), Lab.M1);
        };
        lab.start(0);
        lab.trade(59 * SECOND, 100, 1_000);
        lab.trade(60 * SECOND, 101, 1_000);

        assertThat(lab.script.heard).containsExactly("trade 100", "bar 1m 100", "timer minute", "trade 101");
    }

    @Test
    void atOneInstantTheExchangeActsAfterTheFirstTimerAndBeforeDataComes() {
        Lab lab = trades(SECOND_THERE).start(0);
        lab.script.ctx().timers().at("a", 60 * SECOND);
        lab.script.ctx().timers().at("b", 60 * SECOND);
        lab.trade(59 * SECOND, 100, 1_000);
        buy(lab);
        lab.trade(60 * SECOND, 101, 1_000);

        assertThat(lab.script.heard)
                .containsExactly("trade 100", "timer a", "Accepted 1", "Filled 1", "timer b", "trade 101");
        assertThat(lab.script.fills.get(0).rawPrice())
                .as("the last before it arrived")
                .isEqualTo(100);
    }

    @Test
    void timersFireInTheOrderOfTimeThenAsTheyWereSet() {
        Lab lab = trades(SimulationConfig.DEFAULT).start(0);
        List<Long> times = new ArrayList<>();
        lab.script.timer = t -> times.add(lab.engine.clock().nanos());
        lab.script.ctx().timers().at("late", 9);
        lab.script.ctx().timers().at("first", 5);
        lab.script.ctx().timers().at("second", 5);
        lab.script.ctx().timers().at("early", 3);
        lab.trade(20, 100, 1);

        assertThat(lab.script.heard)
                .containsExactly("timer early", "timer first", "timer second", "timer late", "trade 100");
        assertThat(times).containsExactly(3L, 5L, 5L, 9L);
    }

    @Test
    void whatATimerCausesIsSettledBeforeTheNextFires() {
        Lab lab = trades(SimulationConfig.DEFAULT).start(0);
        lab.trade(1, 100, 1_000);
        lab.script.ctx().timers().at("a", 5);
        lab.script.ctx().timers().at("b", 5);
        lab.script.timer = t -> buy(lab);
        lab.engine.advanceTo(5);

        assertThat(lab.script.heard)
                .containsExactly("trade 100", "timer a", "Accepted 1", "Filled 1", "timer b", "Accepted 2", "Filled 2");
    }

    @Test
    void theExchangeSeesAnEventBeforeTheCacheAndTheCacheBeforeStrategies() {
        Lab lab = trades(SimulationConfig.DEFAULT).start(0);
        lab.trade(1, 100, 1_000);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("95").submit();
        lab.engine.advanceTo(2);
        List<String> known = new ArrayList<>();
        lab.script.order =
                e -> known.add("order " + lab.script.ctx().market(Lab.SPOT.id()).rawLast());
        lab.script.trade =
                t -> known.add("trade " + lab.script.ctx().market(Lab.SPOT.id()).rawLast());
        lab.trade(3, 90, 1_000);

        assertThat(lab.script.heard).containsExactly("trade 100", "Accepted 1", "Filled 1", "trade 90");
        assertThat(known).containsExactly("order 100", "trade 90");
    }

    @Test
    void commandsAreExecutedUntilNothingIsPendingAtTheInstant() {
        Lab lab = trades(SimulationConfig.DEFAULT).start(0);
        lab.script.trade = t -> buy(lab);
        lab.script.order = e -> {
            if (e instanceof OrderEvent.Filled && lab.script.fills.size() < 3) {
                buy(lab);
            }
        };
        lab.trade(5, 100, 1_000);

        assertThat(lab.script.heard)
                .startsWith("trade 100", "Accepted 1", "Filled 1", "Accepted 2", "Filled 2", "Accepted 3", "Filled 3");
        assertThat(lab.script.fills).extracting(f -> f.tsInit()).containsOnly(5L);
        assertThat(lab.engine.clock().nanos()).isEqualTo(5);
    }

    @Test
    void commandsAreExecutedAfterTheCallbackThatSentThem() {
        Lab lab = trades(SimulationConfig.DEFAULT).start(0);
        List<Long> inside = new ArrayList<>();
        lab.script.trade = t -> {
            buy(lab);
            inside.add(lab.position());
        };
        lab.trade(5, 100, 1_000);

        assertThat(inside).containsExactly(0L);
        assertThat(lab.position()).isEqualTo(1);
    }

    @Test
    void anOrderOnABarExecutesAtTheNextOpenAndWithLatencyWhereThePathIsWhenItArrives() {
        Lab prompt = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 10_000_00);
        Lab slow = Lab.of(
                Lab.SPOT,
                SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(30), Duration.ZERO)),
                10_000_00);
        for (Lab lab : List.of(prompt, slow)) {
            lab.script.start = ctx -> ctx.subscribeBars(Lab.SPOT.id(), Lab.M1);
            lab.script.bar = bar -> {
                if (bar.tsOpen() == 0) {
                    buy(lab);
                }
            };
            lab.withBars(Lab.M1).start(0);
            lab.bar(0, 100, 100, 100, 100);
            // The path stays at its low in the first third of the minute and rises in the second: after half of it, it
            // is on its way.
            lab.bar(Lab.MINUTE, 100, 140, 100, 140);
        }
        assertThat(prompt.fills()).containsExactly("BUY 1@100 TAKER NEXT_OPEN");
        assertThat(slow.script.fills).hasSize(1);
        assertThat(slow.script.fills.get(0).rawPrice()).isBetween(101L, 139L);
    }

    @Test
    void anOrderOnDelayedDataMeetsTheMarketAsItIsAtTheExchange() {
        Lab lab = new Lab(
                Lab.SPOT, SECOND_THERE, b -> b.startBalance(Lab.USD, 10_000_00).feedLatency(Duration.ofSeconds(3)));
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        lab.script.trade = t -> {
            if (t.rawPrice() == 100) {
                buy(lab);
            }
        };
        lab.start(0);
        lab.trade(SECOND, 100, 1_000);
        lab.trade(2 * SECOND, 110, 1_000);
        lab.trade(10 * SECOND, 120, 1_000);

        // Seen at 4 s, at the exchange at 5 s, where 110 is the last price; the second trade is seen at the same
        // instant, after the report.
        assertThat(lab.script.heard).containsExactly("trade 100", "Accepted 1", "Filled 1", "trade 110");
        assertThat(lab.script.fills.get(0).rawPrice()).isEqualTo(110);
        assertThat(lab.script.fills.get(0).tsInit()).isEqualTo(5 * SECOND);
    }

    @Test
    void timeNeverGoesBack() {
        Lab lab = trades(SimulationConfig.DEFAULT).start(0);
        List<Long> times = new ArrayList<>();
        lab.script.trade = t -> times.add(lab.engine.clock().nanos());
        lab.trade(10, 100, 1);
        lab.trade(7, 101, 1);
        lab.trade(12, 102, 1);

        assertThat(times).containsExactly(10L, 10L, 12L);
    }
}
