package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders whose kind the venue lacks: held by the engine, or refused before they are sent. */
class EmulatedOrdersTest {
    private static Lab without(Capability... what) {
        return without(SimulationConfig.DEFAULT, what);
    }

    private static Lab without(SimulationConfig config, Capability... what) {
        Lab lab = new Lab(
                Lab.SWAP, config, b -> b.startBalance(Lab.USD, 1_000_000_00).without(what));
        lab.start(0);
        lab.trade(1, 100, 1);
        return lab;
    }

    private static Orders desk(Lab lab) {
        return lab.script.desk();
    }

    private static List<String> heard(Lab lab) {
        return lab.script.heard.stream().filter(h -> !h.startsWith("trade")).toList();
    }

    @Test
    void aStopIsHeldAndSentAsAMarketOrderOfTheSameId() {
        Lab lab = without(Capability.STOP_ORDERS);
        Order order = desk(lab).sell(Lab.SWAP).lots(3).stop(95).submit();
        lab.engine.settle();
        assertThat(order.isEmulated()).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(2, 94, 1);

        assertThat(lab.fills()).containsExactly("SELL 3@94 TAKER TOOK_BOOK");
        assertThat(order.isEmulated()).isFalse();
        assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(order.sent().type()).isEqualTo(OrderType.MARKET);
        assertThat(heard(lab)).containsExactly("Accepted 1", "Filled 1");
    }

    @Test
    void aStopLimitIsAcceptedOnceAndTriggeredOnce() {
        Lab lab = without(Capability.STOP_ORDERS);
        Order order = desk(lab).sell(Lab.SWAP).lots(3).stop(95).limit(97).submit();
        lab.engine.settle();
        lab.trade(2, 94, 1);
        assertThat(order.status()).isEqualTo(OrderStatus.TRIGGERED);
        lab.trade(3, 98, 10);

        assertThat(heard(lab)).containsExactly("Accepted 1", "Triggered 1", "Filled 1");
        assertThat(lab.fills()).containsExactly("SELL 3@97 MAKER TRADED_THROUGH");
    }

    @Test
    void aHeldStopAndTheLimitOfItsGroupNeverBothFill() {
        Lab up = without(Capability.STOP_ORDERS);
        OrderGroup first = pair(up);
        up.trade(2, 106, 10);
        up.trade(3, 94, 10);
        assertThat(up.fills()).containsExactly("SELL 3@105 MAKER TRADED_THROUGH");
        assertThat(first.isClosed()).isTrue();

        Lab down = without(Capability.STOP_ORDERS);
        OrderGroup second = pair(down);
        down.trade(2, 94, 10);
        down.trade(3, 106, 10);
        assertThat(down.fills()).containsExactly("SELL 3@94 TAKER TOOK_BOOK");
        assertThat(second.isClosed()).isTrue();
    }

    /** An exit at 105 that rests at the venue, and one at 95 that the engine holds. */
    private static OrderGroup pair(Lab lab) {
        OrderGroup group = desk(lab)
                .oco(
                        desk(lab).sell(Lab.SWAP).lots(3).limit(105),
                        desk(lab).sell(Lab.SWAP).lots(3).stop(95));
        lab.engine.settle();
        return group;
    }

    @Test
    void theReleasedOrderTravelsAsLongAsAnyOther() {
        SimulationConfig slow =
                SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofNanos(10), Duration.ZERO));
        Lab lab = without(slow, Capability.STOP_ORDERS);
        desk(lab).sell(Lab.SWAP).lots(3).stop(95).submit();
        lab.trade(2, 94, 1);
        lab.trade(11, 80, 1);
        lab.trade(13, 70, 1);

        assertThat(lab.fills()).containsExactly("SELL 3@80 TAKER TOOK_BOOK");
        assertThat(lab.script.fills.get(0).tsEvent()).isEqualTo(12);
    }

    @Test
    void anOrderThatIsHeldCanBeAmendedAndCancelled() {
        Lab lab = without(Capability.TRAILING_STOP, Capability.AMEND, Capability.REDUCE_QUANTITY);
        Order order = desk(lab).sell(Lab.SWAP).lots(3).trailingTicks(5).submit();
        lab.engine.settle();
        assertThat(order.rawTrigger()).isEqualTo(95);
        desk(lab).amend(order, new Amendment(4, 0, 97));
        lab.trade(2, 98, 1);
        assertThat(order.rawTrigger()).isEqualTo(97);
        assertThat(order.rawQuantity()).isEqualTo(4);
        desk(lab).cancel(order);
        lab.trade(3, 90, 1);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void aTriggerThatThereIsNotYetCannotBeAmendedHereEither() {
        Lab lab = without(Capability.TRAILING_STOP);
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, 5).withActivation(110))
                .submit();
        desk(lab).amend(order, Amendment.ofTrigger(98));
        lab.engine.settle();

        assertThat(((OrderEvent.UpdateRejected) lab.lastEvent()).reason()).isEqualTo(RejectReason.INVALID_AMENDMENT);
    }

    @Test
    void anAmendmentToAPassedTriggerReleasesIt() {
        Lab lab = without(Capability.STOP_ORDERS);
        Order order = desk(lab).sell(Lab.SWAP).lots(3).stop(95).submit();
        lab.engine.settle();
        desk(lab).amend(order, Amendment.ofTrigger(100));
        lab.engine.settle();

        assertThat(lab.fills()).containsExactly("SELL 3@100 TAKER TOOK_BOOK");
    }

    @Test
    void aDateIsKeptByACancelThatIsAnExpiry() {
        Lab lab = without(Capability.GTD, Capability.STOP_ORDERS);
        Order resting =
                desk(lab).buy(Lab.SWAP).lots(1).limit(90).goodTillNanos(50).submit();
        Order held = desk(lab).sell(Lab.SWAP).lots(1).stop(95).goodTillNanos(60).submit();
        lab.engine.settle();
        assertThat(resting.sent().timeInForce()).isEqualTo(TimeInForce.GTC);
        lab.engine.advanceTo(49);
        assertThat(resting.isOpen()).isTrue();
        lab.engine.advanceTo(50);
        assertThat(resting.status()).isEqualTo(OrderStatus.EXPIRED);
        lab.engine.advanceTo(60);

        assertThat(held.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(heard(lab)).containsExactly("Accepted 2", "Accepted 1", "Expired 1", "Expired 2");
    }

    @Test
    void aDayBecomesADateWhereTheVenueHasThose() {
        Lab lab = without(Capability.DAY);
        Order order = desk(lab).buy(Lab.SWAP).lots(1).limit(90).goodForDay().submit();
        lab.engine.settle();

        assertThat(order.sent().timeInForce()).isEqualTo(TimeInForce.GTD);
        assertThat(order.sent().expiryNanos()).isEqualTo(86_400_000_000_000L);
        lab.engine.advanceTo(86_400_000_000_000L);
        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void marketToLimitIsALimitOrderAtTheBestPrice() {
        Lab lab = without(Capability.MARKET_TO_LIMIT);
        lab.quote(2, 99, 5, 101, 5);
        Order order = desk(lab).buy(Lab.SWAP).lots(8).marketToLimit().submit();
        lab.engine.settle();

        assertThat(lab.fills()).containsExactly("BUY 5@101 TAKER MARKETABLE_LIMIT");
        assertThat(order.rawPrice()).isEqualTo(101);
        assertThat(order.rawLeaves()).isEqualTo(3);
    }

    @Test
    void withoutAnyPriceMarketToLimitIsRejected() {
        Lab lab = new Lab(
                Lab.SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_000_00).without(Capability.MARKET_TO_LIMIT));
        lab.start(0);
        desk(lab).buy(Lab.SWAP).lots(8).marketToLimit().submit();
        lab.engine.settle();

        OrderEvent.Rejected rejected = (OrderEvent.Rejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.NO_REFERENCE_PRICE);
        assertThat(rejected.message())
                .isEqualTo("the best price of sim:SWAP is not known yet, so a market-to-limit order, which its exchange"
                        + " lacks, has no limit; wait for a trade or quote, or send a limit order");
    }

    @Test
    void onBarsTheClosesAreSeen() {
        Lab lab = new Lab(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT,
                        b -> b.startBalance(Lab.USD, 1_000_000_00).without(Capability.STOP_ORDERS))
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        desk(lab).sell(Lab.SWAP).lots(1).stop(95).submit();
        lab.bar(Lab.MINUTE, 100, 101, 90, 99);
        assertThat(lab.fills()).isEmpty();
        lab.bar(2 * Lab.MINUTE, 99, 99, 90, 94);
        lab.bar(3 * Lab.MINUTE, 93, 94, 92, 93);

        assertThat(lab.fills()).containsExactly("SELL 1@93 TAKER NEXT_OPEN");
    }

    @Test
    void aDelistingEndsWhatIsHeld() {
        Lab lab = without(Capability.TRIGGER_BY_MARK);
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .triggerBy(TriggerSource.MARK)
                .submit();
        lab.sink.status(2, 2, TradingStatus.DELISTED);
        lab.engine.settle();

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message()).isEqualTo("sim:SWAP is DELISTED at the exchange");
    }

    private static Arguments refused(Capability without, UnaryOperator<OrderBuilder> order, String message) {
        return Arguments.of(without, order, message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        Capability.MARKET_ORDERS,
                        b -> b,
                        "MARKET GTC of sim:SWAP: its exchange does not take market orders; use a limit order"),
                refused(
                        Capability.MARKET_ORDERS,
                        b -> b.rawStop(110),
                        "STOP_MARKET GTC of sim:SWAP: its exchange does not take market orders; use a limit order"),
                refused(
                        Capability.LIMIT_ORDERS,
                        b -> b.rawLimit(90),
                        "LIMIT GTC of sim:SWAP: its exchange does not take limit orders; use a market order"),
                refused(
                        Capability.LIMIT_ORDERS,
                        OrderBuilder::marketToLimit,
                        "MARKET_TO_LIMIT GTC of sim:SWAP: its exchange does not take limit orders; use a market order"),
                refused(
                        Capability.IOC,
                        b -> b.rawLimit(90).immediateOrCancel(),
                        "LIMIT IOC of sim:SWAP: its exchange does not take immediate-or-cancel orders; use GTC and cancel"
                                + " what is left"),
                refused(
                        Capability.FOK,
                        b -> b.rawLimit(90).fillOrKill(),
                        "LIMIT FOK of sim:SWAP: its exchange does not take fill-or-kill orders; use IOC, which may fill in"
                                + " part"),
                refused(
                        Capability.POST_ONLY,
                        b -> b.rawLimit(90).postOnly(),
                        "LIMIT GTC of sim:SWAP: its exchange does not take post-only orders; use a price behind the market"
                                + " without it"),
                refused(
                        Capability.REDUCE_ONLY,
                        b -> b.rawLimit(90).reduceOnly(),
                        "LIMIT GTC of sim:SWAP: its exchange does not take reduce-only orders; ask for no more than is"
                                + " held without it"),
                refused(
                        Capability.DISPLAY_QUANTITY,
                        b -> b.rawLimit(90).rawDisplay(1),
                        "LIMIT GTC of sim:SWAP: its exchange does not take a display quantity; leave it 0 and send smaller"
                                + " orders one after the other"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeEmulatedIsDenied(Capability without, UnaryOperator<OrderBuilder> what, String message) {
        Lab lab = without(without);
        Order order = what.apply(desk(lab).buy(Lab.SWAP).lots(2)).submit();
        lab.engine.settle();

        assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
        OrderEvent.Denied denied = (OrderEvent.Denied) lab.lastEvent();
        assertThat(denied.reason()).isEqualTo(RejectReason.UNSUPPORTED_BY_VENUE);
        assertThat(denied.message()).isEqualTo(message);
    }

    @Test
    void anAmendmentThatTheVenueDoesNotTakeIsRefused() {
        Lab lab = without(Capability.AMEND, Capability.REDUCE_QUANTITY);
        Order order = desk(lab).buy(Lab.SWAP).lots(2).rawLimit(90).submit();
        lab.engine.settle();
        desk(lab).amend(order, Amendment.ofPrice(91));
        lab.engine.settle();

        OrderEvent.UpdateRejected rejected = (OrderEvent.UpdateRejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.UNSUPPORTED_BY_VENUE);
        assertThat(rejected.message())
                .isEqualTo(
                        "order tt1 of sim:SWAP cannot be amended, since its exchange does not take amendments; cancel"
                                + " it, and send a new one once that is confirmed");
    }

    @Test
    void aVenueThatOnlyMakesOrdersSmallerTakesThatAndNothingElse() {
        Lab lab = without(Capability.AMEND);
        Order order = desk(lab).buy(Lab.SWAP).lots(3).rawLimit(90).submit();
        lab.engine.settle();
        desk(lab).amend(order, Amendment.ofQuantity(order.rawQuantity() / 3));
        lab.engine.settle();
        assertThat(lab.lastEvent()).isInstanceOf(OrderEvent.Updated.class);
        for (Amendment other : List.of(Amendment.ofPrice(91), Amendment.ofQuantity(order.rawQuantity() * 2))) {
            desk(lab).amend(order, other);
            lab.engine.settle();
            OrderEvent.UpdateRejected rejected = (OrderEvent.UpdateRejected) lab.lastEvent();
            assertThat(rejected.reason()).isEqualTo(RejectReason.UNSUPPORTED_BY_VENUE);
            assertThat(rejected.message()).contains("only makes orders smaller").contains("cancel it");
        }
    }
}
