package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No exchange sees to it that an order on spot only reduces, so the engine does. */
class SpotReduceOnlyTest {
    private final Venue venue = new Venue();
    private final LiveLab lab = new LiveLab(LiveLab.cash(100_000), builder -> builder.execute(venue)).start();

    private static final class Venue implements ExecutionSession {
        final List<Order> sent = new ArrayList<>();
        int amended;

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.complementOf(EnumSet.of(Capability.REDUCE_ONLY, Capability.TRAILING_STOP));
        }

        @Override
        public void submit(Order order) {
            sent.add(order);
        }

        @Override
        public void cancel(Order order) {}

        @Override
        public void amend(Order order, Amendment amendment) {
            amended++;
        }
    }

    private void hold(long quantity) {
        Order bought = lab.script
                .desk()
                .buy(LiveLab.SPOT)
                .rawQuantity(quantity)
                .market()
                .submit();
        lab.fill(bought, quantity, 100);
        assertThat(lab.engine.ledger().position("s", LiveLab.SPOT).rawQuantity())
                .isEqualTo(quantity);
        venue.sent.clear();
    }

    private Order sell(long quantity) {
        return lab.script
                .desk()
                .sell(LiveLab.SPOT)
                .rawQuantity(quantity)
                .rawLimit(110)
                .reduceOnly()
                .submit();
    }

    @Test
    void whatIsHeldMayBeSold() {
        hold(5);
        sell(3);
        sell(2);
        assertThat(venue.sent).hasSize(2);
        assertThat(lab.denials()).isEmpty();
    }

    @Test
    void whatOtherOrdersOfferAlreadyMayNotBeSoldAgain() {
        hold(5);
        sell(3);
        sell(3);
        assertThat(venue.sent).hasSize(1);
        lab.price(LiveLab.SPOT, 101);
        assertThat(lab.denials()).containsExactly(RejectReason.REDUCE_ONLY_WOULD_INCREASE);
        assertThat(lab.lastDenial()).contains("goes beyond the position of 5", "3 are in open orders", "cancel those");
    }

    @Test
    void anOrdinarySaleCountsToo() {
        hold(5);
        lab.script.desk().sell(LiveLab.SPOT).rawQuantity(5).rawLimit(120).submit();
        sell(1);
        assertThat(venue.sent).hasSize(1);
        lab.price(LiveLab.SPOT, 101);
        assertThat(lab.denials()).containsExactly(RejectReason.REDUCE_ONLY_WOULD_INCREASE);
    }

    @Test
    void oneOfAGroupIsRefusedSinceItsSiblingIsForTheSamePosition() {
        hold(5);
        lab.script
                .desk()
                .oco(
                        lab.script
                                .desk()
                                .sell(LiveLab.SPOT)
                                .rawQuantity(5)
                                .rawLimit(110)
                                .reduceOnly(),
                        lab.script
                                .desk()
                                .sell(LiveLab.SPOT)
                                .rawQuantity(5)
                                .rawLimit(120)
                                .reduceOnly());
        assertThat(venue.sent).isEmpty();
        lab.price(LiveLab.SPOT, 101);
        assertThat(lab.denials()).contains(RejectReason.UNSUPPORTED_BY_VENUE);
        assertThat(lab.script.events)
                .anySatisfy(
                        event -> assertThat(event.toString()).contains("locks the coins", "oto(entry, PARTIAL, stop)"));
    }

    @Test
    void itGrowsOnlyAsFarAsThePositionCovers() {
        hold(5);
        Order order = sell(2);
        lab.account.accepted(order, 9);
        lab.script.desk().amend(order, Amendment.ofQuantity(6));
        lab.price(LiveLab.SPOT, 101);
        assertThat(lab.script.events)
                .anySatisfy(event -> assertThat(event.toString()).contains("goes beyond the position of 5"));
        assertThat(venue.amended).isZero();
        lab.script.desk().amend(order, Amendment.ofQuantity(5));
        assertThat(venue.amended).isEqualTo(1);
    }

    @Test
    void anOrdinarySaleIsRefusedWhileAReduceOnlyOneStandsForTheSamePosition() {
        hold(5);
        sell(5);
        lab.script.desk().sell(LiveLab.SPOT).rawQuantity(5).market().submit();
        assertThat(venue.sent).hasSize(1);
        lab.price(LiveLab.SPOT, 101);
        assertThat(lab.denials()).containsExactly(RejectReason.REDUCE_ONLY_WOULD_INCREASE);
        assertThat(lab.lastDenial()).contains("some of them reduce-only");
    }

    @Test
    void anOrdinarySaleDoesNotGrowOverAReduceOnlyOne() {
        hold(5);
        Order plain = lab.script
                .desk()
                .sell(LiveLab.SPOT)
                .rawQuantity(2)
                .rawLimit(120)
                .submit();
        lab.account.accepted(plain, 9);
        sell(3);
        lab.script.desk().amend(plain, Amendment.ofQuantity(3));
        assertThat(venue.sent).hasSize(2);
        assertThat(venue.amended).isZero();
    }

    @Test
    void oneOfAnAmountIsRefusedSinceItsQuantityIsKnownTooLate() {
        hold(5);
        lab.script.desk().sell(LiveLab.SPOT).spend("300").market().reduceOnly().submit();
        assertThat(venue.sent).isEmpty();
        lab.price(LiveLab.SPOT, 101);
        assertThat(lab.denials()).containsExactly(RejectReason.UNSUPPORTED_BY_VENUE);
    }

    @Test
    void theKillSwitchDoesNotSellWhatAnUnansweredCancelMayStillSell() {
        hold(5);
        Order resting = sell(3);
        lab.account.accepted(resting, 9);
        lab.engine.risk().trip("too much", "owner", true);
        lab.engine.advanceTo(lab.engine.clock().nanos() + 5 * EpochNanos.SECOND);
        assertThat(venue.sent).hasSize(2);
        assertThat(venue.sent.get(1).rawQuantity()).isEqualTo(2);
    }
}
