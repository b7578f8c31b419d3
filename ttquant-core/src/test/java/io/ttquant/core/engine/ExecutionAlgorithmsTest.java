package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.algorithm.Chase;
import io.ttquant.api.algorithm.Slices;
import io.ttquant.api.algorithm.Twap;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.strategy.ExecutionStatus;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Orders that algorithms work, on the simulated exchange. */
class ExecutionAlgorithmsTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lab lab = lab(Lab.SWAP);

    private static Lab lab(Instrument instrument) {
        Lab lab = Lab.of(instrument, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.trade(0, 100, 1);
        return lab;
    }

    private static Execution execute(Lab lab, OrderBuilder order, ExecutionAlgorithm algorithm) {
        return lab.script.ctx().execute(order.request(), algorithm);
    }

    /** Lets time pass by half minutes, each with a trade. */
    private static void pass(Lab lab, int halfMinutes) {
        long from = lab.engine.clock().nanos();
        for (int i = 1; i <= halfMinutes; i++) {
            lab.trade(from + i * Lab.MINUTE / 2, 100, 1_000);
        }
    }

    /** Fills as {@code quantity at minute}. */
    private static List<String> table(Lab lab) {
        List<String> lines = new ArrayList<>();
        for (Fill fill : lab.script.fills) {
            lines.add(fill.rawQuantity() + " at " + fill.tsEvent() / Lab.MINUTE);
        }
        return lines;
    }

    @Test
    void aTwapOf100OverTenMinutesSendsTenEveryMinute() {
        Execution twap = execute(lab, lab.script.desk().buy(Lab.SWAP).lots(100), Twap.of(TEN_MINUTES, MINUTE));
        pass(lab, 22);

        assertThat(table(lab))
                .containsExactly(
                        "10 at 0", "10 at 1", "10 at 2", "10 at 3", "10 at 4", "10 at 5", "10 at 6", "10 at 7",
                        "10 at 8", "10 at 9");
        assertThat(twap.status()).isEqualTo(ExecutionStatus.FILLED);
        assertThat(twap.progress()).isEqualTo(1);
        assertThat(twap.averagePrice()).isEqualTo(100);
        assertThat(twap.children())
                .hasSize(10)
                .allMatch(child -> child.request().tag().equals("twap"));
    }

    @Test
    void whatTheLotsLeaveIsOneMoreSliceAtTheEndOfTheHorizon() {
        Execution twap = execute(lab, lab.script.desk().buy(Lab.SWAP).lots(104), Twap.of(TEN_MINUTES, MINUTE));
        pass(lab, 22);

        assertThat(table(lab)).hasSize(11).endsWith("10 at 9", "4 at 10");
        assertThat(twap.status()).isEqualTo(ExecutionStatus.FILLED);
    }

    @Test
    void aRemainderBelowTheMinimumGoesWithTheLastSlice() {
        Lab strict = lab(Lab.SWAP.toBuilder().minQuantity(BigDecimal.valueOf(5)).build());
        execute(strict, strict.script.desk().buy(strict.instrument).lots(104), Twap.of(TEN_MINUTES, MINUTE));
        pass(strict, 22);
        assertThat(table(strict)).hasSize(10).startsWith("10 at 0").endsWith("14 at 9");
    }

    @Test
    void slicesBelowTheMinimumMeanAllAtOnce() {
        Lab strict =
                lab(Lab.SWAP.toBuilder().minQuantity(BigDecimal.valueOf(11)).build());
        execute(strict, strict.script.desk().buy(strict.instrument).lots(104), Twap.of(TEN_MINUTES, MINUTE));
        pass(strict, 22);
        assertThat(table(strict)).containsExactly("104 at 0");
        execute(lab, lab.script.desk().buy(Lab.SWAP).lots(9), Twap.of(TEN_MINUTES, MINUTE));
        pass(lab, 2);
        assertThat(table(lab)).as("below a lot").containsExactly("9 at 0");
    }

    @Test
    void aTwapStopsWhereItIsCancelled() {
        Execution twap =
                execute(lab, lab.script.desk().buy(Lab.SWAP).lots(100).limit(90), Twap.of(TEN_MINUTES, MINUTE));
        List<ExecutionStatus> ends = new ArrayList<>();
        twap.whenClosed(e -> ends.add(e.status()));
        pass(lab, 5);
        assertThat(twap.children()).hasSize(3).allMatch(child -> child.isOpen());
        twap.cancel();
        assertThat(twap.status()).isEqualTo(ExecutionStatus.ENDING);
        pass(lab, 10);

        assertThat(twap.children()).hasSize(3).allMatch(child -> child.isClosed());
        assertThat(twap.status()).isEqualTo(ExecutionStatus.CANCELED);
        assertThat(ends).containsExactly(ExecutionStatus.CANCELED);
        assertThat(lab.position()).isZero();
    }

    @Test
    void itEndsWithItsStrategy() {
        Execution twap = execute(lab, lab.script.desk().buy(Lab.SWAP).lots(100), Twap.of(TEN_MINUTES, MINUTE));
        pass(lab, 3);
        lab.script.ctx().stop("enough");
        pass(lab, 20);
        assertThat(lab.position()).isEqualTo(20);
        assertThat(twap.status()).isEqualTo(ExecutionStatus.CANCELED);
    }

    @Test
    void aTwapWhoseLastSliceIsRefusedEndsAndSaysSo() {
        Lab poor = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 500_00).start(0);
        poor.trade(0, 100, 1);
        Execution twap = execute(poor, poor.script.desk().buy(Lab.SPOT).lots(10), Twap.of(TEN_MINUTES, MINUTE));
        pass(poor, 22);

        assertThat(twap.rawFilled()).isEqualTo(5);
        assertThat(twap.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(twap.message()).isEqualTo("the last slice ended before all was filled");
    }

    @Test
    void reduceOnlyIsHandedDown() {
        lab.script.desk().buy(Lab.SWAP).lots(30).submit();
        pass(lab, 1);
        Execution twap = execute(
                lab, lab.script.desk().sell(Lab.SWAP).lots(30).reduceOnly(), Twap.of(Duration.ofMinutes(3), MINUTE));
        lab.script.desk().sell(Lab.SWAP).lots(15).submit();
        pass(lab, 12);
        assertThat(lab.position()).as("never short").isZero();
        assertThat(twap.rawFilled()).isEqualTo(15);
        assertThat(twap.children()).allMatch(child -> child.request().isReduceOnly());
    }

    @Test
    void slicesShowOneAtATime() {
        lab.quote(1, 99, 50, 101, 50);
        Execution slices = execute(lab, lab.script.desk().buy(Lab.SWAP).lots(25).limit(95), Slices.of("10"));
        lab.engine.advanceTo(1);
        assertThat(lab.script.desk().open(Lab.SWAP.id())).hasSize(1).allMatch(o -> o.rawQuantity() == 10);
        lab.trade(2, 94, 10);
        assertThat(lab.script.desk().open(Lab.SWAP.id())).hasSize(1);
        lab.trade(3, 94, 10);
        assertThat(lab.script.desk().open(Lab.SWAP.id())).hasSize(1).allMatch(o -> o.rawQuantity() == 5);
        lab.trade(4, 94, 10);
        assertThat(slices.status()).isEqualTo(ExecutionStatus.FILLED);
        assertThat(lab.position()).isEqualTo(25);
    }

    @Test
    void aSliceThatIsCancelledEndsThem() {
        Execution slices = execute(lab, lab.script.desk().buy(Lab.SWAP).lots(25).limit(95), Slices.of("10"));
        lab.engine.advanceTo(1);
        lab.script.desk().cancelAll();
        lab.engine.advanceTo(2);
        assertThat(slices.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(slices.message()).endsWith(" is CANCELED");
    }

    @Test
    void aChaseFollowsTheBidAndTakesTheRestInTheEnd() {
        lab.quote(1, 99, 50, 101, 50);
        Execution chase =
                execute(lab, lab.script.desk().buy(Lab.SWAP).lots(10), Chase.of(MINUTE, Duration.ofMinutes(5)));
        lab.engine.advanceTo(2);
        assertThat(chase.children().get(0).rawPrice()).isEqualTo(99);
        lab.quote(3, 103, 50, 105, 50);
        lab.quote(Lab.MINUTE + 10, 104, 50, 106, 50);
        assertThat(chase.children()).hasSize(1);
        assertThat(chase.children().get(0).rawPrice()).isEqualTo(103);
        lab.engine.advanceTo(6 * Lab.MINUTE);

        assertThat(lab.fills()).containsExactly("BUY 10@106 TAKER TOOK_BOOK");
        assertThat(chase.status()).isEqualTo(ExecutionStatus.FILLED);
    }

    @Test
    void aChaseGoesNoFurtherThanItsLimit() {
        lab.quote(1, 99, 50, 101, 50);
        Execution chase = execute(
                lab, lab.script.desk().buy(Lab.SWAP).lots(10).limit(101), Chase.of(MINUTE, Duration.ofMinutes(5)));
        lab.quote(3, 103, 50, 105, 50);
        lab.engine.advanceTo(4 * Lab.MINUTE);
        assertThat(chase.children().get(0).rawPrice()).isEqualTo(101);
        lab.engine.advanceTo(6 * Lab.MINUTE);
        assertThat(chase.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(chase.message()).isEqualTo("what was left could not be taken");
        assertThat(lab.position()).isZero();
    }

    @Test
    void anAlgorithmOfOnesOwnCannotAskForMoreThanRemains() {
        Lab failing = lab(Lab.SWAP);
        ExecutionAlgorithm greedy = new ExecutionAlgorithm() {
            @Override
            public void onStart(AlgorithmContext work) {
                work.child(7).submit();
                work.child(4).submit();
            }

            @Override
            public String name() {
                return "greedy";
            }
        };
        assertThatThrownBy(() ->
                        execute(failing, failing.script.desk().buy(Lab.SWAP).lots(10), greedy))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("strategy s threw in onStart of its algorithm greedy")
                .hasMessageContaining(
                        "greedy asks for 4 of sim:SWAP where 3 remain and it is WORKING; ask for at most rawRemaining()"
                                + " while it works");
    }

    @Test
    void instructionsThatCannotBeWorkedAreRefused() {
        assertThatThrownBy(() ->
                        execute(lab, lab.script.desk().buy(Lab.SWAP).lots(10).stop(120), Slices.of("1")))
                .hasMessage(
                        "an algorithm cannot work a STOP_MARKET order of 10 sim:SWAP; give a market or limit order of"
                                + " a quantity in whole lots above zero");
        assertThatThrownBy(() -> Twap.of(MINUTE, TEN_MINUTES))
                .hasMessage(
                        "a TWAP over PT1M every PT10M has no slice; give an interval above zero and a horizon that is"
                                + " not shorter");
        assertThatThrownBy(() -> Slices.of("0")).hasMessage("a slice of 0 is nothing; give a quantity above zero");
        assertThatThrownBy(() -> Chase.of(MINUTE, Duration.ZERO))
                .hasMessage("a chase every PT1M for PT0S needs both above zero; give times above zero");
    }

    @Test
    void randomMarketsNeverFillMoreThanWasAskedFor() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab random1 = lab(Lab.SWAP);
            long lots = random.nextLong(1, 200);
            OrderBuilder order = random1.script.desk().buy(Lab.SWAP).lots(lots);
            if (random.nextBoolean()) {
                order.limit(random.nextInt(97, 103));
            }
            ExecutionAlgorithm algorithm = switch (random.nextInt(3)) {
                case 0 -> Twap.of(TEN_MINUTES, Duration.ofSeconds(random.nextInt(20, 200)));
                case 1 -> Slices.of(String.valueOf(random.nextInt(1, 30)));
                default -> Chase.of(Duration.ofSeconds(random.nextInt(5, 60)), Duration.ofMinutes(8));
            };
            Execution execution = execute(random1, order, algorithm);
            for (int step = 1; step < 120; step++) {
                long now = step * 6_000_000_000L;
                long price = random.nextInt(96, 104);
                if (random.nextBoolean()) {
                    random1.trade(now, price, random.nextInt(1, 9));
                } else {
                    random1.quote(now, price - 1, random.nextInt(1, 9), price + 1, random.nextInt(1, 9));
                }
                if (random.nextInt(20) == 0) {
                    execution.children().forEach(random1.script.desk()::cancel);
                }
                assertThat(random1.position())
                        .as("seed %d, step %d: filled of %d", seed, step, lots)
                        .isEqualTo(execution.rawFilled())
                        .isLessThanOrEqualTo(lots);
            }
            execution.cancel();
            random1.engine.advanceTo(13 * Lab.MINUTE);
            assertThat(execution.status().isClosed()).as("seed %d", seed).isTrue();
            assertThat(random1.script.events).noneMatch(OrderEvent.CancelRejected.class::isInstance);
        }
    }
}
