package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EngineLifeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SimulationConfig SLOW =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @Test
    void allowsTheMovesOfItsTableAndNoOther() {
        Map<EngineState, EnumSet<EngineState>> allowed = Map.of(
                EngineState.NEW, EnumSet.of(EngineState.STARTING, EngineState.STOPPED),
                EngineState.STARTING, EnumSet.of(EngineState.RUNNING, EngineState.FAILED),
                EngineState.RUNNING, EnumSet.of(EngineState.STOPPING, EngineState.FAILED),
                EngineState.STOPPING, EnumSet.of(EngineState.STOPPED, EngineState.FAILED),
                EngineState.STOPPED, EnumSet.noneOf(EngineState.class),
                EngineState.FAILED, EnumSet.noneOf(EngineState.class));
        for (EngineState from : EngineState.values()) {
            for (EngineState to : EngineState.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(allowed.get(from).contains(to));
            }
        }
    }

    @Test
    @Timeout(20)
    void stopsThoughATimerKeepsSendingOrders() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00);
        lab.start(0);
        lab.trade(1, 100, 1_000);
        lab.script.ctx().timers().every("again", Duration.ofMillis(100));
        lab.script.timer =
                t -> lab.script.desk().buy(Lab.SPOT).lots(1).limit("1").submit();
        lab.engine.advanceTo(2 * SECOND);
        lab.engine.stop();

        assertThat(lab.engine.state()).isEqualTo(EngineState.STOPPED);
        assertThat(lab.engine.clock().nanos()).isLessThan(10 * SECOND);
    }

    @Test
    void answersWhatIsInFlightBeforeItStopsAndExecutesWhatOnStopSends() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00);
        lab.start(0);
        lab.trade(1, 100, 1_000);
        lab.script.desk().buy(Lab.SPOT).lots(2).market().submit();
        lab.script.stop = () -> lab.script.desk().close(Lab.SPOT.id());
        lab.engine.stop();

        assertThat(lab.script.heard).containsExactly("Accepted 1", "Filled 1", "stop");
        assertThat(lab.position()).isZero();
        assertThat(lab.engine.state()).isEqualTo(EngineState.STOPPED);
        assertThatCode(lab.engine::stop).doesNotThrowAnyException();
    }

    @Test
    void endsWithoutAWordIfItIsStoppedBeforeItStarts() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00);
        lab.engine.stop();

        assertThat(lab.engine.state()).isEqualTo(EngineState.STOPPED);
        assertThat(lab.script.heard).isEmpty();
        assertThatThrownBy(() -> lab.engine.start(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine cannot go from STOPPED to STARTING");
    }

    @Test
    void refusesEventsBeforeTheStart() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00);
        assertThatThrownBy(() -> lab.trade(1, 100, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine is NEW and takes no event; start it first");
    }

    @Test
    void refusesEventsAfterTheEnd() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00).withBars(Lab.M1).start(0);
        lab.engine.stop();
        String why = "the engine is STOPPED and takes no event; stop what drives it, and build another for another run";
        assertThatThrownBy(() -> lab.trade(1, 100, 1)).hasMessage(why);
        assertThatThrownBy(() -> lab.quote(1, 99, 1, 100, 1)).hasMessage(why);
        assertThatThrownBy(() -> lab.open(0, 100)).hasMessage(why);
        assertThatThrownBy(() -> lab.close(0, 1, 1, 1, 1, 1)).hasMessage(why);
        assertThatThrownBy(() -> lab.engine.advanceTo(1)).hasMessage(why);
        assertThat(lab.script.desk().buy(Lab.SPOT).lots(1).limit("1").submit().status())
                .isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void refusesEventsAndOrdersAfterAFailure() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00);
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        lab.script.trade = t -> {
            throw new IllegalStateException("boom");
        };
        lab.start(0);
        assertThatThrownBy(() -> lab.trade(1, 100, 1)).isInstanceOf(StrategyException.class);
        assertThat(lab.engine.state()).isEqualTo(EngineState.FAILED);
        assertThatThrownBy(() -> lab.trade(2, 100, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the engine is FAILED and takes no event");
        Order late = lab.script.desk().buy(Lab.SPOT).lots(1).limit("1").submit();
        assertThat(late.status()).isEqualTo(OrderStatus.DENIED);
        lab.engine.stop();
        assertThat(lab.engine.state()).isEqualTo(EngineState.FAILED);
    }

    @Test
    void booksAFillThatComesAfterTheEndAndTellsNoStrategy() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00).start(0);
        lab.trade(1, 100, 1);
        Order resting = lab.script.desk().buy(Lab.SPOT).lots(2).limit("50").submit();
        lab.engine.advanceTo(5 * SECOND);
        lab.engine.stop();
        int heard = lab.script.heard.size();
        lab.engine
                .reports()
                .filled(resting, 7, 50, 2, 0, Lab.USD, LiquiditySide.MAKER, FillReason.TRADED_THROUGH, 6 * SECOND);

        assertThat(lab.position()).isEqualTo(2);
        assertThat(lab.script.heard).hasSize(heard);
    }

    @Test
    void failsWithTheFirstErrorIfOnStopThrowsInsideACallback() {
        Lab lab = Lab.of(Lab.SPOT, SLOW, 1_000_00);
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        lab.script.trade = t -> lab.script.ctx().stop("enough");
        lab.script.stop = () -> {
            throw new IllegalArgumentException("in onStop");
        };
        lab.start(0);
        assertThatThrownBy(() -> lab.trade(1, 100, 1))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("threw in onStop")
                .hasRootCauseMessage("in onStop");
        assertThat(lab.script.events).isEqualTo(java.util.List.<OrderEvent>of());
    }
}
