package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exits that rested when the news stopped are asked for until news come again; nothing else is. */
class LookoutTest {
    private static final Instrument SPOT = Instrument.spot("venue:AAA", "AAA", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    private final LifeHarness h = LifeHarness.trading();

    private static Orders sale(Instrument instrument) {
        return Orders.of(instrument, Side.SELL, OrderType.LIMIT, "0.010").at("100");
    }

    private EngineOrder resting(OrderRequest request, String venueId) {
        EngineOrder order = h.order(request);
        h.life.submit(order);
        h.desk.places.remove().answer(CodeClass.ACCEPTED, h.state(order, venueId, OrderStatus.ACCEPTED, 0));
        return order;
    }

    private EngineOrder exit() {
        return resting(sale(VenueTruth.AAA).reduceOnly().request(), "7");
    }

    /** Answers what is asked about an order for some time, as the venue has it. */
    private void told(EngineOrder order, OrderStatus status, long filled, int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            h.run(100);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", status, filled)));
            }
        }
    }

    private void failed(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            h.run(100);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().failed(Verdict.of(CodeClass.UNKNOWN, "timed out"));
            }
        }
    }

    @Test
    void anExitThatRestedIsAskedForUntilItHasFilled() {
        EngineOrder order = exit();
        h.life.disconnected("cut");
        told(order, OrderStatus.ACCEPTED, 0, 5);
        assertThat(h.desk.found)
                .as("a second later, and then after longer and longer waits")
                .hasSize(4);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        told(order, OrderStatus.FILLED, 10, 20);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.isTrading).isFalse();
        int asked = h.desk.found.size();
        told(order, OrderStatus.FILLED, 10, 600);
        assertThat(h.desk.found).as("nothing is open").hasSize(asked);
    }

    @Test
    void oneThatTheVenueCancelledIsKnownToBeGone() {
        EngineOrder order = exit();
        h.life.disconnected("cut");
        told(order, OrderStatus.CANCELED, 0, 2);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void oneThatRestsIsAskedForEverMoreRarelyAndNotOnceNewsComeAgain() {
        EngineOrder order = exit();
        h.life.disconnected("cut");
        told(order, OrderStatus.ACCEPTED, 0, 3_600);
        assertThat(h.desk.found).hasSizeBetween(115, 130);
        h.desk.open = List.of(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.life.connected();
        told(order, OrderStatus.ACCEPTED, 0, 2);
        assertThat(h.isTrading).isTrue();
        int asked = h.desk.found.size();
        told(order, OrderStatus.ACCEPTED, 0, 600);
        assertThat(h.desk.found).hasSize(asked);
        h.life.disconnected("cut again");
        told(order, OrderStatus.ACCEPTED, 0, 5);
        assertThat(h.desk.found).as("as soon as the first time").hasSize(asked + 4);
    }

    @Test
    void aQuestionThatFailsSaysNothingAndIsAskedAgain() {
        EngineOrder order = exit();
        h.life.disconnected("cut");
        failed(3_600);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.isOutcomeUnknown()).isFalse();
        assertThat(h.desk.found).hasSizeBetween(115, 130);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        told(order, OrderStatus.FILLED, 10, 35);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void whatIsNoExitOfOursIsNotAskedFor() {
        h.resting("8");
        resting(sale(VenueTruth.AAA).request(), "9");
        h.life.disconnected("cut");
        h.run(600_000);
        assertThat(h.desk.found).isEmpty();
        ExternalOrder byHand = new ExternalOrder(
                "hand", "5", sale(VenueTruth.AAA).reduceOnly().request(), OrderStatus.ACCEPTED, 0, LifeHarness.START);
        LifeHarness other = new LifeHarness(byHand);
        other.life.disconnected("cut");
        other.run(600_000);
        assertThat(other.desk.found).as("by hand").isEmpty();
    }

    @Test
    void whatClosesASideOrSellsOnSpotWhatIsHeldIsAnExitToo() {
        EngineOrder closing = resting(sale(VenueTruth.AAA).request().withPositionSide(PositionSide.LONG), "8");
        EngineOrder spot = resting(sale(SPOT).reduceOnly().request(), "9");
        h.life.disconnected("cut");
        h.run(1_200);
        assertThat(h.desk.found).isEqualTo(List.of(closing, spot));
    }

    @Test
    void oneThatAnEarlierRunLeftIsAskedForWhileTheFirstNewsDoNotCome() {
        ExternalOrder before = new ExternalOrder(
                "own5", "7", sale(VenueTruth.AAA).reduceOnly().request(), OrderStatus.ACCEPTED, 0, LifeHarness.START);
        LifeHarness fresh = new LifeHarness(List.of(before), before);
        fresh.desk.isFailing = true;
        fresh.life.connected();
        fresh.run(1_200);
        assertThat(fresh.desk.found).isEqualTo(List.of(fresh.book.adopted.get(0)));
    }

    @Test
    void oneThatAnEarlierRunLeftIsAskedForThoughTheStreamNeverComesUp() {
        ExternalOrder before = new ExternalOrder(
                "own5", "7", sale(VenueTruth.AAA).reduceOnly().request(), OrderStatus.ACCEPTED, 0, LifeHarness.START);
        ExternalOrder entry = new ExternalOrder(
                "own6", "8", sale(VenueTruth.AAA).request(), OrderStatus.ACCEPTED, 0, LifeHarness.START);
        ExternalOrder byHand = new ExternalOrder(
                "hand", "9", sale(VenueTruth.AAA).reduceOnly().request(), OrderStatus.ACCEPTED, 0, LifeHarness.START);
        LifeHarness fresh = new LifeHarness(List.of(before, entry), before, entry, byHand);
        EngineOrder exit = fresh.book.adopted.get(0);
        fresh.run(1_200);
        assertThat(fresh.desk.found).isEqualTo(List.of(exit));
        fresh.desk.finds.remove().failed(Verdict.of(CodeClass.UNKNOWN, "timed out"));
        fresh.run(1_200);
        fresh.desk.fillsOf = List.of(fresh.fill("own5", "7", Side.SELL, 1, 10));
        VenueOrder filled = fresh.state("own5", "7", Side.SELL, OrderStatus.FILLED, 10, 10_000, 10, "");
        fresh.desk.finds.remove().answered(new OrderLookup(filled));
        fresh.run(600_000);
        assertThat(exit.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(fresh.desk.found)
                .as("no other, and not for long")
                .hasSizeLessThan(5)
                .containsOnly(exit);
        assertThat(fresh.isTrading).isFalse();
    }

    @Test
    void whileAQuestionIsNotAnsweredNewsTellOfIt() {
        exit();
        h.desk.isFailing = true;
        h.run(220_000);
        assertThat(h.isTrading).isFalse();
        assertThat(h.desk.found).isEmpty();
    }

    @Test
    void onceAllThatWasMissedIsKnownNewsTellOfItThoughTheClockIsOff() {
        EngineOrder order = exit();
        h.life.disconnected("cut");
        told(order, OrderStatus.ACCEPTED, 0, 5);
        h.life.clockRead("the venue's clock is ahead by 9s");
        h.desk.open = List.of(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.life.connected();
        told(order, OrderStatus.ACCEPTED, 0, 2);
        assertThat(h.why).contains("clock");
        int asked = h.desk.found.size();
        told(order, OrderStatus.ACCEPTED, 0, 120);
        assertThat(h.desk.found).hasSize(asked);
    }

    @Test
    void streamsThatBreakOffAgainAndAgainNeitherHastenTheQuestionsNorPutThemOff() {
        EngineOrder order = exit();
        h.desk.isFailing = true;
        for (int i = 0; i < 120; i++) {
            h.life.disconnected("cut");
            h.run(200);
            h.life.connected();
            h.run(300);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", OrderStatus.ACCEPTED, 0)));
            }
        }
        assertThat(h.desk.found).as("in a minute").hasSizeBetween(6, 8);
    }

    @Test
    void howeverManyThereAreTenASecondAreAskedForAndEachHasItsTurn() {
        List<EngineOrder> orders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            orders.add(resting(sale(VenueTruth.AAA).reduceOnly().request(), "v" + i));
        }
        h.life.disconnected("cut");
        int before = 0;
        for (int second = 0; second < 300; second++) {
            for (int i = 0; i < 10; i++) {
                h.run(100);
                while (!h.desk.finds.isEmpty()) {
                    EngineOrder asked = (EngineOrder) h.desk.found.get(h.desk.found.size() - h.desk.finds.size());
                    int index = orders.indexOf(asked);
                    h.desk.finds
                            .remove()
                            .answered(new OrderLookup(h.state(asked, "v" + index, OrderStatus.ACCEPTED, 0)));
                }
            }
            assertThat(h.desk.found.size() - before).as("in second %s", second).isLessThanOrEqualTo(11);
            before = h.desk.found.size();
        }
        assertThat(h.desk.found).containsAll(orders);
        assertThat(h.desk.found.size()).isGreaterThan(700);
    }

    @Test
    void aCancelWhoseOutcomeIsNotKnownDoesNotWaitForTheNextLook() {
        EngineOrder order = exit();
        h.life.disconnected("cut");
        told(order, OrderStatus.ACCEPTED, 0, 600);
        int asked = h.desk.found.size();
        order.askCancel();
        h.life.cancel(order);
        h.desk.cancels.remove().answer(CodeClass.UNKNOWN);
        h.run(3_500);
        assertThat(h.desk.found).hasSizeGreaterThan(asked);
    }

    @Test
    void nothingIsAskedOnceTheSessionIsClosed() {
        exit();
        h.life.disconnected("cut");
        h.life.close();
        h.run(600_000);
        assertThat(h.desk.found).isEmpty();
    }
}
