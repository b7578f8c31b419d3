package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders of an earlier run that the engine has for its own. */
class RecallsTest {
    private static final OrderRequest REQUEST = OrderRequest.limit(VenueTruth.AAA, Side.BUY, 10, 10_000);

    private static ExternalOrder order(String venueId, OrderStatus status, long filled) {
        return new ExternalOrder("own5", venueId, REQUEST, status, filled, LifeHarness.START - 1_000);
    }

    private static ExternalOrder before(long filled) {
        return order("", filled > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.SUBMITTED, filled);
    }

    private static LifeHarness connected(LifeHarness h) {
        h.life.connected();
        h.run(100);
        return h;
    }

    private static void answer(LifeHarness h, OrderStatus status, long filled) {
        h.desk.finds.remove().answered(new OrderLookup(h.state(h.book.adopted.get(0), "77", status, filled)));
    }

    @Test
    void oneThatIsOpenGoesOnAndIsCalledByOurName() {
        LifeHarness h = new LifeHarness(List.of(before(0)), order("77", OrderStatus.ACCEPTED, 0));
        EngineOrder order = h.book.adopted.get(0);
        h.desk.open = List.of(h.state(order, "77", OrderStatus.ACCEPTED, 0));
        connected(h);
        assertThat(h.isTrading).isTrue();
        assertThat(h.life.hasOpenOrders()).as("the dead-man timer watches it").isTrue();
        assertThat(h.life.symbolsWithOpenOrders()).containsExactly("AAA");
        h.life.fill(h.fill(order, "77", 5, 4));
        assertThat(order.rawFilled()).isEqualTo(4);
    }

    @Test
    void whatWasFilledMeanwhileIsToldBeforeTradingBegins() {
        LifeHarness h = new LifeHarness(List.of(before(3)), order("77", OrderStatus.PARTIALLY_FILLED, 7));
        EngineOrder order = h.book.adopted.get(0);
        assertThat(order.rawFilled()).as("as the earlier run knew it").isEqualTo(3);
        h.desk.open = List.of(h.state(order, "77", OrderStatus.PARTIALLY_FILLED, 7));
        h.desk.fillsOf = List.of(h.fill(order, "77", 1, 3), h.fill(order, "77", 2, 4));
        connected(h);
        assertThat(h.isTrading).isFalse();
        h.run(5_000);
        assertThat(h.isTrading).isTrue();
        assertThat(order.rawFilled()).isEqualTo(7);
        assertThat(h.book.log).filteredOn(line -> line.startsWith("filled")).containsExactly("filled 2 own5");
    }

    @Test
    void oneThatEndedMeanwhileIsAskedForWithItsFills() {
        LifeHarness h = connected(new LifeHarness(List.of(before(0))));
        assertThat(h.isTrading).isFalse();
        EngineOrder order = h.book.adopted.get(0);
        h.desk.fillsOf = List.of(h.fill(order, "77", 1, 10));
        answer(h, OrderStatus.FILLED, 10);
        h.run(100);
        assertThat(h.isTrading).as("its fill is not told yet").isFalse();
        h.run(5_000);
        assertThat(h.isTrading).isTrue();
        assertThat(h.book.log).containsSubsequence("accepted own5", "filled 1 own5");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void oneThatNeverArrivedIsRefusedOnceNoVenueWouldTakeItAnyMore() {
        LifeHarness h = connected(new LifeHarness(List.of(before(0))));
        EngineOrder order = h.book.adopted.get(0);
        nowhere(h, 30_000);
        assertThat(h.isTrading).isTrue();
        assertThat(order.isClosed()).as("it may arrive still").isFalse();
        nowhere(h, 90_000);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(h.desk.placed).isZero();
    }

    private static void nowhere(LifeHarness h, long millis) {
        for (long passed = 0; passed < millis; passed += 100) {
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(new OrderLookup(null));
            }
            h.run(100);
        }
    }

    @Test
    void oneWhoseFillsTheVenueNeverListsDoesNotHoldUpTradingForEver() {
        LifeHarness h = new LifeHarness(List.of(before(3)), order("77", OrderStatus.PARTIALLY_FILLED, 7));
        h.desk.open = List.of(h.state(h.book.adopted.get(0), "77", OrderStatus.PARTIALLY_FILLED, 7));
        connected(h);
        h.run(5_000);
        assertThat(h.isTrading).isFalse();
        h.run(120_000);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void whatIsOpenAndNotRecalledIsOfOthers() {
        ExternalOrder other = new ExternalOrder("theirs", "78", REQUEST, OrderStatus.ACCEPTED, 0, 1);
        LifeHarness h = new LifeHarness(List.of(before(0)), other);
        assertThat(h.book.adopted).hasSize(2);
        assertThat(h.life.hasOpenOrders()).isTrue();
        LifeHarness alone = new LifeHarness(other);
        assertThat(alone.life.hasOpenOrders()).isFalse();
    }
}
