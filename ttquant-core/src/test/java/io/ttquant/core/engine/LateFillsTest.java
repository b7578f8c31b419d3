package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An exit that its exchange refused or ended, or a cancel that it refused: what the entry fills later is protected all the same, and nothing stays behind. */
class LateFillsTest {
    private PartsDesk desk = new PartsDesk(Lab.SWAP, Capability.OCO, Capability.AMEND_CONDITIONAL);

    private void accept(OrderGroup group) {
        group.orders().stream()
                .filter(order -> order.status() == OrderStatus.SUBMITTED)
                .forEach(desk::accept);
    }

    private void rejected(Order order, RejectReason reason) {
        desk.engine.reports().rejected(order, reason, "busy", 5);
    }

    /** What is sent and not answered. */
    private static List<String> sent(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.status() == OrderStatus.SUBMITTED)
                .map(order -> order.type() + " " + order.rawQuantity())
                .toList();
    }

    private OrderGroup bracketOfWhichFourFilled() {
        OrderGroup group = desk.bracket(desk.orders());
        accept(group);
        desk.fill(group.order(0), 4);
        return group;
    }

    @Test
    void fillsAfterAStopThatWasRejectedHaveExitsOfTheirOwn() {
        OrderGroup group = bracketOfWhichFourFilled();
        desk.accept(group.order(1));
        rejected(group.order(2), RejectReason.EXCHANGE);
        desk.canceled(group.order(1));
        assertThat(sent(group)).as("what was refused is not sent again").isEmpty();
        desk.fill(group.order(0), 6);
        assertThat(sent(group)).containsExactly("LIMIT 6", "STOP_MARKET 6");
    }

    @Test
    void fillsAfterAnExitAtOnceThatWasRejectedHaveExitsOfTheirOwn() {
        OrderGroup group = bracketOfWhichFourFilled();
        desk.accept(group.order(1));
        rejected(group.order(2), RejectReason.TRIGGER_ALREADY_PASSED);
        assertThat(group.order(3).type()).isEqualTo(OrderType.MARKET);
        rejected(group.order(3), RejectReason.EXCHANGE);
        desk.canceled(group.order(1));
        desk.fill(group.order(0), 6);
        assertThat(sent(group)).containsExactly("LIMIT 6", "STOP_MARKET 6");
    }

    @Test
    void fillsAfterAStopThatTheExchangeEndedHalfFilledHaveExitsOfTheirOwn() {
        OrderGroup group = bracketOfWhichFourFilled();
        accept(group);
        desk.fill(group.order(2), 1);
        desk.engine.reports().canceled(group.order(2), "no liquidity", 5);
        desk.fill(group.order(0), 6);
        assertThat(sent(group)).containsExactly("LIMIT 6", "STOP_MARKET 6");
    }

    @Test
    void aLoneStopWhoseExitWasTooSmallIsMadeGoodByTheNextFill() {
        Instrument spot =
                Lab.SPOT.toBuilder().minNotional(BigDecimal.valueOf(330)).build();
        desk = new PartsDesk(spot, Capability.OCO, Capability.AMEND_CONDITIONAL, Capability.AMEND);
        Orders orders = desk.orders();
        OrderGroup group = orders.oto(
                orders.buy(spot).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(spot).stop(90));
        accept(group);
        desk.fill(group.order(0), 4);
        desk.price(80);
        rejected(group.order(1), RejectReason.TRIGGER_ALREADY_PASSED);
        assertThat(group.order(2).status()).as("4 at 80 are below 330").isEqualTo(OrderStatus.DENIED);
        assertThat(sent(group)).as("the same stop would be refused again").isEmpty();
        desk.fill(group.order(0), 6);
        assertThat(sent(group)).containsExactly("STOP_MARKET 10");
    }

    /** A target that filled 1 of 4: a stop of 3 was sent beside the one of 4. */
    private OrderGroup beingReplaced() {
        OrderGroup group = bracketOfWhichFourFilled();
        accept(group);
        desk.fill(group.order(1), 1);
        assertThat(sent(group)).containsExactly("STOP_MARKET 3");
        return group;
    }

    @Test
    void cancellingAStopCancelsTheOneThatIsToTakeItsPlace() {
        OrderGroup group = beingReplaced();
        desk.script.desk().cancel(group.order(2));
        desk.canceled(group.order(2));
        accept(group);
        assertThat(desk.venue.sent).contains("cancel 3", "cancel 4", "cancel 2");
    }

    @Test
    void cancellingAStopThatIsBeingReplacedEndsAllExits() {
        OrderGroup group = beingReplaced();
        accept(group);
        assertThat(group.order(2).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        desk.script.desk().cancel(group.order(2));
        desk.canceled(group.order(2));
        assertThat(desk.venue.sent).contains("cancel 2", "cancel 4");
        desk.fill(group.order(0), 3);
        assertThat(sent(group)).as("exits are not wanted any more").isEmpty();
    }

    @Test
    void aRefusedCancelOfAStopWithoutAPositionIsRepeatedButNotForEver() {
        OrderGroup group = desk.bracket(desk.orders());
        accept(group);
        desk.fill(group.order(0), 10);
        accept(group);
        desk.fill(group.order(1), 10);
        for (int i = 0; i < 100; i++) {
            if (group.order(2).status() == OrderStatus.PENDING_CANCEL) {
                desk.engine.reports().cancelRejected(group.order(2), RejectReason.EXCHANGE, "too fast", 9 + i);
            }
        }
        assertThat(desk.venue.sent.stream().filter("cancel 3"::equals).count()).isBetween(3L, 30L);
    }

    @Test
    void anEntryThatIsOverIsNotCancelledForEver() {
        OrderGroup group = bracketOfWhichFourFilled();
        accept(group);
        desk.fill(group.order(2), 4);
        for (int i = 0; i < 100; i++) {
            if (group.order(0).status() == OrderStatus.PENDING_CANCEL) {
                desk.engine.reports().cancelRejected(group.order(0), RejectReason.ORDER_NOT_OPEN, "gone", 9 + i);
            }
            desk.price(100);
        }
        assertThat(desk.venue.sent.stream().filter("cancel 1"::equals).count()).isBetween(1L, 16L);
    }
}
