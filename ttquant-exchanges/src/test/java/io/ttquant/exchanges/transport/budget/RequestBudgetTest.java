package io.ttquant.exchanges.transport.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Quotas, reserves, headers and bans. */
class RequestBudgetTest {
    private static final Quota WEIGHT = Quota.of("weight", QuotaScope.IP, 100, Duration.ofMinutes(1))
            .withReserve(20)
            .withHeader("X-MBX-USED-WEIGHT-1M");
    private static final Quota ORDERS =
            Quota.of("orders", QuotaScope.ACCOUNT, 10, Duration.ofSeconds(10)).withHeader("X-MBX-ORDER-COUNT-10S");
    private static final Quota PLACE = Quota.of("place", QuotaScope.INSTRUMENT, 60, Duration.ofSeconds(2));

    private final SimulatedTime time = new SimulatedTime(EpochNanos.parse("2026-01-01T00:00:00Z"));
    private final RequestBudget budget =
            new RequestBudget(time, Duration.ofMillis(250), List.of(WEIGHT, ORDERS, PLACE));

    @Test
    void ordinaryRequestsStopAtTheReserveAndCancelsAtTheQuota() {
        assertThat(take(Urgency.ORDINARY, 80)).isZero();
        assertThat(take(Urgency.ORDINARY, 1)).isPositive();
        assertThat(take(Urgency.RISK_REDUCING, 20)).isZero();
        assertThat(take(Urgency.RISK_REDUCING, 1)).isPositive();
    }

    @Test
    void theWaitIsLongEnoughAndNotMuchLonger() {
        take(Urgency.ORDINARY, 80);
        long wait = take(Urgency.ORDINARY, 50);
        assertThat(Duration.ofNanos(wait)).isBetween(Duration.ofSeconds(60), Duration.ofMillis(61_500));
        time.run(Duration.ofNanos(wait - 1));
        assertThat(take(Urgency.ORDINARY, 50)).isPositive();
        time.run(Duration.ofNanos(1));
        assertThat(take(Urgency.ORDINARY, 50)).isZero();
    }

    @Test
    void aRequestTakesAllItsCostsOrNone() {
        for (int i = 0; i < 9; i++) {
            assertThat(budget.tryTake(Urgency.ORDINARY, WEIGHT.cost(1), ORDERS.cost("main", 1)))
                    .isZero();
        }
        assertThat(budget.tryTake(Urgency.ORDINARY, WEIGHT.cost(1), ORDERS.cost("main", 1)))
                .isPositive();
        assertThat(budget.used(WEIGHT.cost(0))).isEqualTo(9);
        assertThat(budget.tryTake(Urgency.ORDINARY, WEIGHT.cost(1), ORDERS.cost("other", 1)))
                .as("another account has its own orders")
                .isZero();
    }

    @Test
    void aRequestThatNamesOneQuotaTwiceNeedsTheSum() {
        assertThat(budget.tryTake(Urgency.RISK_REDUCING, WEIGHT.cost(60), WEIGHT.cost(40)))
                .isZero();
        assertThatThrownBy(() -> budget.tryTake(Urgency.RISK_REDUCING, WEIGHT.cost(60), WEIGHT.cost(41)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("costs 101 of quota weight");
    }

    @Test
    void whatOthersUsedIsBelieved() {
        take(Urgency.ORDINARY, 5);
        budget.observe(answer(200, "x-mbx-used-weight-1m", "90", "X-MBX-ORDER-COUNT-10S", "3"), "main");
        assertThat(budget.used(WEIGHT.cost(0))).isEqualTo(90);
        assertThat(budget.used(ORDERS.cost("main", 0))).isEqualTo(3);
        assertThat(budget.used(ORDERS.cost("other", 0))).isZero();
        assertThat(take(Urgency.ORDINARY, 1)).isPositive();
        assertThat(take(Urgency.RISK_REDUCING, 10)).isZero();
    }

    @Test
    void aVenueThatCountsLessOrWritesNonsenseRaisesNothing() {
        take(Urgency.ORDINARY, 50);
        for (String text : List.of("1", "-1", "", "1e9", "99999999999999999999", "nan")) {
            budget.observe(answer(200, "X-MBX-USED-WEIGHT-1M", text), "main");
            assertThat(budget.used(WEIGHT.cost(0))).as(text).isEqualTo(50);
        }
        budget.observe(answer(200, "X-MBX-USED-WEIGHT-1M", "999999999999"), "main");
        assertThat(budget.used(WEIGHT.cost(0))).isEqualTo(100);
    }

    @Test
    void retryAfterIsObeyedByEverything() {
        budget.observe(answer(429, "Retry-After", "7"), "main");
        assertThat(budget.blockedFor()).isEqualTo(Duration.ofSeconds(7));
        assertThat(take(Urgency.RISK_REDUCING, 1))
                .isEqualTo(Duration.ofSeconds(7).toNanos());
        time.run(Duration.ofSeconds(7));
        assertThat(take(Urgency.RISK_REDUCING, 1)).isZero();
    }

    @Test
    void aDateInRetryAfterIsUnderstood() {
        budget.observe(answer(418, "Retry-After", "Thu, 01 Jan 2026 00:05:00 GMT"), "main");
        assertThat(budget.blockedFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void withoutAWordOrWithZeroEachRefusalLastsTwiceAsLong() {
        for (long seconds : List.of(10L, 20L, 40L, 80L)) {
            budget.observe(answer(429, "Retry-After", "0"), "main");
            assertThat(budget.blockedFor()).isEqualTo(Duration.ofSeconds(seconds));
            time.run(budget.blockedFor());
        }
        budget.observe(answer(200), "main");
        budget.observe(answer(418), "main");
        assertThat(budget.blockedFor()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aShorterBlockDoesNotShortenALongerOne() {
        budget.blockAll(Duration.ofMinutes(5));
        budget.observe(answer(429, "Retry-After", "1"), "main");
        assertThat(budget.blockedFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aBlockOfOneQuotaOfOneOwnerLeavesTheOthersAlone() {
        budget.block(PLACE.cost("main", "BTC-USDT", 1), Duration.ofSeconds(2));
        assertThat(budget.tryTake(Urgency.ORDINARY, PLACE.cost("main", "BTC-USDT", 1)))
                .isPositive();
        assertThat(budget.tryTake(Urgency.ORDINARY, PLACE.cost("main", "ETH-USDT", 1)))
                .isZero();
        assertThat(budget.tryTake(Urgency.ORDINARY, PLACE.cost("other", "BTC-USDT", 1)))
                .isZero();
    }

    @Test
    void mistakesInDeclarationsAreRefused() {
        refuse(() -> WEIGHT.cost("main", 1), "counted by IP, not by ACCOUNT");
        refuse(() -> ORDERS.cost(1), "counted by ACCOUNT, not by IP");
        refuse(() -> WEIGHT.cost(101), "costs 101 of quota weight, which has 100");
        refuse(() -> WEIGHT.cost(-1), "costs -1");
        refuse(() -> WEIGHT.withReserve(101), "reserve 101");
        refuse(() -> Quota.of("x", QuotaScope.IP, 0, Duration.ofSeconds(1)), "capacity of x is 0");
        refuse(() -> Quota.of("x", QuotaScope.IP, 1, Duration.ZERO), "period of x is PT0S");
        refuse(() -> new RequestBudget(time, Duration.ZERO, List.of(WEIGHT, WEIGHT)), "two quotas are called weight");
        Quota stranger = Quota.of("stranger", QuotaScope.IP, 1, Duration.ofSeconds(1));
        refuse(() -> budget.tryTake(Urgency.ORDINARY, stranger.cost(1)), "not of this budget");
    }

    private long take(Urgency urgency, long weight) {
        return budget.tryTake(urgency, WEIGHT.cost(weight));
    }

    private static HttpResponse answer(int status, String... headers) {
        return HttpResponse.of(status, HttpHeaders.of(headers), new byte[0]);
    }

    private static void refuse(Runnable mistake, String words) {
        assertThatThrownBy(mistake::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void sessionsOnSeveralThreadsTakeNoMoreThanThereIs() throws InterruptedException {
        Quota shared = Quota.of("shared", QuotaScope.IP, 200_000, Duration.ofMinutes(1))
                .withReserve(0);
        RequestBudget common = new RequestBudget(time, Duration.ofMillis(250), List.of(shared));
        AtomicLong taken = new AtomicLong();
        List<Thread> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sessions.add(new Thread(() -> {
                while (common.tryTake(Urgency.ORDINARY, shared.cost(1)) == 0) {
                    taken.incrementAndGet();
                }
            }));
        }
        sessions.forEach(Thread::start);
        for (Thread session : sessions) {
            session.join();
        }
        assertThat(taken.get()).isEqualTo(200_000);
    }
}
