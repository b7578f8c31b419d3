package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** News of orders and fills: twice, in any order, of words that are not known, of orders of others. The rows are those of the failure catalogue. */
class NewsTest {
    private final LifeHarness h = LifeHarness.trading();

    @Test
    void a12AFillIsBookedOnceHoweverOftenItIsTold() {
        EngineOrder order = h.resting("7");
        VenueFill fill = h.fill(order, "7", 1, 3);
        h.life.fill(fill);
        h.life.fill(fill);
        h.desk.fills = List.of(fill);
        h.run(200_000);
        assertThat(order.rawFilled()).isEqualTo(3);
        assertThat(h.book.log).containsOnlyOnce("filled 1 own0");
    }

    @Test
    void ordersOfTwoSymbolsMayHaveTheSameIdAtTheVenue() {
        EngineOrder order = h.resting("7");
        VenueFill mine = h.fill("", "7", Side.BUY, 1, 3);
        VenueFill other = new VenueFill(
                "BBB",
                mine.tradeId(),
                mine.orderId(),
                "",
                mine.side(),
                mine.positionSide(),
                mine.price(),
                mine.quantity(),
                mine.fee(),
                mine.isMaker(),
                mine.cursor(),
                mine.tsEvent() + 1);
        h.life.fill(other);
        h.run(310_000);
        assertThat(order.rawFilled()).isZero();
        h.life.fill(h.fill(order, "7", 1, 4));
        assertThat(order.rawFilled()).isEqualTo(4);
        assertThat(h.book.positions).containsEntry("BBB", 3L).containsEntry("AAA", 4L);
    }

    @Test
    void a12AFillOfBeforeTheSessionIsNotBookedThoughTheClocksDisagreeAboutWhen() {
        ExternalOrder open = new ExternalOrder(
                "old1",
                "7",
                OrderRequest.limit(VenueTruth.AAA, Side.BUY, 10, 10_000),
                OrderStatus.PARTIALLY_FILLED,
                4,
                LifeHarness.START - 1_000_000_000L);
        LifeHarness its = new LifeHarness(open);
        its.run(20);
        VenueFill first = its.fill("", "7", Side.BUY, 1, 4);
        its.desk.fills = List.of(first);
        its.desk.open = List.of(its.state("old1", "7", Side.BUY, OrderStatus.PARTIALLY_FILLED, 10, 10_000, 4, ""));
        its.desk.fillsOf = List.of(first);
        its.life.connected();
        its.run(10_000);
        assertThat(its.book.log).noneMatch(line -> line.startsWith("filled"));
        VenueFill second = its.fill("", "7", Side.BUY, 2, 6);
        its.life.fill(second);
        assertThat(its.book.log).containsOnlyOnce("filled 2 old1");
    }

    @Test
    void a13TheStateThatComesWithAFillThatIsKnownCounts() {
        EngineOrder order = h.resting("7");
        h.life.fill(h.fill(order, "7", 1, 3));
        h.life.fill(h.fill(order, "7", 1, 3));
        h.life.order(h.state(order, "7", OrderStatus.CANCELED, 3));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a14BothSidesOfATradeWithOneselfAreBooked() {
        EngineOrder buy = h.resting("7");
        EngineOrder sell = h.order(OrderRequest.limit(VenueTruth.AAA, Side.SELL, 10, 10_000));
        h.life.submit(sell);
        h.life.fill(h.fill(buy, "7", 1, 10));
        h.life.fill(h.fill(sell, "8", 1, 10));
        assertThat(buy.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(sell.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.book.positions).containsEntry("AAA", 0L);
    }

    @Test
    void a15AFillIsNeverMadeUpItIsAskedForAndTheEndWaitsForIt() {
        EngineOrder order = h.resting("7");
        h.life.order(h.state(order, "7", OrderStatus.FILLED, 10));
        h.run(60_000);
        assertThat(h.desk.fillsOfAsked).isGreaterThan(2);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        h.run(60_000);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.book.log).containsOnlyOnce("filled 1 own0");
    }

    @Test
    void a16ALateFillIsBookedAfterACancelAndNothingReopens() {
        EngineOrder order = h.resting("7");
        h.life.order(h.state(order, "7", OrderStatus.CANCELED, 0));
        h.life.fill(h.fill(order, "7", 1, 4));
        h.life.order(h.state(order, "7", OrderStatus.PARTIALLY_FILLED, 4));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isEqualTo(4);
    }

    @Test
    void a27FillsOfTheOrderThatCameOfAConditionalOneAreOfThatOne() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        h.life.order(h.state(stop.clientId(), "7", Side.SELL, OrderStatus.TRIGGERED, 10, 0, 0, "8"));
        h.life.fill(h.fill("", "8", Side.SELL, 1, 10));
        assertThat(h.book.log).containsSubsequence("accepted own0", "triggered own0", "filled 1 own0");
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.book.adopted).isEmpty();
    }

    @Test
    void a27AFillThatMayBeOfATriggeredOrderOfOursIsAskedForBeforeItIsAnothers() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.ACCEPTED, h.state(stop, "7", OrderStatus.ACCEPTED, 0));
        h.run(10);
        h.life.fill(h.fill("", "8", Side.SELL, 1, 10));
        h.run(10_000);
        assertThat(h.book.adopted).isEmpty();
        VenueOrder triggered = h.state(stop.clientId(), "7", Side.SELL, OrderStatus.TRIGGERED, 10, 0, 0, "8");
        h.desk.finds.remove().answered(new OrderLookup(triggered));
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    private void answerFor(long seconds, OrderLookup lookup) {
        for (int i = 0; i < seconds / 5; i++) {
            h.run(5_000);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(lookup);
            }
        }
    }

    @Test
    void a27ATriggeredOrderOfWhichNothingCameThatCanBeFoundEndsOnceItIsNowhereForLong() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        VenueOrder triggered = h.state(stop.clientId(), "7", Side.SELL, OrderStatus.TRIGGERED, 10, 0, 0, "8");
        h.life.order(triggered);
        answerFor(870, OrderLookup.childless(triggered));
        assertThat(stop.status()).isEqualTo(OrderStatus.TRIGGERED);
        answerFor(120, OrderLookup.childless(triggered));
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(h.book.log).containsOnlyOnce("canceled own0");
    }

    @Test
    void a27WhatBecameOfATriggeredOrderWithoutANamedChildIsAskedForAndUnknownUntilItIsFound() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        VenueOrder unnamed = triggeredWithoutChild(stop);
        h.life.order(unnamed);
        h.run(2_000);
        h.desk.finds.remove().answered(OrderLookup.childless(unnamed));
        assertThat(stop.isOutcomeUnknown()).isTrue();
        assertThat(stop.status()).isEqualTo(OrderStatus.TRIGGERED);
        h.run(2_000);
        h.desk.finds.remove().answered(new OrderLookup(h.state(stop, "8", OrderStatus.ACCEPTED, 0)));
        assertThat(stop.isOutcomeUnknown()).isFalse();
        assertThat(h.book.log).containsOnlyOnce("outcomeUnknown own0").containsOnlyOnce("outcomeKnown own0");
    }

    @Test
    void a27NewsOfTheChildSettleWhatBecameOfATriggeredOrder() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        VenueOrder unnamed = triggeredWithoutChild(stop);
        h.life.order(unnamed);
        h.run(2_000);
        h.desk.finds.remove().answered(OrderLookup.childless(unnamed));
        h.life.order(h.state(stop, "8", OrderStatus.ACCEPTED, 0));
        assertThat(stop.isOutcomeUnknown()).isFalse();
    }

    @Test
    void a27ATriggeredOrderWhoseChildIsFoundAgainIsNotGivenUp() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        VenueOrder triggered = h.state(stop.clientId(), "7", Side.SELL, OrderStatus.TRIGGERED, 10, 0, 0, "8");
        VenueOrder child = h.state("", "8", Side.SELL, OrderStatus.ACCEPTED, 10, 0, 0, "");
        h.life.order(triggered);
        for (int i = 0; i < 4; i++) {
            answerFor(600, OrderLookup.childless(triggered));
            answerFor(60, new OrderLookup(child));
        }
        assertThat(stop.status()).isEqualTo(OrderStatus.TRIGGERED);
        h.life.fill(h.fill("", "8", Side.SELL, 1, 10));
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a27ATriggeredOrderThatWasNeverSeenBeforeIsNotRefusedBecauseItsChildIsMissing() {
        EngineOrder stop = h.stop();
        h.life.submit(stop);
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        VenueOrder triggered = h.state(stop.clientId(), "7", Side.SELL, OrderStatus.TRIGGERED, 10, 0, 0, "8");
        answerFor(120, OrderLookup.childless(triggered));
        assertThat(stop.status()).isEqualTo(OrderStatus.TRIGGERED);
    }

    @Test
    void a28AFillThatCannotBeReadIsNotCountedAsKnownAndBookedOnceItCan() {
        EngineOrder order = h.resting("7");
        VenueFill good = h.fill(order, "7", 1, 10);
        VenueFill bad = new VenueFill(
                "AAA",
                1,
                "7",
                order.clientId(),
                order.side(),
                good.positionSide(),
                good.price(),
                new BigDecimal("0.0100001"),
                good.fee(),
                true,
                1,
                good.tsEvent());
        h.life.fill(bad);
        assertThat(h.why).contains("fill 1 of AAA");
        assertThat(order.rawFilled()).isZero();
        h.desk.fills = List.of(good);
        h.run(2_000);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a28AnOpenOrderOfAnotherWhoseStateIsNotKnownIsReportedAndNotAdopted() {
        h.desk.open = List.of(h.state("hand", "9", Side.BUY, null, 10, 9_000, 0, ""));
        int before = h.desk.openAsked;
        h.run(31_000);
        assertThat(h.why).contains("NOVEL");
        assertThat(h.book.adopted).isEmpty();
        assertThat(h.desk.openAsked).isEqualTo(before + 1);
    }

    @Test
    void whatIsOfAnInstrumentThatIsNotListedIsReportedAndDoesNotKeepTheVenueBusy() {
        VenueOrder order = h.state("hand", "9", Side.BUY, OrderStatus.ACCEPTED, 10, 9_000, 0, "");
        h.desk.open = List.of(ofSymbol(order, "ZZZ"));
        int before = h.desk.openAsked;
        h.run(60_000);
        assertThat(h.why).contains("ZZZ");
        assertThat(h.desk.openAsked).isLessThanOrEqualTo(before + 2);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void a28AWordThatIsNotKnownLeadsToAQuestionAndToNothingElse() {
        EngineOrder order = h.resting("7");
        h.life.order(h.state(order, "7", null, 0));
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        h.run(1);
        h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", OrderStatus.CANCELED, 0)));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void f4ALiquidationIsAdoptedAndItsFillSaysSo() {
        h.life.fill(h.fill("", "9", Side.SELL, 1, 5));
        VenueOrder by = h.state("", "9", Side.SELL, OrderStatus.FILLED, 5, 10_000, 5, "");
        h.life.order(ofType(by, "LIQUIDATION"));
        assertThat(h.book.log).endsWith("adopt 9", "filled 1 by liquidation 9");
        assertThat(h.book.positions).containsEntry("AAA", -5L);
    }

    @Test
    void f5AnOrderByHandIsAdoptedOnceAndLaterReportsNameIt() {
        h.life.order(h.state("hand", "9", Side.BUY, OrderStatus.ACCEPTED, 10, 9_000, 0, ""));
        h.life.order(h.state("hand", "9", Side.BUY, OrderStatus.ACCEPTED, 10, 9_000, 0, ""));
        h.life.fill(h.fill("hand", "9", Side.BUY, 1, 4));
        h.life.order(h.state("hand", "9", Side.BUY, OrderStatus.CANCELED, 10, 9_000, 4, ""));
        assertThat(h.book.log).endsWith("adopt 9", "filled 1 hand", "canceled hand");
        assertThat(h.life.foreignId(h.book.adopted.get(0))).isEqualTo("9");
        assertThat(h.life.foreignId(h.resting("7"))).as("ours has our id").isEmpty();
    }

    @Test
    void f5AFillOfWhichNothingElseIsEverToldIsBookedOnAnOrderOfItsOwn() {
        h.resting("7");
        h.desk.open = List.of(h.state("own0", "7", Side.BUY, OrderStatus.ACCEPTED, 10, 10_000, 0, ""));
        h.life.fill(h.fill("", "9", Side.SELL, 1, 4));
        h.run(310_000);
        assertThat(h.book.log).containsSubsequence("adopt 9", "filled 1 9");
        assertThat(h.book.positions).containsEntry("AAA", -4L);
    }

    @Test
    void whatWasFilledBeforeTheSessionIsNotToldAgain() {
        OrderRequest request = OrderRequest.limit(VenueTruth.AAA, Side.BUY, 10, 10_000);
        LifeHarness later = new LifeHarness(
                new ExternalOrder("hand", "9", request, OrderStatus.PARTIALLY_FILLED, 3, LifeHarness.START));
        VenueFill before = later.fill("hand", "9", Side.BUY, 1, 3);
        later.run(1_000);
        VenueFill after = later.fill("hand", "9", Side.BUY, 2, 2);
        later.desk.fills = List.of(before, after);
        later.desk.fillsOf = List.of(before, after);
        later.desk.open = List.of(later.state("hand", "9", Side.BUY, OrderStatus.PARTIALLY_FILLED, 10, 10_000, 5, ""));
        later.life.connected();
        later.run(2_000);
        assertThat(later.book.log).containsOnlyOnce("adopt 9").containsOnlyOnce("filled 2 hand");
        assertThat(later.book.adopted.get(0).rawFilled()).isEqualTo(5);
        assertThat(later.isTrading).isTrue();
    }

    @Test
    void anOrderOfAnAmountGetsItsSizeBeforeItsFills() {
        EngineOrder order = h.byValue();
        h.life.submit(order);
        h.life.fill(h.fill(order, "7", 1, 4));
        h.life.fill(h.fill(order, "7", 2, 3));
        h.life.order(h.state(order, "7", OrderStatus.FILLED, 7));
        assertThat(h.book.log).endsWith("accepted own0", "updated own0", "filled 1 own0", "filled 2 own0");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.rawQuantity()).isEqualTo(7);
    }

    private VenueOrder triggeredWithoutChild(EngineOrder stop) {
        VenueOrder o = h.state(stop.clientId(), "7", Side.SELL, OrderStatus.TRIGGERED, 10, 0, 0, "8");
        return with(o, o.symbol(), o.type(), "");
    }

    static VenueOrder ofType(VenueOrder o, String type) {
        return with(o, o.symbol(), type, o.childId());
    }

    private static VenueOrder ofSymbol(VenueOrder o, String symbol) {
        return with(o, symbol, o.type(), o.childId());
    }

    private static VenueOrder with(VenueOrder o, String symbol, String type, String childId) {
        return new VenueOrder(
                symbol,
                o.venueId(),
                o.clientId(),
                o.side(),
                o.positionSide(),
                type,
                o.timeInForce(),
                o.status(),
                o.statusWord(),
                o.price(),
                o.triggerPrice(),
                o.quantity(),
                o.isByValue(),
                o.filled(),
                o.averagePrice(),
                o.isReduceOnly(),
                o.fees(),
                o.cancelSource(),
                o.isConditional(),
                childId,
                o.parentId(),
                o.tsCreated(),
                o.tsUpdated());
    }
}
