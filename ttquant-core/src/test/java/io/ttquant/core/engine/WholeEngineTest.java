package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.engine.WholeSetting.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random runs over the whole engine, from seeds that a failure names along with all that happened. {@code -Dttquant.seeds=100000} plays more of them,
 * {@code -Dttquant.seed=17} only one, {@code -Dttquant.scope=GROUPS} only those.
 */
class WholeEngineTest {
    private static final long SEEDS = Long.getLong("ttquant.seeds", 600);
    private static final String SCOPE = System.getProperty("ttquant.scope", "");
    private static final long ONLY = Long.getLong("ttquant.seed", 0);

    private final Set<OrderType> filledTypes = EnumSet.noneOf(OrderType.class);
    private final Set<TimeInForce> filledTimes = EnumSet.noneOf(TimeInForce.class);
    private final Set<OrderStatus> ends = EnumSet.noneOf(OrderStatus.class);
    private long fills;
    private long orders;
    private long groups;
    private long executions;
    private long shares;
    private long denied;

    private void playAll(Scope scope) {
        assumeTrue(SCOPE.isEmpty() || SCOPE.equals(scope.name()), "only " + SCOPE + " is asked for");
        for (long seed = ONLY == 0 ? 1 : ONLY; seed <= (ONLY == 0 ? SEEDS : ONLY); seed++) {
            WholeRun run = WholeRun.play(scope, seed);
            if (seed % 16 == 0) {
                assertThat(WholeRun.play(scope, seed).watch.digest)
                        .as("seed %s twice", seed)
                        .isEqualTo(run.watch.digest);
            }
            fills += run.watch.fills;
            denied += run.watch.denied;
            groups += run.groups.filledGroups();
            executions += run.groups.filledExecutions();
            shares += run.groups.filledShares();
            orders += run.watch.seen.size();
            for (Order order : run.watch.seen.keySet()) {
                ends.add(order.status());
                if (order.rawFilled() > 0) {
                    filledTypes.add(order.type());
                    filledTimes.add(order.request().timeInForce());
                }
            }
        }
    }

    @Test
    void whatOnceFailedDoesNot() {
        // A reduce-only order beside a sibling that was being cancelled passed the largest position.
        WholeRun.play(Scope.ALL, 16_751);
        // A sale at the market held nothing back while no price was known, beside one that the engine kept.
        WholeRun.play(Scope.ALL, 69_592);
        // A fill-or-kill order ran out of margin on its way through a depth model.
        WholeRun.play(Scope.MODELS, 72_828);
    }

    private void requireAllSeen() {
        if (ONLY == 0) {
            assertThat(filledTypes).containsExactlyInAnyOrder(OrderType.values());
            assertThat(filledTimes).containsExactlyInAnyOrder(TimeInForce.values());
            assertThat(ends)
                    .containsExactlyInAnyOrder(
                            OrderStatus.DENIED,
                            OrderStatus.REJECTED,
                            OrderStatus.FILLED,
                            OrderStatus.CANCELED,
                            OrderStatus.EXPIRED);
            assertThat(fills).as("fills").isGreaterThan(10 * SEEDS);
            assertThat(denied * 2).as("denied of %s", orders).isLessThan(orders);
        }
    }

    @Test
    void ordersOfEveryKindKeepTheirRulesAndTheAccountIsExact() {
        playAll(Scope.ORDERS);
        requireAllSeen();
    }

    @Test
    void groupsBatchesAndAlgorithmsKeepTheirTies() {
        playAll(Scope.GROUPS);
        requireAllSeen();
        if (ONLY == 0) {
            assertThat(groups).as("groups that filled").isGreaterThan(SEEDS);
            assertThat(executions).as("algorithms that filled").isGreaterThan(SEEDS / 4);
            assertThat(shares).as("shares of the volume that filled").isGreaterThan(SEEDS / 20);
        }
    }

    @Test
    void limitsHoldAndAKillSwitchStopsAllThatMayIncreaseRisk() {
        playAll(Scope.RISK);
        if (ONLY == 0) {
            assertThat(fills).as("fills").isGreaterThan(5 * SEEDS);
        }
    }

    @Test
    void inverseContractsBothSidesBooksAndEmulationKeepAllOfThis() {
        playAll(Scope.ALL);
        if (ONLY == 0) {
            assertThat(filledTypes).containsExactlyInAnyOrder(OrderType.values());
            assertThat(fills).as("fills").isGreaterThan(5 * SEEDS);
        }
    }

    @Test
    void noModelOfFillsDepthOrQueuesBreaksAnyOfThis() {
        playAll(Scope.MODELS);
        if (ONLY == 0) {
            assertThat(filledTypes).containsExactlyInAnyOrder(OrderType.values());
            assertThat(fills).as("fills").isGreaterThan(5 * SEEDS);
        }
    }
}
