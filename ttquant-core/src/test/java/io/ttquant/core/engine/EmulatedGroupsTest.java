package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups on a venue that does not know them: the engine cancels and reduces on the reports. */
class EmulatedGroupsTest {
    private final Script script = new Script();
    private final Venue venue = new Venue();
    private final Engine engine = Engine.builder()
            .instrument(Lab.SWAP)
            .reporting(Lab.USD)
            .startBalance(Lab.USD, 100_000_00)
            .strategy("s", script)
            .execute(venue)
            .build();
    private final ExecutionSink reports = engine.reports();

    /** Notes the commands and answers nothing. */
    private static final class Venue implements ExecutionSession {
        final List<String> sent = new ArrayList<>();

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.complementOf(EnumSet.of(Capability.OCO));
        }

        @Override
        public void submit(Order order) {
            sent.add("submit " + order.sequence());
        }

        @Override
        public void cancel(Order order) {
            sent.add("cancel " + order.sequence());
        }

        @Override
        public void amend(Order order, Amendment amendment) {
            sent.add("amend " + order.sequence() + " to " + amendment.rawQuantity());
        }
    }

    private Orders orders() {
        engine.start(0);
        engine.advanceTo(0);
        engine.instrument(Lab.SWAP.id()).trade(1, 1, 100, 1, io.ttquant.api.market.AggressorSide.NONE);
        return script.desk();
    }

    private void accept(OrderGroup group) {
        group.orders().stream().filter(Order::isOpen).forEach(order -> reports.accepted(order, 2));
    }

    private void fill(Order order, long tradeId, long rawQuantity) {
        reports.filled(order, tradeId, 100, rawQuantity, 0, Lab.USD, LiquiditySide.MAKER, FillReason.EXCHANGE, 3);
    }

    @Test
    void theReportOfAFillCancelsTheOther() {
        Orders orders = orders();
        OrderGroup group = orders.oco(
                orders.buy(Lab.SWAP).lots(10).stop(110),
                orders.sell(Lab.SWAP).lots(10).stop(90));
        accept(group);
        fill(group.order(0), 1, 3);
        assertThat(venue.sent).containsExactly("submit 1", "submit 2", "cancel 2");
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        reports.canceled(group.order(1), "", 4);

        assertThat(((OrderEvent.Canceled) script.events.get(script.events.size() - 1)).message())
                .isEqualTo("OCO sibling " + group.order(0).clientId() + " filled");
    }

    @Test
    void aFillOfTheOtherThatWonTheRaceIsBooked() {
        Orders orders = orders();
        OrderGroup group = orders.oco(
                orders.buy(Lab.SWAP).lots(10).stop(110),
                orders.sell(Lab.SWAP).lots(10).stop(90));
        accept(group);
        fill(group.order(0), 1, 10);
        fill(group.order(1), 2, 10);
        reports.cancelRejected(group.order(1), io.ttquant.api.order.RejectReason.ORDER_NOT_OPEN, "gone", 5);
        assertThat(group.isClosed()).isTrue();
        assertThat(engine.ledger().position("s", Lab.SWAP).rawQuantity()).isZero();
        assertThat(script.fills).hasSize(2);
    }

    @Test
    void theReportOfAPartialFillReducesTheOtherAndACompleteOneCancelsIt() {
        Orders orders = orders();
        OrderGroup group = orders.ouo(
                orders.sell(Lab.SWAP).lots(10).limit(105),
                orders.sell(Lab.SWAP).lots(10).stop(90));
        accept(group);
        fill(group.order(0), 1, 4);
        reports.updated(group.order(1), 6, 0, 90, 4);
        fill(group.order(0), 2, 6);
        assertThat(venue.sent).containsExactly("submit 1", "submit 2", "amend 2 to 6", "cancel 2");
    }

    @Test
    void aRejectedMemberTakesTheOtherWithIt() {
        Orders orders = orders();
        OrderGroup group = orders.oco(
                orders.buy(Lab.SWAP).lots(10).stop(110),
                orders.sell(Lab.SWAP).lots(10).stop(90));
        reports.accepted(group.order(0), 2);
        reports.rejected(group.order(1), io.ttquant.api.order.RejectReason.EXCHANGE, "no", 2);
        assertThat(venue.sent).containsExactly("submit 1", "submit 2", "cancel 1");
    }

    @Test
    void aBracketReleasesAndGrowsItsExitsOnReports() {
        Orders orders = orders();
        OrderGroup group = orders.bracket(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                orders.sell(Lab.SWAP).limit(105),
                orders.sell(Lab.SWAP).stop(90));
        accept(group);
        fill(group.order(0), 1, 4);
        fill(group.order(0), 2, 3);
        assertThat(venue.sent).as("they grow once they are there").containsExactly("submit 1", "submit 2", "submit 3");
        accept(group);
        assertThat(venue.sent).endsWith("submit 3", "amend 2 to 7", "amend 3 to 7");
    }
}
