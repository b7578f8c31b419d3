package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.algorithm.ShareOfVolume;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionStatus;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.TrackedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On random tapes a share of the volume is never passed, and it is the same whoever executes. */
class ShareOfVolumeRateTest {
    private static final long SECOND = 1_000_000_000L;

    /** A venue that fills every order whole, once it is asked to. */
    private static final class Filler implements ExecutionSession {
        final List<Order> sent = new ArrayList<>();

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public void submit(Order order) {
            sent.add(order);
        }

        @Override
        public void cancel(Order order) {}

        @Override
        public void amend(Order order, Amendment amendment) {}
    }

    private static Instrument instrument(SplittableRandom random) {
        long lot = random.nextLong(1, 4);
        return Lab.SWAP.toBuilder()
                .lot(BigDecimal.valueOf(lot))
                .minQuantity(BigDecimal.valueOf(lot * random.nextLong(1, 6)))
                .minNotional(BigDecimal.valueOf(random.nextInt(3) * 400L))
                .maxMarketQuantity(BigDecimal.valueOf(lot * random.nextLong(20, 90)))
                .build();
    }

    /** The largest quantity whose tenfold, say, is not above the volume: exact, and without a division. */
    private static boolean isWithin(BigDecimal share, long traded, long filledAndOpen) {
        return BigDecimal.valueOf(filledAndOpen).compareTo(share.multiply(BigDecimal.valueOf(traded))) <= 0;
    }

    private static long filledAndOpen(Execution execution) {
        return execution.children().stream()
                .mapToLong(child -> child.rawFilled() + ((TrackedOrder) child).rawMayFill())
                .sum();
    }

    @Test
    void whatIsFilledAndOpenIsNeverMoreThanTheShare() {
        int filled = 0;
        for (long seed = 1; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab lab = Lab.of(instrument(random), SimulationConfig.DEFAULT, 1_000_000_00)
                    .start(0);
            lab.trade(0, 100, 1_000);
            BigDecimal share = BigDecimal.valueOf(random.nextInt(1, 1_001), 3);
            long total = random.nextLong(1, 150) * lab.instrument.rawLot();
            OrderBuilder order = lab.script.desk().buy(lab.instrument).rawQuantity(total);
            if (random.nextBoolean()) {
                order.limit(random.nextInt(97, 104));
            }
            Execution execution = lab.script
                    .ctx()
                    .execute(
                            order.request(),
                            ShareOfVolume.of(share.toPlainString(), Duration.ofSeconds(random.nextInt(1, 90))));
            long traded = 0;
            for (int step = 1; step < 80; step++) {
                long size = random.nextLong(1, 40);
                traded += size;
                lab.trade(step * 7 * SECOND, random.nextLong(95, 106), size);
                if (random.nextInt(25) == 0) {
                    lab.script.desk().cancelAll();
                }
                assertThat(isWithin(share, traded, filledAndOpen(execution)))
                        .as("seed %d, step %d: %d of %d at %s", seed, step, filledAndOpen(execution), traded, share)
                        .isTrue();
                assertThat(filledAndOpen(execution)).as("seed %d", seed).isLessThanOrEqualTo(total);
            }
            assertThat(lab.script.events).as("seed %d", seed).noneMatch(OrderEvent.Denied.class::isInstance);
            filled += execution.status() == ExecutionStatus.FILLED ? 1 : 0;
        }
        assertThat(filled).as("runs that were filled").isGreaterThan(50);
    }

    /** With no minimum, lots of one and orders that fill at once, what was sent at each look is known without the algorithm. */
    @Test
    void atEachLookItHasTheWholeShare() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
            lab.trade(0, 100, 1_000);
            int percent = random.nextInt(1, 101);
            long total = random.nextLong(1, 300);
            Execution execution = lab.script
                    .ctx()
                    .execute(
                            lab.script.desk().buy(Lab.SWAP).lots(total).request(),
                            ShareOfVolume.of(BigDecimal.valueOf(percent, 2).toPlainString(), Duration.ofSeconds(10)));
            long traded = 0;
            for (int look = 1; look < 60; look++) {
                for (int n = random.nextInt(4); n > 0; n--) {
                    long size = random.nextLong(1, 40);
                    traded += size;
                    lab.trade(look * 10 * SECOND - n, 100, size);
                }
                lab.engine.advanceTo(look * 10 * SECOND);
                lab.engine.settle();
                assertThat(filledAndOpen(execution))
                        .as("seed %d, look %d: %d%% of %d", seed, look, percent, traded)
                        .isEqualTo(Math.min(total, traded * percent / 100));
            }
        }
    }

    private static List<String> simulated(long seed, long total) {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        Execution execution = play(lab.engine, lab.script, seed, total, () -> {});
        return children(execution);
    }

    private static List<String> onAVenue(long seed, long total) {
        Script script = new Script();
        Filler venue = new Filler();
        Engine engine = Engine.builder()
                .instrument(Lab.SWAP)
                .reporting(Lab.USD)
                .startBalance(Lab.USD, 1_000_000_00)
                .strategy("s", script)
                .execute(venue)
                .build();
        engine.start(0);
        engine.advanceTo(0);
        Execution execution = play(engine, script, seed, total, () -> {
            for (Order order : List.copyOf(venue.sent)) {
                long now = engine.now();
                engine.reports().accepted(order, now);
                engine.reports()
                        .filled(
                                order,
                                order.sequence(),
                                100,
                                order.rawQuantity(),
                                0,
                                Lab.USD,
                                LiquiditySide.TAKER,
                                FillReason.EXCHANGE,
                                now);
            }
            venue.sent.clear();
            engine.settle();
        });
        return children(execution);
    }

    private static Execution play(Engine engine, Script script, long seed, long total, Runnable answers) {
        SplittableRandom random = new SplittableRandom(seed);
        engine.instrument(Lab.SWAP.id()).trade(0, 0, 100, 1_000, AggressorSide.NONE);
        Execution execution = script.ctx()
                .execute(
                        script.desk().buy(Lab.SWAP).lots(total).request(),
                        ShareOfVolume.of("0.17", Duration.ofSeconds(10)));
        for (int step = 1; step < 80; step++) {
            long ts = step * 3 * SECOND + 1;
            engine.advanceTo(ts);
            engine.settle();
            answers.run();
            engine.instrument(Lab.SWAP.id()).trade(ts, ts, 100, random.nextLong(1, 40), AggressorSide.NONE);
            answers.run();
        }
        return execution;
    }

    private static List<String> children(Execution execution) {
        List<String> all = new ArrayList<>();
        execution.children().forEach(child -> all.add(child.clientId() + " " + child.rawQuantity()));
        all.add(execution.status() + " " + execution.rawFilled());
        return all;
    }

    @Test
    void aSimulatedMarketAndAVenueGetTheSameChildren() {
        for (long seed = 1; seed <= 100; seed++) {
            long total = seed * 5;
            assertThat(onAVenue(seed, total)).as("seed %d", seed).isEqualTo(simulated(seed, total));
        }
        assertThat(simulated(7, 35)).hasSizeGreaterThan(3).endsWith("FILLED 35");
    }

    @Test
    void onARealMarketItsOwnFillsAreTradesOfTheMarketToo() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        Execution execution = lab.script
                .ctx()
                .execute(
                        lab.script.desk().buy(Lab.SWAP).lots(1_000).request(),
                        ShareOfVolume.of("0.5", Duration.ofSeconds(1)));
        lab.trade(1, 100, 64);
        long told = 0;
        for (int look = 1; look < 20; look++) {
            lab.engine.advanceTo(look * SECOND);
            lab.engine.settle();
            long own = execution.rawFilled() - told;
            if (own > 0) {
                // The tape of a real market tells of them.
                lab.trade(look * SECOND + 1, 100, own);
                told += own;
            }
        }

        assertThat(execution.rawFilled())
                .as("half of all is as much as others trade, but for the lots")
                .isEqualTo(63);
    }
}
