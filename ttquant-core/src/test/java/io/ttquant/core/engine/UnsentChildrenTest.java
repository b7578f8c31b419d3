package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Exits that were released while the session sends no orders are sent once it does. */
class UnsentChildrenTest {
    private LiveLab lab = lab(b -> b);

    private static LiveLab lab(UnaryOperator<EngineBuilder> more) {
        return new LiveLab(LiveLab.cash(10_000), more).start();
    }

    private OrderGroup oto(Instrument instrument, UnaryOperator<OrderBuilder> flags) {
        Orders orders = lab.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(instrument).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                flags.apply(orders.sell(instrument).stop(80)));
        lab.account.accepted(group.order(0), 2);
        return group;
    }

    private OrderGroup spot() {
        return oto(LiveLab.SPOT, stop -> stop);
    }

    private void unsent(Order order) {
        unsent(lab, order);
    }

    private static void unsent(LiveLab lab, Order order) {
        lab.account.rejected(order, RejectReason.NOT_RUNNING, "not sent: the stream is down", 3);
        lab.engine.settle();
    }

    /** A fill is heard of before orders may be sent, and its exits are not. */
    private OrderGroup filledUnheard(OrderGroup group, long quantity) {
        lab.account.trading(false, "the stream is down");
        lab.fill(group.order(0), quantity, 95);
        lab.engine.settle();
        group.orders().stream()
                .filter(order -> order.status() == OrderStatus.SUBMITTED)
                .forEach(this::unsent);
        return group;
    }

    private static List<Long> submitted(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.status() == OrderStatus.SUBMITTED)
                .map(Order::rawQuantity)
                .toList();
    }

    private void up() {
        lab.account.trading(true, "all is up");
        lab.engine.settle();
    }

    @Test
    void theStopOnSpotForAllThatWasBoughtMeanwhile() {
        OrderGroup group = filledUnheard(spot(), 4);
        assertThat(submitted(group)).as("not in vain").isEmpty();
        filledUnheard(group, 3);
        assertThat(submitted(group)).isEmpty();

        up();
        assertThat(submitted(group)).containsExactly(7L);
        up();
        assertThat(submitted(group)).containsExactly(7L);
        lab.account.accepted(group.orders().get(group.orders().size() - 1), 4);
        lab.fill(group.order(0), 3, 95);
        assertThat(lab.sent).last().asString().startsWith("amend");
    }

    @Test
    void whatWorksAlreadyStaysAndIsNotSentTwice() {
        OrderGroup group = spot();
        lab.fill(group.order(0), 4, 95);
        lab.account.accepted(group.order(1), 3);
        lab.account.trading(false, "the stream is down");
        lab.fill(group.order(0), 6, 95);
        lab.account.updateRejected(group.order(1), RejectReason.NOT_RUNNING, "not sent", 4);
        lab.engine.settle();
        Order further = group.order(2);
        unsent(further);
        assertThat(group.orders()).hasSize(3);

        up();
        assertThat(group.order(1).isOpen()).isTrue();
        assertThat(submitted(group)).containsExactly(6L);
    }

    @Test
    void bothExitsOfABracketAndReduceOnlyOnes() {
        Orders orders = lab.script.desk();
        OrderGroup bracket = orders.bracket(
                orders.buy(LiveLab.SWAP).lots(10).limit(95),
                orders.sell(LiveLab.SWAP).limit(110),
                orders.sell(LiveLab.SWAP).stop(80));
        lab.account.accepted(bracket.order(0), 2);
        filledUnheard(bracket, 10);
        assertThat(bracket.order(1).isClosed()).isTrue();
        assertThat(bracket.order(2).isClosed()).isTrue();
        up();
        assertThat(submitted(bracket)).containsExactly(10L, 10L);
    }

    @Test
    void aReduceOnlyStopOfADerivative() {
        OrderGroup group = filledUnheard(oto(LiveLab.SWAP, OrderBuilder::reduceOnly), 10);
        up();
        assertThat(submitted(group)).containsExactly(10L);
    }

    @Test
    void theWordMayComeAfterOrdersAreSentAgainAndItIsTriedOnceForEachTime() {
        OrderGroup group = spot();
        lab.account.trading(false, "the stream is down");
        lab.fill(group.order(0), 10, 95);
        up();
        unsent(group.order(1));
        assertThat(submitted(group)).containsExactly(10L);

        unsent(group.order(2));
        assertThat(submitted(group)).as("refused though orders are sent").isEmpty();
        up();
        assertThat(submitted(group)).as("nothing new").isEmpty();
        lab.account.trading(false, "the stream is down");
        up();
        assertThat(submitted(group)).containsExactly(10L);
    }

    @Test
    void notBeforeAllOfAPartHaveEndedAndNotInVain() {
        Orders orders = lab.script.desk();
        OrderGroup bracket = orders.bracket(
                orders.buy(LiveLab.SWAP).lots(10).limit(95),
                orders.sell(LiveLab.SWAP).limit(110),
                orders.sell(LiveLab.SWAP).stop(80));
        lab.account.trading(false, "the stream is down");
        lab.fill(bracket.order(0), 10, 95);
        up();
        unsent(bracket.order(1));
        assertThat(bracket.orders()).as("the other may be there").hasSize(3);
        lab.account.trading(false, "the stream is down");
        unsent(bracket.order(2));
        assertThat(bracket.orders()).as("in vain").hasSize(3);
        up();
        assertThat(submitted(bracket)).containsExactly(10L, 10L);
    }

    @Test
    void whileHaltedButNotOnceTheKillSwitchIsTripped() {
        OrderGroup halted = filledUnheard(spot(), 10);
        lab.engine.risk().hold("", TradingStage.HALTED, "a look", "Ann");
        up();
        assertThat(submitted(halted)).containsExactly(10L);

        lab.engine.risk().resume("", "Ann", "looked");
        OrderGroup killed = filledUnheard(spot(), 10);
        lab.engine.risk().trip("enough", "Ann", false);
        int sent = lab.sent.size();
        up();
        assertThat(submitted(killed)).isEmpty();
        assertThat(lab.sent).hasSize(sent);
    }

    @Test
    void notForAGroupThatWasCancelled() {
        OrderGroup cancelled = filledUnheard(spot(), 4);
        cancelled.cancel();
        up();
        assertThat(submitted(cancelled)).isEmpty();
    }

    @Test
    void notForAPositionThatIsGoneThoughThereAreCoins() {
        lab = new LiveLab(
                        LiveLab.snapshot(
                                1, List.of(new Balance(Lab.USD, 10_000_00, 0), new Balance(Lab.ABC, 50, 0)), List.of()),
                        b -> b)
                .start();
        OrderGroup group = spot();
        filledUnheard(group, 4);
        Order sale = lab.script.desk().sell(LiveLab.SPOT).lots(4).limit(99).submit();
        lab.fill(sale, 4, 99);
        up();
        assertThat(submitted(group)).isEmpty();
    }

    @Test
    void notBesideAnExitOfAGuard() {
        LiveLab guarded = lab(b ->
                b.risk(RiskPolicy.ofAccount(RiskLimits.builder().stopLoss("0.1").build())));
        Orders orders = guarded.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(LiveLab.SPOT).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(LiveLab.SPOT).stop(80));
        guarded.account.trading(false, "the stream is down");
        guarded.fill(group.order(0), 10, 95);
        unsent(guarded, group.order(1));
        guarded.price(LiveLab.SPOT, 50);
        Order exit = guarded.created.get(guarded.created.size() - 1);
        assertThat(exit.request().tag()).isEqualTo("risk:stop_loss");
        unsent(guarded, exit);
        guarded.account.trading(true, "all is up");
        guarded.engine.settle();
        assertThat(submitted(group)).isEmpty();
    }

    @Test
    void notWhatOpensSomethingNorWhatTheExchangeItselfRefused() {
        OrderGroup refused = spot();
        lab.fill(refused.order(0), 4, 95);
        lab.account.rejected(refused.order(1), RejectReason.EXCHANGE, "busy", 3);
        Orders orders = lab.script.desk();
        OrderGroup more = orders.oto(
                orders.buy(LiveLab.SPOT).lots(2).limit(95),
                OtoTrigger.PARTIAL,
                orders.buy(LiveLab.SPOT).lots(2).limit(90));
        lab.fill(more.order(0), 2, 95);
        unsent(more.order(1));
        lab.account.trading(false, "the stream is down");
        up();
        assertThat(submitted(refused)).isEmpty();
        assertThat(submitted(more)).isEmpty();
    }
}
