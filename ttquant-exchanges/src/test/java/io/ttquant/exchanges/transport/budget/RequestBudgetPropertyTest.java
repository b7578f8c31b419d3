package io.ttquant.exchanges.transport.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For any input: never above the quota, cancels find room, and the buckets agree with a list of everything. */
class RequestBudgetPropertyTest {
    private static final int SEEDS = 300;

    private record Taken(long nanos, long amount) {}

    @Test
    void noStretchOfThePeriodHoldsMoreThanTheQuota() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SeededRandom random = new SeededRandom(seed);
            long capacity = 1 + random.nextInt(200);
            Duration period = Duration.ofNanos(1 + random.nextLong(random.nextBoolean() ? 200 : 100_000_000_000L));
            Quota quota = new Quota("q", QuotaScope.IP, capacity, period, random.nextLong(capacity + 1), "used");
            SimulatedTime time = new SimulatedTime(random.nextLong(4_000_000_000_000_000_000L));
            RequestBudget budget = new RequestBudget(time, Duration.ZERO, List.of(quota));
            List<Taken> taken = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Urgency urgency = Urgency.values()[random.nextInt(2)];
                long amount = random.nextLong(random.nextBoolean() ? Math.min(3, capacity) + 1 : capacity + 1);
                long wait = budget.tryTake(urgency, quota.cost(amount));
                if (wait == 0) {
                    taken.add(new Taken(time.nanos(), amount));
                    assertThat(used(taken, time.nanos(), period))
                            .as("seed %s, step %s", seed, i)
                            .isLessThanOrEqualTo(capacity);
                }
                if (random.nextInt(20) == 0) {
                    String reported = Long.toString(random.nextLong(capacity * 2));
                    budget.observe(HttpResponse.of(200, HttpHeaders.of("used", reported), new byte[0]), "");
                }
                time.run(Duration.ofNanos(random.nextLong(period.toNanos() / 8 + 2)));
            }
            assertThat(taken).as("seed %s", seed).isNotEmpty();
        }
    }

    @Test
    void cancelsFindRoomWhateverOrdinaryRequestsDid() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SeededRandom random = new SeededRandom(seed);
            long capacity = 10 + random.nextInt(200);
            long reserve = 1 + random.nextLong(capacity / 2);
            Quota quota = Quota.of("q", QuotaScope.IP, capacity, Duration.ofSeconds(2))
                    .withReserve(reserve);
            SimulatedTime time = new SimulatedTime(0);
            RequestBudget budget = new RequestBudget(time, Duration.ofMillis(250), List.of(quota));
            for (int i = 0; i < 1000; i++) {
                budget.tryTake(Urgency.ORDINARY, quota.cost(1 + random.nextLong(3)));
                time.run(Duration.ofMillis(random.nextInt(20)));
            }
            for (long i = 0; i < reserve; i++) {
                assertThat(budget.tryTake(Urgency.RISK_REDUCING, quota.cost(1)))
                        .as("seed %s, cancel %s", seed, i)
                        .isZero();
            }
        }
    }

    @Test
    void bucketsCountWhatAListCountsAndALittleLonger() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SeededRandom random = new SeededRandom(seed);
            long period = 64 + random.nextLong(1_000_000);
            SlidingLedger ledger = new SlidingLedger(period);
            List<Taken> taken = new ArrayList<>();
            long now = random.nextLong(1_000_000_000);
            for (int i = 0; i < 300; i++) {
                now += random.nextLong(random.nextInt(10) == 0 ? 3 * period : period / 16 + 1);
                long atLeast = used(taken, now, Duration.ofNanos(period));
                long atMost = used(taken, now, Duration.ofNanos(period + period / 32 + 2));
                assertThat(ledger.used(now)).as("seed %s, step %s", seed, i).isBetween(atLeast, atMost);
                long most = random.nextLong(50);
                long wait = ledger.waitFor(most, now);
                assertThat(wait == 0).as("seed %s, step %s", seed, i).isEqualTo(ledger.used(now) <= most);
                long amount = random.nextInt(9);
                ledger.add(amount, now);
                taken.add(new Taken(now, amount));
            }
        }
    }

    /** The naive count: what was taken after the start of the period that ends now. */
    private static long used(List<Taken> taken, long now, Duration period) {
        return taken.stream()
                .filter(one -> one.nanos() > now - period.toNanos())
                .mapToLong(Taken::amount)
                .sum();
    }
}
