package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A random life of prices, trades, days and resumes: with restarts wherever they fall it trips as it does without one. */
class RandomRestartsTest {
    private static final long SEED = Long.getLong("ttquant.restarts.seed", 20260310L);
    private static final int LIVES = Integer.getInteger("ttquant.restarts", 150);
    private static final int STEPS = 80;
    private static final List<String> ZONES = List.of("UTC", "America/New_York", "Asia/Tokyo", "Pacific/Apia");

    @Test
    void aLifeWithRestartsTripsAsTheOneWithout() {
        int trips = 0;
        int restarts = 0;
        for (int life = 0; life < LIVES; life++) {
            Pair pair = new Pair(SEED + life);
            pair.live();
            trips += pair.whole.trips().size();
            restarts += pair.restarts;
        }
        assertThat(trips).as("trips, of %s lives", LIVES).isGreaterThan(LIVES);
        assertThat(restarts).as("restarts").isGreaterThan(LIVES * STEPS / 10);
    }

    private static final class Pair {
        private final long seed;
        private final SplittableRandom random;
        private final boolean hasStreak;
        final RestartLab whole;
        private final RestartLab cut;
        private long price = 100;
        private long held;
        private int step;
        int restarts;

        Pair(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            hasStreak = random.nextBoolean();
            RiskPolicy policy = policy();
            // Before a day of 23 hours, and one of 25, in New York.
            String start = random.nextBoolean() ? "2026-03-07T12:00:00Z" : "2026-10-31T12:00:00Z";
            whole = new RestartLab(start, policy);
            cut = new RestartLab(start, policy);
            cut.givesBack = true;
        }

        private RiskPolicy policy() {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            RiskLimits account = limits(zone).maxOrderAge(Duration.ZERO).build();
            RiskLimits own = limits(zone).build();
            return RiskPolicy.ofAccount(account).withStrategy("s", own);
        }

        private RiskLimitsBuilder limits(ZoneId zone) {
            RiskLimitsBuilder limits = RiskLimits.builder().zone(zone);
            if (random.nextBoolean()) {
                limits = limits.dailyLoss(String.valueOf(50 + random.nextInt(400)), action());
            }
            if (random.nextBoolean()) {
                limits = limits.maxDrawdown("0.0" + (1 + random.nextInt(9)), action());
            }
            if (hasStreak) {
                limits = limits.lossStreak(1 + random.nextInt(3), action());
            }
            return limits;
        }

        private GuardAction action() {
            return random.nextBoolean() ? GuardAction.HALT : GuardAction.REDUCE;
        }

        void live() {
            for (step = 0; step < STEPS; step++) {
                long nanos = RestartLab.SECOND * random.nextInt(1, random.nextInt(8) == 0 ? 80_000 : 4_000);
                whole.pass(nanos);
                cut.pass(nanos);
                if (random.nextInt(4) == 0) {
                    // A loop that looks every second has looked since the last price.
                    cut.keep().restart();
                    restarts++;
                }
                price = Math.max(20, price + random.nextInt(-8, 9));
                whole.price(price);
                cut.price(price);
                trade();
                resume();
                agree();
            }
        }

        private void trade() {
            int kind = random.nextInt(4);
            long quantity = held != 0 && kind < 2 ? -held : held == 0 && kind < 2 ? random.nextInt(1, 30) : 0;
            if (quantity == 0) {
                return;
            }
            long fee = hasStreak ? 0 : random.nextInt(500);
            boolean isDone = whole.trade(quantity, price, fee);
            assertThat(cut.trade(quantity, price, fee)).as(where()).isEqualTo(isDone);
            held += isDone ? quantity : 0;
        }

        private void resume() {
            String who = random.nextBoolean() ? "" : "s";
            if (random.nextInt(12) == 0) {
                whole.life.engine.risk().resume(who, "Ann", "seen");
                cut.life.engine.risk().resume(who, "Ann", "seen");
            }
        }

        private void agree() {
            assertThat(cut.trips()).as(where()).isEqualTo(whole.trips());
            assertThat(stages(cut)).as(where()).isEqualTo(stages(whole));
        }

        private static List<TradingStage> stages(RestartLab lab) {
            return List.of(
                    lab.life.engine.risk().accountStage(),
                    lab.life.engine.risk().stage("s"));
        }

        private String where() {
            return "seed " + seed + ", step " + step;
        }
    }
}
