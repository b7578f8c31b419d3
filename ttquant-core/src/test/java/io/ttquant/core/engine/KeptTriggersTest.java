package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that the engine holds and whose triggers are reached while the session takes no orders. */
class KeptTriggersTest {
    private final LiveLab lab = new LiveLab(
                    LiveLab.cash(100_000),
                    b -> b.without(Capability.TRAILING_STOP, Capability.STOP_ORDERS, Capability.GTD))
            .start();

    private Order trailing(boolean isReduceOnly) {
        held4();
        var order = lab.script.desk().sell(LiveLab.SWAP).lots(4).trailingTicks(5);
        Order held = (isReduceOnly ? order.reduceOnly() : order).submit();
        lab.engine.settle();
        lab.sent.clear();
        return held;
    }

    private void lost() {
        lab.account.trading(false, "the stream is down");
    }

    private void back() {
        lab.account.trading(true, "it is up");
        lab.engine.advanceTo(lab.engine.clock().nanos());
    }

    private void price(long price) {
        lab.price(LiveLab.SWAP, price);
    }

    private List<String> submitted() {
        return lab.sent.stream().filter(each -> each.startsWith("submit")).toList();
    }

    @Test
    void oneIsKeptAndSentOnceWhenOrdersAreTakenAgain() {
        Order held = trailing(false);
        lost();
        price(94);
        price(93);
        assertThat(lab.sent).isEmpty();
        assertThat(held.isEmulated()).isTrue();
        assertThat(held.status()).isEqualTo(OrderStatus.ACCEPTED);

        back();
        assertThat(lab.sent).containsExactly("submit " + held.clientId());
        assertThat(held.isEmulated()).isFalse();
        lost();
        back();
        price(90);
        assertThat(lab.sent).hasSize(1);
        lab.fill(held, 4, 90);
        assertThat(lab.own()).isZero();
    }

    @Test
    void itIsSentThoughThePriceCameBack() {
        Order held = trailing(false);
        lost();
        price(95);
        price(120);
        assertThat(held.rawTrigger()).isEqualTo(95);
        back();

        assertThat(lab.sent).containsExactly("submit " + held.clientId());
    }

    @Test
    void oneThatOnlyReducesLeavesAtOnce() {
        Order held = trailing(true);
        lost();
        price(94);
        assertThat(lab.sent).containsExactly("submit " + held.clientId());
        back();
        assertThat(lab.sent).hasSize(1);
    }

    @Test
    void onSpotItIsKeptWhateverItsFlags() {
        lab.fill(lab.script.desk().buy(LiveLab.SPOT).lots(4).limit(100).submit(), 4, 100);
        Order held = lab.script
                .desk()
                .sell(LiveLab.SPOT)
                .lots(4)
                .trailingTicks(5)
                .reduceOnly()
                .submit();
        lab.engine.settle();
        lab.sent.clear();
        lost();
        lab.price(LiveLab.SPOT, 94);
        assertThat(lab.sent).isEmpty();
        back();
        assertThat(lab.sent).containsExactly("submit " + held.clientId());
    }

    @Test
    void manyAreSentInTheOrderOfTheirTriggers() {
        Order first = trailing(false);
        Order second =
                lab.script.desk().sell(LiveLab.SWAP).lots(1).trailingTicks(2).submit();
        lab.engine.settle();
        lost();
        price(97);
        price(95);
        back();

        assertThat(submitted()).containsExactly("submit " + second.clientId(), "submit " + first.clientId());
    }

    @Test
    void aCancelMeanwhileEndsIt() {
        Order held = trailing(false);
        lost();
        price(94);
        lab.script.desk().cancel(held);
        lab.engine.settle();
        assertThat(held.status()).isEqualTo(OrderStatus.CANCELED);
        back();

        assertThat(lab.sent).isEmpty();
    }

    @Test
    void theKillSwitchEndsIt() {
        Order held = trailing(false);
        lost();
        price(94);
        lab.engine.risk().trip("test", "the test", false);
        lab.engine.settle();
        back();

        assertThat(held.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void theKillSwitchEndsItEvenWhenOrdersAreTakenAgain() {
        Order held = trailing(false);
        lost();
        price(94);
        lab.account.trading(true, "it is up");
        lab.engine.risk().trip("test", "the test", false);
        lab.engine.advanceTo(lab.engine.clock().nanos() + 1);

        assertThat(held.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void whatEndsItsGroupEndsIt() {
        held4();
        var desk = lab.script.desk();
        OrderGroup group = desk.oco(
                desk.sell(LiveLab.SWAP).lots(4).limit(110),
                desk.sell(LiveLab.SWAP).lots(4).trailingTicks(5));
        lab.engine.settle();
        lost();
        price(94);
        lab.sent.clear();
        // The news that were missed come before orders are taken again.
        lab.fill(group.order(0), 4, 110);
        lab.engine.settle();
        back();

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(submitted()).isEmpty();
    }

    @Test
    void anAmendmentToATriggerThatIsNotReachedTakesItBack() {
        Order held = trailing(false);
        lost();
        price(94);
        lab.script.desk().amend(held, new Amendment(3, 0, 90));
        lab.engine.settle();
        back();
        assertThat(lab.sent).isEmpty();
        price(89);

        assertThat(lab.sent).containsExactly("submit " + held.clientId());
        assertThat(held.rawQuantity()).isEqualTo(3);
    }

    @Test
    void aSmallerOneIsSentAsSmallAsItIs() {
        Order held = trailing(false);
        lost();
        price(94);
        lab.script.desk().amend(held, Amendment.ofQuantity(2));
        lab.engine.settle();
        back();

        assertThat(lab.sent).containsExactly("submit " + held.clientId());
        assertThat(held.sent().rawQuantity()).isEqualTo(2);
    }

    @Test
    void itEndsWhenItsTimeIsUp() {
        held4();
        Order held = lab.script
                .desk()
                .sell(LiveLab.SWAP)
                .lots(4)
                .trailingTicks(5)
                .goodTillNanos(1_000)
                .submit();
        lab.engine.settle();
        lab.sent.clear();
        lost();
        price(94);
        lab.engine.advanceTo(1_000);
        back();

        assertThat(held.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void itEndsWithItsInstrument() {
        Order held = trailing(false);
        lost();
        price(94);
        long now = lab.engine.clock().nanos() + 1;
        lab.engine.instrument(LiveLab.SWAP.id()).status(now, now, TradingStatus.DELISTED);
        lab.engine.settle();
        back();

        assertThat(held.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void anAmendmentOfItsQuantityKeepsItsTriggerThoughThePriceCameBack() {
        Order held = trailing(false);
        lost();
        price(94);
        price(120);
        lab.script.desk().amend(held, Amendment.ofQuantity(2));
        lab.engine.settle();
        assertThat(held.isEmulated()).isTrue();
        back();

        assertThat(lab.sent).containsExactly("submit " + held.clientId());
        assertThat(held.sent().rawQuantity()).isEqualTo(2);
    }

    @Test
    void soDoesOneOfItsLimit() {
        Order held = stopLimit(95, 94);
        lost();
        price(95);
        price(120);
        lab.script.desk().amend(held, Amendment.ofPrice(91));
        lab.engine.settle();
        back();

        assertThat(lab.sent).containsExactly("submit " + held.clientId());
        assertThat(held.sent().rawPrice()).isEqualTo(91);
    }

    @Test
    void anAmendmentOfItsTriggerIsJudgedByThePriceOfNow() {
        Order held = trailing(false);
        lost();
        price(94);
        price(120);
        lab.script.desk().amend(held, Amendment.ofTrigger(held.rawTrigger()));
        lab.engine.settle();
        back();
        assertThat(lab.sent).isEmpty();
        price(95);

        assertThat(lab.sent).containsExactly("submit " + held.clientId());
    }

    @Test
    void anAmendedOneKeepsItsTurn() {
        Order first = trailing(false);
        Order second =
                lab.script.desk().sell(LiveLab.SWAP).lots(1).trailingTicks(7).submit();
        lab.engine.settle();
        lost();
        price(95);
        price(93);
        lab.script.desk().amend(first, Amendment.ofQuantity(2));
        lab.engine.settle();
        back();

        assertThat(submitted()).containsExactly("submit " + first.clientId(), "submit " + second.clientId());
    }

    @Test
    void aPartOfItsSiblingThatIsHeardOfMakesItSmallerAndItIsSent() {
        held4();
        var desk = lab.script.desk();
        OrderGroup group = desk.ouo(
                desk.sell(LiveLab.SWAP).lots(4).limit(110),
                desk.sell(LiveLab.SWAP).lots(4).trailingTicks(5));
        lab.engine.settle();
        lost();
        price(94);
        price(105);
        lab.fill(group.order(0), 1, 110);
        lab.engine.settle();
        lab.sent.clear();
        back();

        assertThat(lab.sent).containsExactly("submit " + group.order(1).clientId());
        assertThat(group.order(1).sent().rawQuantity()).isEqualTo(3);
    }

    @Test
    void ofAGroupTheSecondWaitsForTheFirstWhoseFillEndsIt() {
        OrderGroup group = bothTriggered(GroupKind.OCO);
        later();
        later();
        assertThat(submitted()).containsExactly("submit " + group.order(0).clientId());
        lab.fill(group.order(0), 1, 93);
        lab.engine.settle();
        later();

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(submitted()).hasSize(1);
    }

    @Test
    void aPartOfTheFirstReducesTheSecondWhichWaitsOn() {
        OrderGroup group = bothTriggered(GroupKind.OUO);
        lab.fill(group.order(0), 1, 93);
        lab.engine.settle();
        later();
        assertThat(group.order(1).rawQuantity()).isEqualTo(3);
        assertThat(submitted()).hasSize(1);
        lab.fill(group.order(0), 3, 93);
        lab.engine.settle();
        later();

        assertThat(group.isClosed()).isTrue();
        assertThat(submitted()).hasSize(1);
        assertThat(lab.own()).isZero();
    }

    @Test
    void aRefusalOfTheFirstEndsTheSecond() {
        OrderGroup group = bothTriggered(GroupKind.OCO);
        lab.account.rejected(
                group.order(0), RejectReason.EXCHANGE, "no", lab.engine.clock().nanos());
        lab.engine.settle();
        later();

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(submitted()).hasSize(1);
    }

    @Test
    void othersDoNotWaitForAGroup() {
        held4();
        OrderGroup group = pair(GroupKind.OCO);
        Order other =
                lab.script.desk().sell(LiveLab.SWAP).lots(1).trailingTicks(6).submit();
        lab.engine.settle();
        lab.sent.clear();
        lost();
        price(94);
        back();

        assertThat(submitted()).containsExactly("submit " + group.order(0).clientId(), "submit " + other.clientId());
    }

    @Test
    void oneThatIsTriggeredWhileAnotherWaitsIsNotLate() {
        OrderGroup group = bothTriggered(GroupKind.OCO);
        Order other =
                lab.script.desk().sell(LiveLab.SWAP).lots(1).trailingTicks(5).submit();
        lab.engine.settle();
        lost();
        price(88);
        back();

        assertThat(submitted()).containsExactly("submit " + group.order(0).clientId(), "submit " + other.clientId());
    }

    @Test
    void theSecondWaitsForALimitThatTakesThePriceAndNoLongerWhenItRests() {
        OrderGroup group = limits(95, 93);
        price(93);
        back();
        later();
        assertThat(submitted()).containsExactly("submit " + group.order(0).clientId());
        price(92);
        later();

        assertThat(submitted())
                .containsExactly(
                        "submit " + group.order(0).clientId(),
                        "submit " + group.order(1).clientId());
    }

    @Test
    void theSecondDoesNotWaitForALimitThatRests() {
        OrderGroup group = limits(95, 94);
        price(93);
        back();

        assertThat(submitted())
                .containsExactly(
                        "submit " + group.order(0).clientId(),
                        "submit " + group.order(1).clientId());
    }

    private void held4() {
        lab.fill(lab.script.desk().buy(LiveLab.SWAP).lots(4).limit(100).submit(), 4, 100);
    }

    private Order stopLimit(long trigger, long limit) {
        held4();
        Order held = lab.script
                .desk()
                .sell(LiveLab.SWAP)
                .lots(4)
                .stop(trigger)
                .limit(limit)
                .submit();
        lab.engine.settle();
        lab.sent.clear();
        return held;
    }

    /** Two that are held, of which the first is triggered first. */
    private OrderGroup pair(GroupKind kind) {
        var desk = lab.script.desk();
        var first = desk.sell(LiveLab.SWAP).lots(4).trailingTicks(5);
        var second = desk.sell(LiveLab.SWAP).lots(4).trailingTicks(6);
        return kind == GroupKind.OCO ? desk.oco(first, second) : desk.ouo(first, second);
    }

    private OrderGroup bothTriggered(GroupKind kind) {
        held4();
        OrderGroup group = pair(kind);
        lab.engine.settle();
        lab.sent.clear();
        lost();
        price(95);
        price(93);
        back();
        return group;
    }

    /** A held stop with a limit, and a trailing stop, while no orders are taken. */
    private OrderGroup limits(long trigger, long limit) {
        held4();
        var desk = lab.script.desk();
        OrderGroup group = desk.oco(
                desk.sell(LiveLab.SWAP).lots(4).stop(trigger).limit(limit),
                desk.sell(LiveLab.SWAP).lots(4).trailingTicks(6));
        lab.engine.settle();
        lab.sent.clear();
        lost();
        price(95);
        return group;
    }

    private void later() {
        lab.engine.advanceTo(lab.engine.clock().nanos() + 1_000_000_000);
    }
}
