package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exits at an exchange that does not change orders which wait for their trigger: each further part of the entry has its own. */
class BracketPartsTest {
    private final PartsDesk desk = new PartsDesk(Lab.SWAP, Capability.OCO, Capability.AMEND_CONDITIONAL);
    private final PartsVenue venue = desk.venue;
    private final Script script = desk.script;
    private final Engine engine = desk.engine;

    private Orders orders() {
        return desk.orders();
    }

    private void price(long rawPrice) {
        desk.price(rawPrice);
    }

    /** A buy of 10 at 95, of which 4 and then 3 are filled, with all exits accepted. */
    private OrderGroup inTwoParts() {
        Orders orders = orders();
        OrderGroup group = bracket(orders);
        accept(group);
        fill(group.order(0), 4);
        accept(group);
        fill(group.order(0), 3);
        accept(group);
        return group;
    }

    private OrderGroup bracket(Orders orders) {
        return desk.bracket(orders);
    }

    private void accept(OrderGroup group) {
        group.orders().stream()
                .filter(order -> order.status() == OrderStatus.SUBMITTED)
                .forEach(order -> engine.reports().accepted(order, 2));
    }

    private void fill(Order order, long rawQuantity) {
        desk.fill(order, rawQuantity);
    }

    private void canceled(Order order) {
        desk.canceled(order);
    }

    private static List<String> open(OrderGroup group) {
        return group.orders().stream()
                .filter(Order::isOpen)
                .map(order -> order.type() + " " + order.rawLeaves())
                .toList();
    }

    private long position() {
        return desk.position();
    }

    @Test
    void eachFurtherPartOfTheEntryHasExitsOfItsOwn() {
        OrderGroup group = inTwoParts();
        assertThat(venue.sent)
                .containsExactly("submit 1", "submit 2 of 4", "submit 3 of 4", "submit 4 of 3", "submit 5 of 3");
        assertThat(open(group)).containsExactly("LIMIT 3", "LIMIT 4", "STOP_MARKET 4", "LIMIT 3", "STOP_MARKET 3");
        assertThat(group.order(4).rawTrigger()).isEqualTo(90);
        assertThat(group.order(4).parent()).isSameAs(group.order(0));
    }

    @Test
    void partsThatFillWhileExitsAreOnTheirWayAreOnePart() {
        OrderGroup group = bracket(orders());
        accept(group);
        fill(group.order(0), 4);
        fill(group.order(0), 2);
        fill(group.order(0), 3);
        assertThat(open(group)).containsExactly("LIMIT 1", "LIMIT 4", "STOP_MARKET 4");
        accept(group);
        assertThat(open(group)).containsExactly("LIMIT 1", "LIMIT 4", "STOP_MARKET 4", "LIMIT 5", "STOP_MARKET 5");
    }

    @Test
    void aPartIsNotWaitedForWhoseOutcomeIsUnknown() {
        OrderGroup group = bracket(orders());
        accept(group);
        fill(group.order(0), 4);
        engine.reports().accepted(group.order(1), 2);
        engine.reports().outcomeUnknown(group.order(2), "no answer", 2);
        fill(group.order(0), 3);
        assertThat(open(group)).endsWith("LIMIT 3", "STOP_MARKET 3");
    }

    @Test
    void anExitThatFillsCancelsTheOtherOfItsPartAlone() {
        OrderGroup group = inTwoParts();
        fill(group.order(1), 4);
        assertThat(venue.sent).endsWith("cancel 3");
        canceled(group.order(2));
        assertThat(group.order(0).isOpen()).isTrue();
        assertThat(open(group)).containsExactly("LIMIT 3", "LIMIT 3", "STOP_MARKET 3");
        fill(group.order(4), 3);
        assertThat(venue.sent)
                .as("nothing is left to protect")
                .endsWith("cancel 4", "cancel 1")
                .hasSize(8);
        assertThat(position()).isZero();
    }

    @Test
    void aPartlyFilledTargetHasItsStopReplacedBeforeTheOldOneIsCancelled() {
        OrderGroup group = inTwoParts();
        fill(group.order(1), 1);
        assertThat(venue.sent).endsWith("submit 6 of 3");
        assertThat(group.order(2).status()).isEqualTo(OrderStatus.ACCEPTED);
        accept(group);
        assertThat(venue.sent).endsWith("cancel 3");
        canceled(group.order(2));
        assertThat(group.order(2).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(open(group)).containsExactly("LIMIT 3", "LIMIT 3", "LIMIT 3", "STOP_MARKET 3", "STOP_MARKET 3");
    }

    @Test
    void aReplacementThatIsRefusedLeavesTheOldStop() {
        OrderGroup group = inTwoParts();
        fill(group.order(1), 1);
        engine.reports().rejected(group.order(5), RejectReason.EXCHANGE, "no", 5);
        assertThat(open(group)).containsExactly("LIMIT 3", "LIMIT 3", "STOP_MARKET 4", "LIMIT 3", "STOP_MARKET 3");
        fill(group.order(1), 3);
        assertThat(venue.sent).endsWith("cancel 3");
    }

    @Test
    void aFillOfTheOldStopThatWonTheRaceIsTakenOffTheNewOne() {
        OrderGroup group = inTwoParts();
        fill(group.order(1), 1);
        fill(group.order(2), 3);
        assertThat(venue.sent).as("all of the part is closed").contains("cancel 2", "cancel 6");
        assertThat(position()).isEqualTo(3);
    }

    @Test
    void whatIsFilledBeyondAPartIsTakenOffTheNextOne() {
        OrderGroup group = inTwoParts();
        fill(group.order(1), 4);
        fill(group.order(2), 2);
        assertThat(position()).isEqualTo(1);
        engine.reports().updated(group.order(3), 1, 105, 0, 6);
        accept(group);
        canceled(group.order(2));
        canceled(group.order(4));
        assertThat(open(group)).containsExactly("LIMIT 3", "LIMIT 1", "STOP_MARKET 1");
    }

    @Test
    void cancellingTheBracketCancelsAllParts() {
        OrderGroup group = inTwoParts();
        group.cancel();
        assertThat(venue.sent).hasSize(10).endsWith("cancel 1", "cancel 4", "cancel 5", "cancel 2", "cancel 3");
        group.orders().forEach(this::canceled);
        assertThat(group.isClosed()).isTrue();
        fill(group.order(0), 1);
        assertThat(venue.sent).as("exits are not wanted any more").hasSize(10);
    }

    @Test
    void cancellingOneExitEndsTheExitsOfAllPartsAndNotTheEntry() {
        OrderGroup group = inTwoParts();
        script.desk().cancel(group.order(4));
        canceled(group.order(4));
        assertThat(venue.sent)
                .contains("cancel 2", "cancel 3", "cancel 4", "cancel 5")
                .doesNotContain("cancel 1");
    }

    @Test
    void aPartWhoseStopIsRejectedEndsAndTheOtherStays() {
        OrderGroup group = bracket(orders());
        accept(group);
        fill(group.order(0), 4);
        accept(group);
        fill(group.order(0), 3);
        engine.reports().accepted(group.order(3), 2);
        engine.reports().rejected(group.order(4), RejectReason.EXCHANGE, "no", 5);
        canceled(group.order(3));
        assertThat(open(group)).containsExactly("LIMIT 3", "LIMIT 4", "STOP_MARKET 4");
        fill(group.order(0), 2);
        assertThat(open(group)).as("what was refused is not sent again").endsWith("LIMIT 2", "STOP_MARKET 2");
    }

    @Test
    void aStopIsNotAmendedByTheStrategyEither() {
        OrderGroup group = inTwoParts();
        script.desk().amend(group.order(2), Amendment.ofTrigger(91));
        price(100);
        OrderEvent last = script.events.get(script.events.size() - 1);
        assertThat(((OrderEvent.UpdateRejected) last).reason()).isEqualTo(RejectReason.UNSUPPORTED_BY_VENUE);
        assertThat(((OrderEvent.UpdateRejected) last).message())
                .contains("waits for its trigger")
                .contains("send a new one");
    }

    @Test
    void aFurtherPartHasThePriceThatTheTargetHasNow() {
        OrderGroup group = inTwoParts();
        script.desk().amend(group.order(3), Amendment.ofPrice(107));
        engine.reports().updated(group.order(3), 3, 107, 0, 6);
        fill(group.order(0), 2);
        assertThat(group.order(5).rawPrice()).isEqualTo(107);
    }

    @Test
    void aRefusedGrowthIsMadeGoodByAPartOfItsOwn() {
        PartsVenue able = new PartsVenue(Capability.OCO);
        Script told = new Script();
        Engine other = Engine.builder()
                .instrument(Lab.SWAP)
                .reporting(Lab.USD)
                .startBalance(Lab.USD, 100_000_00)
                .strategy("s", told)
                .execute(able)
                .build();
        other.start(0);
        other.advanceTo(0);
        other.instrument(Lab.SWAP.id()).trade(1, 1, 100, 1, AggressorSide.NONE);
        OrderGroup group = bracket(told.desk());
        other.reports().accepted(group.order(0), 2);
        other.reports().filled(group.order(0), 1, 95, 4, 0, Lab.USD, LiquiditySide.MAKER, FillReason.EXCHANGE, 3);
        other.reports().accepted(group.order(1), 4);
        other.reports().accepted(group.order(2), 4);
        other.reports().filled(group.order(0), 2, 95, 3, 0, Lab.USD, LiquiditySide.MAKER, FillReason.EXCHANGE, 5);
        assertThat(able.sent).endsWith("amend 2 to 7", "amend 3 to 7");
        other.reports().updated(group.order(1), 7, 105, 0, 6);
        other.reports().updateRejected(group.order(2), RejectReason.EXCHANGE, "no", 6);
        assertThat(able.sent).endsWith("submit 4 of 3");
        assertThat(group.order(3).rawTrigger()).isEqualTo(90);
    }

    @Test
    void partsBesideEachOtherAreFewAndTheYoungestIsReplacedByALargerOne() {
        Orders orders = orders();
        OrderGroup group = orders.bracket(
                orders.buy(Lab.SWAP).lots(20).limit(95),
                orders.sell(Lab.SWAP).limit(105),
                orders.sell(Lab.SWAP).stop(90));
        accept(group);
        for (int i = 0; i < PartKeeper.MOST_PARTS + 2; i++) {
            fill(group.order(0), 1);
            venue.answer(engine);
        }
        List<Order> stops = group.orders().stream()
                .filter(order -> order.isOpen() && order.type().hasTrigger())
                .toList();
        assertThat(stops).hasSize(PartKeeper.MOST_PARTS);
        assertThat(stops.stream().mapToLong(Order::rawLeaves).sum()).isEqualTo(position());
    }

    @Test
    void aChildOfAnOtoHasPartsToo() {
        Orders orders = orders();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(Lab.SWAP).stop(90));
        accept(group);
        fill(group.order(0), 4);
        accept(group);
        fill(group.order(0), 3);
        assertThat(open(group)).containsExactly("LIMIT 3", "STOP_MARKET 4", "STOP_MARKET 3");
    }
}
