package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyDistribution;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Orders, cancels and amendments that race fills over latencies that vary, in a cash account that is always short: whatever overtakes what, nothing
 * is filled that the exchange had ended, nothing is filled twice, and nothing is spent twice.
 */
class RandomRacesTest {
    private static final long MS = 1_000_000L;
    private static final int STEPS = 120;

    private static final class Run {
        final long seed;
        final SplittableRandom random;
        final Lab lab;
        final List<Order> orders = new ArrayList<>();
        final Map<Order, Long> ended = new HashMap<>();
        final Map<Order, Long> filled = new HashMap<>();
        int fills;
        int lateCancels;
        int lateUpdates;

        Run(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.lab = new Lab(
                    Lab.SPOT,
                    SimulationConfig.DEFAULT
                            .withLatency(LatencyModel.drawn(delay(), delay()))
                            .withFees(RateFees.of("0.001", "0.002"))
                            .withFills(FillPolicy.TOUCH)
                            .withSeed(seed),
                    b -> b.startBalance(Lab.USD, 500_00 + random.nextInt(1_000_00))
                            .startBalance(Lab.ABC, random.nextInt(5))
                            .seed(seed)
                            .feedLatency(FeedLatency.drawn(delay())));
            lab.script.order = this::heard;
            lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
            lab.start(0);
        }

        private LatencyDistribution delay() {
            Duration usual = Duration.ofMillis(1 + random.nextInt(20));
            return switch (random.nextInt(4)) {
                case 0 -> LatencyDistribution.constant(Duration.ZERO);
                case 1 -> LatencyDistribution.constant(usual);
                case 2 -> LatencyDistribution.exponential(usual, Duration.ZERO);
                default -> LatencyDistribution.logNormal(usual, 1, Duration.ZERO);
            };
        }

        String story() {
            return "seed " + seed + "\n" + String.join("\n", lab.script.heard);
        }

        private void heard(OrderEvent event) {
            Order order = event.order();
            if (event instanceof OrderEvent.Filled fill) {
                fills++;
                assertThat(ended).as(this::story).doesNotContainKey(order);
                filled.merge(order, fill.fill().rawQuantity(), Long::sum);
                assertThat(filled.get(order)).as(this::story).isLessThanOrEqualTo(order.rawQuantity());
                assertThat(order.rawFilled()).as(this::story).isEqualTo(filled.get(order));
            } else if (event instanceof OrderEvent.Canceled || event instanceof OrderEvent.Rejected) {
                assertThat(ended.put(order, event.tsEvent())).as(this::story).isNull();
            } else if (event instanceof OrderEvent.CancelRejected) {
                lateCancels++;
                assertThat(order.isClosed()).as(this::story).isTrue();
            } else if (event instanceof OrderEvent.UpdateRejected) {
                lateUpdates++;
            }
            assertThat(event.tsInit()).as(this::story).isGreaterThanOrEqualTo(event.tsEvent());
            checkBalances();
        }

        private void checkBalances() {
            for (Balance balance : lab.engine.ledger().balances()) {
                assertThat(balance.rawTotal()).as(this::story).isNotNegative();
                assertThat(balance.rawFree()).as(this::story).isNotNegative();
                assertThat(balance.rawLocked()).as(this::story).isNotNegative();
            }
        }

        void play() {
            long now = MS;
            long price = 100;
            for (int step = 0; step < STEPS; step++) {
                now += random.nextLong(8 * MS);
                price = Math.max(50, price + random.nextInt(9) - 4);
                lab.trade(now, price, 1 + random.nextInt(4));
                checkBalances();
                for (int n = random.nextInt(3); n > 0; n--) {
                    command(price);
                    checkBalances();
                }
            }
            lab.engine.stop();
            checkBalances();
            long open = orders.stream().filter(order -> !order.isClosed()).count();
            if (open == 0) {
                lab.engine
                        .ledger()
                        .balances()
                        .forEach(b -> assertThat(b.rawLocked()).as(this::story).isZero());
            }
        }

        private void command(long price) {
            Order order = orders.isEmpty() ? null : orders.get(Math.max(0, orders.size() - 1 - random.nextInt(4)));
            int what = random.nextInt(10);
            if (order == null || what < 6) {
                submit(price);
            } else if (what < 8) {
                lab.script.desk().cancel(order);
            } else if (!order.isClosed() && order.type().hasPrice()) {
                long quantity = 1 + random.nextInt(6);
                lab.script.desk().amend(order, new Amendment(quantity, price + random.nextInt(9) - 4, 0));
            }
        }

        private void submit(long price) {
            var side = random.nextInt(3) > 0
                    ? lab.script.desk().buy(Lab.SPOT)
                    : lab.script.desk().sell(Lab.SPOT);
            var sized = side.lots(1 + random.nextInt(4));
            String at = Long.toString(price + random.nextInt(13) - 6);
            orders.add(
                    switch (random.nextInt(4)) {
                        case 0 -> sized.market().submit();
                        case 1 -> sized.stop(at).submit();
                        default -> sized.limit(at).submit();
                    });
        }
    }

    @Test
    void nothingIsFilledThatEndedAndNothingIsSpentTwice() {
        int fills = 0;
        int lateCancels = 0;
        int lateUpdates = 0;
        for (long seed = 1; seed <= 1_500; seed++) {
            Run run = new Run(seed);
            run.play();
            fills += run.fills;
            lateCancels += run.lateCancels;
            lateUpdates += run.lateUpdates;
        }
        // The races were there.
        assertThat(fills).isGreaterThan(15_000);
        assertThat(lateCancels).isGreaterThan(500);
        assertThat(lateUpdates).isGreaterThan(500);
    }
}
