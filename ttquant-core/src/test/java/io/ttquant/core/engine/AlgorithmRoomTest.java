package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.algorithm.Slices;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An algorithm never sends more than it was asked to work, whatever of it is still on its way. */
class AlgorithmRoomTest {
    private final Lab lab = Lab.of(
                    Lab.SWAP,
                    SimulationConfig.DEFAULT.withLatency(
                            LatencyModel.constant(Duration.ofSeconds(1), Duration.ofSeconds(1))),
                    1_000_000_00)
            .start(0);

    /** Sends five of ten, lets them grow to ten, and asks for more before that is answered. */
    private static final class Greedy implements ExecutionAlgorithm {
        boolean hasGrown;

        @Override
        public void onStart(AlgorithmContext work) {
            work.child(5).rawLimit(90).submit();
        }

        @Override
        public void onOrder(AlgorithmContext work, OrderEvent event) {
            if (!hasGrown && event instanceof OrderEvent.Accepted) {
                hasGrown = true;
                Order child = event.order();
                work.amend(child, Amendment.ofQuantity(10));
                assertThat(work.rawWorking()).isEqualTo(10);
                assertThat(work.rawRemaining()).isZero();
                assertThatThrownBy(() -> work.child(5).submit())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("where 0 remain");
                work.amend(child, Amendment.ofQuantity(8));
            }
        }
    }

    @Test
    void whatAChildMayGrowToIsNotThereForOthers() {
        lab.trade(1, 100, 1);
        Greedy greedy = new Greedy();
        Execution execution = lab.script
                .ctx()
                .execute(lab.script.desk().buy(Lab.SWAP).lots(10).request(), greedy);
        lab.trade(5_000_000_000L, 100, 1);
        lab.trade(10_000_000_000L, 80, 1_000);
        lab.trade(15_000_000_000L, 80, 1_000);

        assertThat(greedy.hasGrown).isTrue();
        assertThat(execution.rawFilled()).isEqualTo(8);
        assertThat(lab.position()).isEqualTo(8);
    }

    @Test
    void anAlgorithmSendsNothingMoreOnceItsStrategyHasStopped() {
        lab.trade(1, 100, 1);
        Execution execution = lab.script
                .ctx()
                .execute(lab.script.desk().buy(Lab.SWAP).lots(10).request(), Slices.of("1"));
        lab.engine.advanceTo(2);
        lab.engine.stop();

        // What was in flight is answered, and what that caused is executed; no more.
        assertThat(execution.children()).hasSize(2).noneMatch(child -> child.status() == OrderStatus.DENIED);
    }
}
