package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** Groups of an account in hedge mode: children close what their parent opens. */
class HedgeGroupsTest {
    private final Lab lab = new Lab(
                    Lab.SWAP,
                    SimulationConfig.DEFAULT,
                    b -> b.positions(PositionMode.HEDGING).startBalance(Lab.USD, 100_000_00))
            .start(0);

    HedgeGroupsTest() {
        lab.trade(1, 100, 1);
    }

    private OrderBuilder order(Side side) {
        return side == Side.BUY
                ? lab.script.desk().buy(Lab.SWAP)
                : lab.script.desk().sell(Lab.SWAP);
    }

    private long position(PositionSide side) {
        return lab.engine.ledger().position("s", Lab.SWAP, side).rawQuantity();
    }

    private OrderGroup enter(PositionSide side) {
        boolean isLong = side == PositionSide.LONG;
        return lab.script
                .desk()
                .bracket(
                        order(isLong ? Side.BUY : Side.SELL)
                                .rawQuantity(10)
                                .market()
                                .positionSide(side),
                        order(isLong ? Side.SELL : Side.BUY).rawLimit(isLong ? 110 : 90),
                        order(isLong ? Side.SELL : Side.BUY).rawStop(isLong ? 95 : 105));
    }

    @Test
    void exitsOfBracketsOnBothSidesCloseTheSideOfTheirEntry() {
        OrderGroup bought = enter(PositionSide.LONG);
        OrderGroup sold = enter(PositionSide.SHORT);
        lab.trade(2, 100, 100);
        lab.engine.advanceTo(3);

        assertThat(position(PositionSide.LONG)).isEqualTo(10);
        assertThat(position(PositionSide.SHORT)).isEqualTo(-10);
        assertThat(bought.orders()).allMatch(order -> order.request().positionSide() == PositionSide.LONG);
        assertThat(sold.orders()).allMatch(order -> order.request().positionSide() == PositionSide.SHORT);
        assertThat(bought.order(2).status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(4, 94, 100);
        assertThat(position(PositionSide.LONG)).isZero();
        assertThat(position(PositionSide.SHORT)).isEqualTo(-10);
        lab.trade(5, 89, 100);
        assertThat(position(PositionSide.SHORT)).isZero();
        assertThat(bought.isClosed()).isTrue();
        assertThat(sold.isClosed()).isTrue();
    }

    @Test
    void aChildOfAnOtoThatClosesIsReleasedForNoMoreThanItsSideHolds() {
        OrderGroup group = lab.script
                .desk()
                .oto(
                        order(Side.BUY).rawQuantity(10).market().positionSide(PositionSide.LONG),
                        OtoTrigger.PARTIAL,
                        order(Side.SELL).rawQuantity(10).rawStop(95));
        lab.trade(2, 100, 100);
        lab.engine.advanceTo(3);

        Order stop = group.order(1);
        assertThat(stop.request().positionSide()).isEqualTo(PositionSide.LONG);
        assertThat(stop.status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(4, 94, 100);
        assertThat(position(PositionSide.LONG)).isZero();
        assertThat(position(PositionSide.SHORT)).isZero();
    }

    @Test
    void aChildThatNamesItsSideKeepsIt() {
        OrderGroup group = lab.script
                .desk()
                .oto(
                        order(Side.BUY).rawQuantity(10).market().positionSide(PositionSide.LONG),
                        OtoTrigger.PARTIAL,
                        order(Side.SELL).rawQuantity(4).market().positionSide(PositionSide.SHORT));
        lab.trade(2, 100, 100);
        lab.trade(3, 100, 100);

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(position(PositionSide.LONG)).isEqualTo(10);
        assertThat(position(PositionSide.SHORT)).isEqualTo(-4);
    }

    @Test
    void aChildThatClosesNothingAndNamesNoSideIsRefusedBeforeItsParentIsSent() {
        OrderGroup group = lab.script
                .desk()
                .oto(
                        order(Side.BUY).rawQuantity(10).market().positionSide(PositionSide.LONG),
                        OtoTrigger.PARTIAL,
                        order(Side.BUY).rawQuantity(4).rawLimit(90));
        lab.trade(2, 100, 100);

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        assertThat(denied(group.order(0)).reason()).isEqualTo(RejectReason.GROUP_DENIED);
        assertThat(denied(group.order(1)).reason()).isEqualTo(RejectReason.UNSUPPORTED_COMBINATION);
        assertThat(denied(group.order(1)).message())
                .startsWith("position side NET of sim:SWAP does not go with an account in mode HEDGING");
    }

    @Test
    void aBracketWhoseExitsAreForAnotherSideIsRefused() {
        OrderGroup group = lab.script
                .desk()
                .bracket(
                        order(Side.BUY).rawQuantity(10).market().positionSide(PositionSide.LONG),
                        order(Side.SELL).rawLimit(110),
                        order(Side.SELL).rawStop(95).positionSide(PositionSide.SHORT));
        lab.trade(2, 100, 100);

        assertThat(denied(group.order(0)).message())
                .isEqualTo("the SELL exit of a bracket is for position side SHORT and its BUY entry for LONG; let the"
                        + " entry open a position and give its exits the same side, or none");
        OrderGroup closing = lab.script
                .desk()
                .bracket(
                        order(Side.SELL).rawQuantity(10).market().positionSide(PositionSide.LONG),
                        order(Side.BUY).rawLimit(90),
                        order(Side.BUY).rawStop(105));
        lab.trade(3, 100, 100);
        assertThat(denied(closing.order(0)).message())
                .startsWith("the BUY exit of a bracket is for position side NET and its SELL entry for LONG");
        OrderGroup named = lab.script
                .desk()
                .bracket(
                        order(Side.SELL).rawQuantity(10).market().positionSide(PositionSide.LONG),
                        order(Side.BUY).rawLimit(90).positionSide(PositionSide.LONG),
                        order(Side.BUY).rawStop(105).positionSide(PositionSide.LONG));
        lab.trade(4, 100, 100);
        assertThat(denied(named.order(0)).message())
                .startsWith(
                        "the BUY exit of a bracket is for position side LONG and its SELL entry for LONG; let the entry open");
    }

    private OrderEvent.Denied denied(Order order) {
        return lab.script.events.stream()
                .filter(event -> event.order() == order)
                .map(OrderEvent.Denied.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
