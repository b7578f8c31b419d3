package io.ttquant.core.engine;

import static io.ttquant.core.engine.BarLab.lab;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import org.junit.jupiter.api.Test;

/** Orders that expire, arrive or are cancelled at a time inside a bar. */
class BarTimesTest {
    private static final long M = Lab.MINUTE;
    private static final long SECOND = 1_000_000_000L;

    private static Order buyUntil(Lab lab, int price, long expiryNanos) {
        return lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(1)
                .limit(price)
                .goodTillNanos(expiryNanos)
                .submit();
    }

    @Test
    void theBarFillsAnOrderBeforeItExpiresInsideIt() {
        Lab lab = lab();
        // One tick down every two seconds: 95 after 10 s, 96 before; a touch is not enough.
        Order order = buyUntil(lab, 97, M + 10 * SECOND);
        lab.bar(M, 100, 110, 90, 100);

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void theBarDoesNotFillAnOrderAtOrAfterItsExpiry() {
        for (int price : new int[] {96, 95, 94, 91}) {
            Lab lab = lab();
            Order order = buyUntil(lab, price, M + 10 * SECOND);
            lab.bar(M, 100, 110, 90, 100);

            assertThat(order.status()).as("price %d", price).isEqualTo(OrderStatus.EXPIRED);
            assertThat(lab.fills()).isEmpty();
        }
    }

    @Test
    void aStopThatExpiresAtTheMomentThePathReachesItsTriggerIsNotTriggered() {
        Lab lab = lab();
        Order early = lab.script
                .desk()
                .sell(Lab.SWAP)
                .lots(1)
                .stop(96)
                .goodTillNanos(M + 10 * SECOND)
                .submit();
        Order late = lab.script
                .desk()
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .goodTillNanos(M + 10 * SECOND)
                .submit();
        lab.bar(M, 100, 110, 90, 100);

        assertThat(early.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(late.status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void anOrderThatExpiresAtTheCloseIsFilledByThePathBeforeIt() {
        Lab lab = lab();
        Order reached = buyUntil(lab, 95, 2 * M);
        Order notReached = buyUntil(lab, 85, 2 * M);
        lab.bar(M, 100, 110, 90, 100);

        assertThat(reached.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(notReached.status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void anOrderThatExpiresAtAnOpenIsNotFilledThere() {
        Lab lab = lab();
        Order order = buyUntil(lab, 95, 2 * M);
        lab.bar(M, 100, 110, 99, 100);
        lab.bar(2 * M, 90, 91, 80, 85);

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void anExpiryInsideABarThatNeverClosesIsPastAtTheNextOpen() {
        Lab lab = lab();
        Order order = buyUntil(lab, 95, M + 10 * SECOND);
        lab.open(M, 100);
        lab.open(3 * M, 90);

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void aCancelCausedByTheFirstFillAtAnOpenIsSeenByTheSecond() {
        Lab lab = lab();
        Order first = lab.script.desk().buy(Lab.SWAP).lots(1).limit(95).submit();
        Order second = lab.script.desk().buy(Lab.SWAP).lots(2).limit(94).submit();
        cancelOnFill(lab, first, second);
        lab.bar(M, 90, 91, 89, 90);

        assertThat(lab.fills()).containsExactly("BUY 1@90 MAKER LIMIT_AT_OPEN");
        assertThat(second.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aCancelCausedByAStopAtAnOpenIsSeenByTheNextStopAndByLimits() {
        Lab lab = lab();
        Order first = lab.script.desk().sell(Lab.SWAP).lots(1).stop(95).submit();
        Order second = lab.script.desk().sell(Lab.SWAP).lots(2).stop(94).submit();
        cancelOnFill(lab, first, second);
        lab.bar(M, 90, 91, 89, 90);

        assertThat(lab.fills()).containsExactly("SELL 1@90 TAKER STOP_GAP");
    }

    @Test
    void aCancelCausedByAMarketOrderAtAnOpenIsSeenByTheNext() {
        Lab lab = lab();
        Order first = lab.script.desk().buy(Lab.SWAP).lots(1).market().submit();
        Order second = lab.script.desk().buy(Lab.SWAP).lots(2).market().submit();
        Order third = lab.script.desk().buy(Lab.SWAP).lots(3).market().submit();
        lab.script.order = e -> {
            if (first.status() == OrderStatus.FILLED && e.order() == first && second.isOpen()) {
                lab.script.desk().cancel(second);
                lab.script.desk().cancel(third);
            }
        };
        lab.bar(M, 90, 91, 89, 90);

        assertThat(lab.fills()).containsExactly("BUY 1@90 TAKER NEXT_OPEN");
    }

    private static void cancelOnFill(Lab lab, Order first, Order other) {
        lab.script.order = e -> {
            if (first.status() == OrderStatus.FILLED && other.isOpen() && e.order() == first) {
                lab.script.desk().cancel(other);
            }
        };
    }

    @Test
    void whereNoOpensAreAnnouncedALimitMeetsThePathFromItsArrivalOn() {
        Lab lab = lab();
        lab.engine.advanceTo(M + 30 * SECOND);
        Order order = lab.script.desk().buy(Lab.SWAP).lots(1).limit(95).submit();
        lab.engine.advanceTo(M + 30 * SECOND);
        // The low was at 20 s.
        lab.close(M, 100, 110, 90, 100, 1_000);
        assertThat(order.isOpen()).isTrue();
        lab.close(2 * M, 100, 101, 94, 100, 1_000);

        assertThat(lab.fills()).containsExactly("BUY 1@95 MAKER TRADED_THROUGH");
    }

    @Test
    void whereNoOpensAreAnnouncedAStopMeetsThePathFromItsArrivalOn() {
        Lab lab = lab();
        Order before = lab.script.desk().sell(Lab.SWAP).lots(2).stop(95).submit();
        lab.engine.advanceTo(M + 30 * SECOND);
        Order market = lab.script.desk().buy(Lab.SWAP).lots(3).market().submit();
        Order stop = lab.script.desk().sell(Lab.SWAP).lots(1).stop(95).submit();
        lab.engine.advanceTo(M + 30 * SECOND);
        lab.close(M, 100, 110, 90, 100, 1_000);

        assertThat(before.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(market.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stop.isOpen()).isTrue();
        assertThat(lab.fills()).containsExactly("SELL 2@95 TAKER STOP_TRIGGER", "BUY 3@100 TAKER BAR_PATH");
    }

    @Test
    void whereNoOpensAreAnnouncedAnOrderFromTheLastCloseMeetsTheOpen() {
        Lab lab = lab();
        lab.script.desk().buy(Lab.SWAP).lots(1).limit(95).submit();
        lab.close(M, 93, 110, 90, 100, 1_000);

        assertThat(lab.fills()).containsExactly("BUY 1@93 MAKER LIMIT_AT_OPEN");
    }
}
