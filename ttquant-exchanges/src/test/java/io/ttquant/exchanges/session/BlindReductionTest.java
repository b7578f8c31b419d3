package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New orders while news is missing: what the venue itself lets only reduce a position leaves, nothing else does. */
class BlindReductionTest {
    private static final Instrument SPOT = Instrument.spot("venue:CCCUSDT", "CCC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    private final LifeHarness h = LifeHarness.trading();

    private static OrderRequest exit() {
        return Orders.of(VenueTruth.AAA, Side.SELL, OrderType.MARKET, "0.010")
                .reduceOnly()
                .request();
    }

    private static OrderRequest hedged(Side side, PositionSide leg, boolean isReduceOnly) {
        Orders order = Orders.of(VenueTruth.AAA, side, OrderType.MARKET, "0.010");
        return (isReduceOnly ? order.reduceOnly() : order).request().withPositionSide(leg);
    }

    private EngineOrder submitted(LifeHarness at, OrderRequest request) {
        EngineOrder order = at.order(request);
        at.life.submit(order);
        at.run(1);
        return order;
    }

    private boolean leaves(OrderRequest request) {
        int before = h.desk.placed;
        EngineOrder order = submitted(h, request);
        boolean hasLeft = h.desk.placed > before;
        assertThat(order.status()).isEqualTo(hasLeft ? OrderStatus.SUBMITTED : OrderStatus.REJECTED);
        return hasLeft;
    }

    @Test
    void whileTheStreamIsDownOnlyWhatTheVenueKeepsFromOpeningLeaves() {
        h.life.disconnected("cut");
        assertThat(leaves(exit())).isTrue();
        assertThat(leaves(hedged(Side.SELL, PositionSide.LONG, true))).isTrue();
        assertThat(leaves(hedged(Side.BUY, PositionSide.SHORT, false))).isTrue();

        assertThat(leaves(OrderRequest.market(VenueTruth.AAA, Side.SELL, 10))).isFalse();
        assertThat(leaves(hedged(Side.BUY, PositionSide.LONG, true)))
                .as("reduce-only is ignored in hedge mode")
                .isFalse();
        assertThat(leaves(Orders.of(SPOT, Side.SELL, OrderType.MARKET, "0.010")
                        .reduceOnly()
                        .request()))
                .as("spot knows no reduce-only: a fill that was not heard of may have sold it")
                .isFalse();
    }

    @Test
    void ofOrdersThatGoTogetherTheOthersAreKept() {
        h.life.disconnected("cut");
        EngineOrder reducing = h.order(exit());
        EngineOrder opening = h.order();
        h.life.submitAll(List.of(opening, reducing));
        h.run(1);
        assertThat(h.desk.places.remove().orders()).isEqualTo(List.of(reducing));
        assertThat(opening.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void itLeavesBeforeTheFirstNewsToo() {
        LifeHarness fresh = new LifeHarness();
        submitted(fresh, exit());
        assertThat(fresh.desk.placed).isEqualTo(1);
    }

    @Test
    void itLeavesWhileAQuestionIsNotAnswered() {
        h.resting("7");
        h.desk.isFailing = true;
        h.run(220_000);
        assertThat(h.isTrading).isFalse();
        assertThat(leaves(exit())).isTrue();
        assertThat(leaves(OrderRequest.market(VenueTruth.AAA, Side.SELL, 10))).isFalse();
    }

    @Test
    void whatBecameOfItIsAskedForAndItsFillsAreTold() {
        h.life.disconnected("cut");
        EngineOrder order = submitted(h, exit());
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        h.run(1_500);
        h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", OrderStatus.FILLED, 10)));
        h.run(1_500);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.isTrading).isFalse();
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

    @Test
    void itIsAskedForAgainAsLongAsItIsOpenAndNoNewsCome() {
        h.life.disconnected("cut");
        EngineOrder order = submitted(h, exit());
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        told(order, OrderStatus.ACCEPTED, 0, 5);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 4));
        told(order, OrderStatus.PARTIALLY_FILLED, 4, 10);
        assertThat(order.rawFilled()).isEqualTo(4);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 4), h.fill(order, "7", 2, 6));
        told(order, OrderStatus.FILLED, 10, 20);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        int asked = h.desk.found.size();
        told(order, OrderStatus.FILLED, 10, 600);
        assertThat(h.desk.found).as("nothing is open").hasSize(asked);
        assertThat(h.desk.placed).isEqualTo(1);
    }

    @Test
    void oneThatRestsIsAskedForEverMoreRarelyAndNotOnceNewsComeAgain() {
        h.life.disconnected("cut");
        EngineOrder order = submitted(h, exit());
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        told(order, OrderStatus.ACCEPTED, 0, 3_600);
        assertThat(h.desk.found).hasSizeBetween(115, 130);
        h.desk.open = List.of(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.life.connected();
        told(order, OrderStatus.ACCEPTED, 0, 40);
        assertThat(h.isTrading).isTrue();
        int asked = h.desk.found.size();
        told(order, OrderStatus.ACCEPTED, 0, 600);
        assertThat(h.desk.found).hasSize(asked);
    }

    @Test
    void oneWhoseAnswerWasLostIsAskedForAgainThoughItWasFoundOpen() {
        h.life.disconnected("cut");
        EngineOrder order = submitted(h, exit());
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        told(order, OrderStatus.ACCEPTED, 0, 5);
        assertThat(order.isOutcomeUnknown()).isFalse();
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        told(order, OrderStatus.FILLED, 10, 10);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aQuestionThatFailsIsAskedAgainToo() {
        h.life.disconnected("cut");
        EngineOrder order = submitted(h, exit());
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        h.run(1_100);
        h.desk.finds.remove().failed(Verdict.of(CodeClass.RETRYABLE, "no budget"));
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        told(order, OrderStatus.FILLED, 10, 5);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void anOrderThatLeftWhileNewsCameIsNotAskedForSo() {
        EngineOrder order = submitted(h, exit());
        h.desk.places.remove().answer(CodeClass.ACCEPTED, h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.desk.open = List.of(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        told(order, OrderStatus.ACCEPTED, 0, 60);
        assertThat(h.desk.found).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeIsAskedForAndNothingIsSentAgain() {
        h.life.disconnected("cut");
        EngineOrder order = submitted(h, exit());
        h.run(17_000);
        assertThat(order.isOutcomeUnknown()).isTrue();
        h.run(600_000);
        assertThat(order.status()).as("no end without evidence").isEqualTo(OrderStatus.SUBMITTED);
        assertThat(h.desk.found).contains(order);
        assertThat(h.desk.placed).isEqualTo(1);
    }

    @Test
    void itDoesNotLeaveWithAClockByWhichItsDeadlineIsWrong() {
        h.life.clockRead("the venue's clock is ahead by 9s");
        assertThat(leaves(exit())).isFalse();
        h.life.disconnected("cut");
        assertThat(leaves(exit())).as("nor with the stream down as well").isFalse();
        h.life.clockRead(null);
        assertThat(leaves(exit())).isTrue();
    }

    @Test
    void itDoesNotLeaveInAPositionModeThatItWasNotMadeFor() {
        h.desk.account =
                () -> new AccountSnapshot(List.of(), List.of(), List.of(), PositionMode.HEDGING, h.time.nanos());
        h.run(301_000);
        assertThat(h.isTrading).isFalse();
        assertThat(leaves(exit())).isFalse();
    }

    @Test
    void itDoesNotLeaveOnceTheSessionHasFailed() {
        EngineOrder resting = h.resting("7");
        h.life.failed("the key was revoked");
        assertThat(leaves(exit())).isFalse();
        resting.askCancel();
        h.life.cancel(resting);
        assertThat(h.desk.cancels).as("cancels do").hasSize(1);
    }
}
