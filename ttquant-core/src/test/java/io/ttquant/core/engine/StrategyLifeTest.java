package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyLifeTest {
    private final List<String> changes = new ArrayList<>();

    private Lab lab(FailurePolicy policy) {
        EngineTap tap = new EngineTap() {
            @Override
            public void created(Order order) {}

            @Override
            public void event(OrderEvent event) {}

            @Override
            public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
                changes.add(why.isEmpty() ? state.toString() : state + ": " + why);
            }
        };
        Lab lab = new Lab(
                Lab.SPOT,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 10_000_00).onFailure(policy).tap(tap));
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        return lab;
    }

    @Test
    void allowsTheMovesOfItsTableAndNoOther() {
        Map<StrategyState, EnumSet<StrategyState>> allowed = Map.of(
                StrategyState.NEW, EnumSet.of(StrategyState.STARTING, StrategyState.STOPPED),
                StrategyState.STARTING,
                        EnumSet.of(
                                StrategyState.WARMING,
                                StrategyState.RUNNING,
                                StrategyState.STOPPED,
                                StrategyState.FAILED),
                StrategyState.WARMING, EnumSet.of(StrategyState.RUNNING, StrategyState.STOPPING, StrategyState.FAILED),
                StrategyState.RUNNING, EnumSet.of(StrategyState.STOPPING, StrategyState.FAILED),
                StrategyState.STOPPING, EnumSet.of(StrategyState.STOPPED, StrategyState.FAILED),
                StrategyState.STOPPED, EnumSet.noneOf(StrategyState.class),
                StrategyState.FAILED, EnumSet.noneOf(StrategyState.class));
        for (StrategyState from : StrategyState.values()) {
            for (StrategyState to : StrategyState.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(allowed.get(from).contains(to));
            }
        }
    }

    @Test
    void staysStoppedIfItStopsItselfAndThenThrows() {
        Lab lab = lab(FailurePolicy.STOP_STRATEGY);
        lab.script.trade = t -> {
            lab.script.ctx().stop("enough");
            throw new IllegalStateException("boom");
        };
        lab.start(0);
        lab.trade(1, 100, 1);
        lab.trade(2, 100, 1);

        assertThat(lab.script.heard).containsExactly("trade 100", "stop");
        assertThat(changes.subList(0, 4)).containsExactly("STARTING", "RUNNING", "STOPPING: enough", "STOPPED: enough");
        assertThat(changes.get(4))
                .startsWith("STOPPED: strategy s threw in onTrade")
                .endsWith("boom");
        assertThat(lab.engine.state()).isEqualTo(EngineState.RUNNING);
    }

    @Test
    void endsTheRunIfItStopsItselfAndThenThrowsUnderThePolicyToFail() {
        Lab lab = lab(FailurePolicy.FAIL_RUN);
        lab.script.trade = t -> {
            lab.script.ctx().stop("enough");
            throw new IllegalStateException("boom");
        };
        lab.start(0);
        assertThatThrownBy(() -> lab.trade(1, 100, 1))
                .isInstanceOf(StrategyException.class)
                .hasRootCauseMessage("boom");
        assertThat(lab.engine.state()).isEqualTo(EngineState.FAILED);
    }

    @Test
    void neverRunsIfItStopsItselfInOnStart() {
        Lab lab = lab(FailurePolicy.STOP_STRATEGY);
        lab.script.start = ctx -> {
            ctx.subscribeTrades(Lab.SPOT.id());
            ctx.timers().after("later", Duration.ofNanos(5));
            ctx.stop("nothing to do");
        };
        lab.engine.start(0);
        lab.trade(1, 100, 1);
        lab.trade(10, 100, 1);
        lab.engine.stop();

        assertThat(changes).containsExactly("STARTING", "STOPPED: nothing to do");
        assertThat(lab.script.heard).isEmpty();
    }

    @Test
    void losesItsOrdersAndTimersWhenACallbackThrows() {
        Lab lab = lab(FailurePolicy.STOP_STRATEGY);
        lab.start(0);
        lab.trade(1, 100, 1);
        Order resting = lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();
        lab.script.ctx().timers().after("later", Duration.ofNanos(5));
        lab.engine.advanceTo(2);
        lab.script.trade = t -> {
            throw new IllegalStateException("boom");
        };
        lab.trade(3, 100, 1);
        lab.trade(10, 40, 1);

        assertThat(resting.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.position()).isZero();
        assertThat(lab.script.heard).containsExactly("trade 100", "Accepted 1", "trade 100");
        assertThat(changes.get(2)).startsWith("FAILED: strategy s threw in onTrade at 1970-01-01");
    }

    @Test
    void mayThrowWhileABarWalksItsPathWithoutHarmToOthers() {
        Lab lab = lab(FailurePolicy.STOP_STRATEGY).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("95").submit();
        Order second = lab.script.desk().buy(Lab.SPOT).lots(1).limit("92").submit();
        lab.engine.advanceTo(Lab.MINUTE);
        lab.script.order = e -> {
            throw new IllegalStateException("boom");
        };
        lab.bar(Lab.MINUTE, 100, 101, 90, 100);

        // The cancel of the second order was sent when the first was filled, and reached the exchange before the price
        // went on.
        assertThat(lab.position()).isEqualTo(1);
        assertThat(second.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.engine.state()).isEqualTo(EngineState.RUNNING);
    }

    @Test
    void endsTheRunIfItThrowsWhileABarWalksItsPathUnderThePolicyToFail() {
        Lab lab = lab(FailurePolicy.FAIL_RUN).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("95").submit();
        lab.engine.advanceTo(Lab.MINUTE);
        lab.script.order = e -> {
            throw new IllegalStateException("boom");
        };

        assertThatThrownBy(() -> lab.bar(Lab.MINUTE, 100, 101, 90, 100))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("threw in onOrder at 1970-01-01T00:02:00");
        assertThat(lab.position()).as("what was filled is booked").isEqualTo(1);
        assertThat(lab.engine.state()).isEqualTo(EngineState.FAILED);
    }
}
