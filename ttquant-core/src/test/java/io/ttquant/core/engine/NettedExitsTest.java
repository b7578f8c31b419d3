package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exits of strategies that hold both sides of one position: an exchange does not reduce what the account does not have. */
class NettedExitsTest {
    private final Script other = new Script();
    private LiveLab lab = lab(PositionMode.NETTING);

    private LiveLab lab(PositionMode mode) {
        AccountSnapshot opening =
                new AccountSnapshot(List.of(new Balance(Lab.USD, 1_000_000_00, 0)), List.of(), List.of(), mode, 1);
        return new LiveLab(
                        opening,
                        b -> b.strategy("t", other)
                                .positions(mode)
                                .risk(RiskPolicy.ofAccount(
                                        RiskLimits.builder().stopLoss("0.05").build())))
                .start();
    }

    private void hold(Script who, long quantity, PositionSide side) {
        OrderBuilder order = quantity > 0
                ? who.desk().buy(LiveLab.SWAP).lots(quantity)
                : who.desk().sell(LiveLab.SWAP).lots(-quantity);
        lab.fill(order.limit(100).positionSide(side).submit(), Math.abs(quantity), 100);
    }

    private void hold(Script who, long quantity) {
        hold(who, quantity, PositionSide.NET);
    }

    private void byHand(Side side, long quantity) {
        lab.fill(lab.account.adopt(LiveLab.external("", "7", side, quantity, 100, 0)), quantity, 100);
    }

    private Order exit() {
        Order last = lab.created.get(lab.created.size() - 1);
        assertThat(last.request().tag()).startsWith("risk:");
        assertThat(last.request().isReduceOnly()).as("to us it only reduces").isTrue();
        return last;
    }

    private void isSent(long quantity, boolean isReduceOnly) {
        assertThat(exit().rawQuantity()).isEqualTo(quantity);
        assertThat(exit().sent().isReduceOnly()).isEqualTo(isReduceOnly);
        assertThat(lab.sent).contains("submit " + exit().clientId());
    }

    @Test
    void anExitOfWhatTheAccountDoesNotHaveMayOpenForThatMuch() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.price(LiveLab.SWAP, 95);

        isSent(10, false);
        assertThat(exit().strategyId()).isEqualTo("s");
        lab.fill(exit(), 10, 95);
        assertThat(lab.own()).isZero();
        assertThat(lab.net()).isEqualTo(-10);
    }

    @Test
    void whatTheAccountHasIsReducedFirstAndTheRestMayOpen() {
        hold(lab.script, 10);
        hold(other, -4);
        lab.price(LiveLab.SWAP, 95);

        isSent(6, true);
        lab.fill(exit(), 6, 95);
        lab.engine.advanceTo(lab.engine.clock().nanos() + 1);
        isSent(4, false);
        lab.fill(exit(), 4, 95);
        assertThat(lab.own()).isZero();
        assertThat(lab.net()).isEqualTo(-4);
    }

    @Test
    void besideAnExitThatMayOpenTheStrategySendsNothingOnItsSide() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.price(LiveLab.SWAP, 95);
        isSent(10, false);

        Order beside =
                lab.script.desk().sell(LiveLab.SWAP).lots(10).reduceOnly().submit();
        assertThat(beside.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(lab.script
                        .desk()
                        .sell(LiveLab.SWAP)
                        .lots(1)
                        .limit(110)
                        .submit()
                        .status())
                .isEqualTo(OrderStatus.DENIED);
        Order ofTheOther = other.desk().buy(LiveLab.SWAP).lots(2).limit(90).submit();
        assertThat(ofTheOther.status()).isNotEqualTo(OrderStatus.DENIED);

        lab.fill(
                lab.created.stream()
                        .filter(o -> o.request().tag().startsWith("risk:"))
                        .findFirst()
                        .orElseThrow(),
                10,
                95);
        assertThat(lab.script
                        .desk()
                        .sell(LiveLab.SWAP)
                        .lots(1)
                        .limit(110)
                        .submit()
                        .status())
                .isNotEqualTo(OrderStatus.DENIED);
    }

    @Test
    void betweenItsPartsTheStrategySendsNothingThatWouldStopTheRest() {
        hold(lab.script, 10);
        hold(other, -4);
        lab.price(LiveLab.SWAP, 95);
        isSent(6, true);
        Order first = exit();

        Order beside = lab.script.desk().sell(LiveLab.SWAP).lots(4).limit(110).submit();
        assertThat(beside.status()).isEqualTo(OrderStatus.DENIED);
        lab.fill(first, 6, 95);
        lab.engine.advanceTo(lab.engine.clock().nanos() + 1);
        isSent(4, false);
    }

    @Test
    void whatTheStrategyBuysMeanwhileItMayProtect() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.price(LiveLab.SWAP, 95);
        Order exit = exit();
        lab.fill(lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(95).submit(), 2, 95);

        assertThat(lab.script
                        .desk()
                        .sell(LiveLab.SWAP)
                        .lots(3)
                        .limit(110)
                        .submit()
                        .status())
                .as("one too many")
                .isEqualTo(OrderStatus.DENIED);
        assertThat(lab.script
                        .desk()
                        .sell(LiveLab.SWAP)
                        .lots(2)
                        .limit(110)
                        .submit()
                        .status())
                .isNotEqualTo(OrderStatus.DENIED);
        assertThat(lab.script
                        .desk()
                        .sell(LiveLab.SWAP)
                        .lots(1)
                        .limit(111)
                        .submit()
                        .status())
                .isEqualTo(OrderStatus.DENIED);
        lab.fill(exit, 10, 95);
        assertThat(lab.own()).isEqualTo(2);
    }

    @Test
    void besideAnExitThatOnlyReducesItMay() {
        hold(lab.script, 10);
        lab.price(LiveLab.SWAP, 95);
        isSent(10, true);

        assertThat(lab.script
                        .desk()
                        .sell(LiveLab.SWAP)
                        .lots(1)
                        .limit(110)
                        .submit()
                        .status())
                .isNotEqualTo(OrderStatus.DENIED);
    }

    @Test
    void oneThatTheAccountCoversOnlyReduces() {
        hold(lab.script, 10);
        lab.price(LiveLab.SWAP, 95);

        isSent(10, true);
    }

    @Test
    void theAccountsOtherSideOnlyReducesToo() {
        hold(lab.script, 4);
        hold(other, -10);
        lab.price(LiveLab.SWAP, 105);

        isSent(6, true);
        lab.fill(exit(), 6, 105);
        lab.engine.advanceTo(lab.engine.clock().nanos() + 1);
        isSent(4, false);
        lab.fill(exit(), 4, 105);
        lab.price(LiveLab.SWAP, 95);
        isSent(4, true);
    }

    @Test
    void whatWasSoldByHandMayBeTheStrategysAndOnlyReduces() {
        hold(lab.script, 10);
        byHand(Side.SELL, 10);
        lab.price(LiveLab.SWAP, 95);

        isSent(10, true);
    }

    @Test
    void whatIsCertainlyItsOwnMayGo() {
        hold(lab.script, 10);
        hold(other, -10);
        byHand(Side.SELL, 3);
        lab.price(LiveLab.SWAP, 95);

        isSent(7, false);
    }

    @Test
    void whatOthersHoldOnItsSideIsNoDoubt() {
        hold(lab.script, 10);
        hold(other, -10);
        byHand(Side.BUY, 3);
        lab.price(LiveLab.SWAP, 95);

        isSent(3, true);
        lab.fill(exit(), 3, 95);
        lab.engine.advanceTo(lab.engine.clock().nanos() + 1);
        isSent(7, false);
    }

    @Test
    void whileTheNewsDoNotComeItOnlyReduces() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.account.trading(false, "the stream is down");
        lab.price(LiveLab.SWAP, 95);

        isSent(10, true);
    }

    @Test
    void whileTheBooksAreInDoubtItOnlyReduces() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.account.gate().doubt("a fill was not booked");
        lab.price(LiveLab.SWAP, 95);

        isSent(10, true);
    }

    @Test
    void besideAnOrderThatClosesItToItOnlyReduces() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.script.desk().sell(LiveLab.SWAP).lots(4).limit(110).submit();
        lab.price(LiveLab.SWAP, 95);
        lab.engine.advanceTo(lab.engine.clock().nanos() + Exit.FIRST_WAIT);

        isSent(10, true);
    }

    @Test
    void inHedgeModeTheTwoAreTwo() {
        lab = lab(PositionMode.HEDGING);
        hold(lab.script, 10, PositionSide.LONG);
        hold(other, -10, PositionSide.SHORT);
        lab.price(LiveLab.SWAP, 95);

        isSent(10, true);
    }

    @Test
    void flattenClosesBothWithoutWaiting() {
        hold(lab.script, 10);
        hold(other, -10);
        lab.engine.risk().trip("test", "the test", true);

        List<Order> exits = lab.created.stream()
                .filter(o -> o.request().tag().startsWith("risk:"))
                .toList();
        assertThat(exits).hasSize(2).allMatch(o -> !o.sent().isReduceOnly() && o.rawQuantity() == 10);
        exits.forEach(o -> lab.fill(o, 10, 100));
        assertThat(lab.own()).isZero();
        assertThat(lab.net()).isZero();
        lab.engine.advanceTo(lab.engine.clock().nanos() + 100 * Exit.LONGEST_WAIT);
        assertThat(lab.created.stream().filter(o -> o.request().tag().startsWith("risk:")))
                .hasSize(2);
    }

    @Test
    void inASimulationNothingChanges() {
        RiskLab simulated = new RiskLab(RiskPolicy.ofAccount(
                        RiskLimits.builder().stopLoss("0.05").build()))
                .priced()
                .hold(10);
        simulated.price(RiskLab.ABC, 95);

        assertThat(simulated.exits()).isNotEmpty().allMatch(o -> o.sent().isReduceOnly());
    }
}
