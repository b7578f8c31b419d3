package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine, which emulates what a venue lacks, says to the venue. */
class EmulatorTalkTest {
    private static final long SECOND = 1_000_000_000L;

    private final Script script = new Script();
    private final Venue venue = new Venue();
    private final Engine engine = Engine.builder()
            .instrument(Lab.SWAP)
            .reporting(Lab.USD)
            .startBalance(Lab.USD, 100_000_00)
            .strategy("s", script)
            .execute(venue)
            .build();

    /** Knows groups, but neither trailing stops nor times of expiry nor the end of the day. */
    private static final class Venue implements ExecutionSession {
        final List<String> heard = new ArrayList<>();

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.complementOf(EnumSet.of(Capability.TRAILING_STOP, Capability.GTD, Capability.DAY));
        }

        @Override
        public void submit(Order order) {
            heard.add("submit " + order.sequence());
        }

        @Override
        public void submitAll(List<? extends Order> orders) {
            heard.add("together "
                    + orders.stream()
                            .map(o -> o.sequence() + " " + o.sent().timeInForce())
                            .toList());
        }

        @Override
        public void cancel(Order order) {
            heard.add("cancel " + order.sequence());
        }

        @Override
        public void cancelAll(List<? extends Order> orders) {
            heard.add("cancel " + orders.stream().map(Order::sequence).toList());
        }

        @Override
        public void amend(Order order, Amendment amendment) {
            heard.add("amend " + order.sequence());
        }
    }

    private void start() {
        engine.start(0);
        engine.advanceTo(0);
        engine.instrument(Lab.SWAP.id()).trade(1, 1, 100, 1, AggressorSide.NONE);
    }

    @Test
    void aGroupThatGoesToTheVenueGoesThereAsOne() {
        start();
        var desk = script.desk();
        OrderGroup group = desk.oco(
                desk.sell(Lab.SWAP).lots(1).limit(110),
                desk.sell(Lab.SWAP).lots(1).stop(90).goodForDay());

        assertThat(venue.heard).containsExactly("together [1 GTC, 2 GTC]");
        assertThat(group.order(1).sent().timeInForce()).isEqualTo(TimeInForce.GTC);
    }

    @Test
    void aGroupOfWhichAMemberIsHeldIsSentOneByOne() {
        start();
        var desk = script.desk();
        desk.oco(
                desk.sell(Lab.SWAP).lots(1).limit(110),
                desk.sell(Lab.SWAP).lots(1).trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, 5)));

        assertThat(venue.heard).containsExactly("submit 1");
    }

    @Test
    void aListGoesTogetherWithoutThoseThatAreDeniedOrHeldHere() {
        start();
        var desk = script.desk();
        List<Order> orders = desk.submitAll(List.of(
                desk.buy(Lab.SWAP).lots(1).limit(90),
                desk.buy(Lab.SWAP).quantity("0").limit(90),
                desk.sell(Lab.SWAP).lots(1).trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, 5)),
                desk.buy(Lab.SWAP).lots(1).limit(89).goodForDay()));

        assertThat(venue.heard).containsExactly("together [1 GTC, 4 GTC]");
        assertThat(orders.stream().map(Order::status))
                .containsExactly(
                        OrderStatus.SUBMITTED, OrderStatus.DENIED, OrderStatus.SUBMITTED, OrderStatus.SUBMITTED);
        engine.advanceTo(1);
        venue.heard.clear();
        desk.cancelAll(orders);
        assertThat(venue.heard).containsExactly("cancel [1, 4]");
        engine.advanceTo(2);
        assertThat(orders.get(2).status()).isEqualTo(OrderStatus.CANCELED);
        desk.cancelAll();
        assertThat(venue.heard).as("what was asked for is not asked for again").hasSize(1);
    }

    @Test
    void aListOfWhichNothingLeavesIsNoRequest() {
        start();
        var desk = script.desk();
        assertThat(desk.submitAll(List.of())).isEmpty();
        desk.submitAll(List.of(desk.buy(Lab.SWAP).quantity("0").limit(90)));
        desk.cancelAll(List.of());
        assertThat(venue.heard).isEmpty();
    }

    @Test
    void anExpiryThatTheVenueDidNotCarryOutIsAskedForAgain() {
        start();
        Order order = script.desk()
                .buy(Lab.SWAP)
                .lots(1)
                .limit(90)
                .goodTillNanos(10 * SECOND)
                .submit();
        engine.reports().accepted(order, 2);
        engine.advanceTo(10 * SECOND);
        assertThat(venue.heard).containsExactly("submit 1", "cancel 1");
        engine.reports().cancelRejected(order, RejectReason.EXCHANGE, "too many requests", 10 * SECOND);
        engine.advanceTo(11 * SECOND);
        assertThat(venue.heard).containsExactly("submit 1", "cancel 1", "cancel 1");
        engine.reports().canceled(order, "", 11 * SECOND);

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void anExpiryOfAnOrderThatIsGoneIsNotAskedForAgain() {
        start();
        Order order = script.desk()
                .buy(Lab.SWAP)
                .lots(1)
                .limit(90)
                .goodTillNanos(10 * SECOND)
                .submit();
        engine.reports().accepted(order, 2);
        engine.advanceTo(10 * SECOND);
        engine.reports().cancelRejected(order, RejectReason.ORDER_NOT_OPEN, "gone", 10 * SECOND);
        engine.advanceTo(20 * SECOND);

        assertThat(venue.heard).containsExactly("submit 1", "cancel 1");
    }
}
