package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static io.ttquant.core.engine.RiskLab.XYZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Limits, guards and the kill switch of an account in hedge mode: the long and the short side are two positions. */
class HedgeRiskTest {
    private static final SimulationConfig SLOW =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ZERO));

    private static RiskLab lab(UnaryOperator<RiskLimitsBuilder> limits) {
        return new RiskLab(
                        RiskPolicy.ofAccount(limits.apply(RiskLimits.builder()).build()),
                        SLOW,
                        b -> b.positions(PositionMode.HEDGING))
                .priced();
    }

    private static OrderBuilder order(Script who, Side side, long quantity, PositionSide position) {
        return (side == Side.BUY ? who.desk().buy(ABC) : who.desk().sell(ABC))
                .rawQuantity(quantity)
                .positionSide(position);
    }

    private static Order open(Script who, PositionSide position, long quantity) {
        return order(who, position == PositionSide.LONG ? Side.BUY : Side.SELL, quantity, position)
                .market()
                .submit();
    }

    private static OrderBuilder close(RiskLab lab, PositionSide position, long quantity) {
        return order(lab.s, position == PositionSide.LONG ? Side.SELL : Side.BUY, quantity, position);
    }

    /** With ten on both sides. */
    private static RiskLab hedged(RiskLab lab) {
        open(lab.s, PositionSide.LONG, 10);
        open(lab.s, PositionSide.SHORT, 10);
        lab.pass(2 * SECOND);
        lab.price(ABC, 100);
        return lab;
    }

    private static long position(RiskLab lab, PositionSide side) {
        return lab.engine.ledger().position("s", ABC, side).rawQuantity();
    }

    private static List<RejectReason> reasons(RiskLab lab) {
        return lab.refusals().stream().map(Refusal::reason).toList();
    }

    @Test
    void aPositionLimitHoldsForEachSideAloneOfAllStrategiesTogether() {
        RiskLab lab = lab(b -> b.maxPosition(ABC.id(), "10"));
        open(lab.s, PositionSide.LONG, 10);
        open(lab.s, PositionSide.SHORT, 10);
        assertThat(lab.refusals()).isEmpty();

        open(lab.t, PositionSide.LONG, 1);
        open(lab.t, PositionSide.SHORT, 1);
        assertThat(lab.refusals())
                .extracting(Refusal::message)
                .containsExactly(
                        "position 11 of sim:SWAP would be possible: 10 with all open orders and 1 more; the limit of the account is 10; ask for less, or cancel open orders first",
                        "position -11 of sim:SWAP would be possible: -10 with all open orders and -1 more; the limit of the account is 10; ask for less, or cancel open orders first");
    }

    @Test
    void exposureAddsBothSides() {
        RiskLab lab = lab(b -> b.maxExposure("1500"));
        open(lab.s, PositionSide.LONG, 10);
        open(lab.s, PositionSide.SHORT, 6);
        assertThat(reasons(lab)).containsExactly(RejectReason.MAX_EXPOSURE);
        open(lab.s, PositionSide.SHORT, 5);
        assertThat(lab.refusals()).hasSize(1);
    }

    @Test
    void eachSideIsOneOfThePositionsAndOpenOrdersOfAnInstrumentAreThoseOfBoth() {
        RiskLab positions = lab(b -> b.maxPositions(1));
        open(positions.s, PositionSide.LONG, 1);
        open(positions.s, PositionSide.LONG, 1);
        open(positions.s, PositionSide.SHORT, 1);
        assertThat(reasons(positions)).containsExactly(RejectReason.MAX_POSITIONS);

        RiskLab orders = lab(b -> b.maxOpenOrdersPerInstrument(2));
        open(orders.s, PositionSide.LONG, 1);
        open(orders.s, PositionSide.SHORT, 1);
        assertThat(orders.refusals()).isEmpty();
        open(orders.s, PositionSide.LONG, 1);
        assertThat(orders.refusals())
                .extracting(Refusal::message)
                .containsExactly("the account has 2 open orders in sim:SWAP, the most that it may; cancel one first");
        orders.s
                .desk()
                .buy(XYZ)
                .rawQuantity(1)
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        assertThat(orders.refusals()).hasSize(1);
    }

    @Test
    void ordersThatCloseASideCountTogetherForWhatItHolds() {
        RiskLab lab = hedged(lab(b -> b.maxPosition(ABC.id(), "10").maxExposure("2000")));
        for (PositionSide side : new PositionSide[] {PositionSide.LONG, PositionSide.SHORT}) {
            boolean isLong = side == PositionSide.LONG;
            close(lab, side, 10).rawLimit(isLong ? 120 : 80).submit();
            close(lab, side, 10).rawStop(isLong ? 80 : 120).submit();
            close(lab, side, 10).rawStop(isLong ? 70 : 130).submit();
        }
        assertThat(lab.refusals()).isEmpty();
        open(lab.s, PositionSide.LONG, 1);
        assertThat(reasons(lab)).containsExactly(RejectReason.MAX_POSITION);
    }

    @Test
    void whileReducingEachSideMayBeClosedAndNeitherIncreased() {
        RiskLab lab = hedged(lab(b -> b));
        Order target = close(lab, PositionSide.LONG, 10).rawLimit(120).submit();
        Order entry = order(lab.s, Side.BUY, 1, PositionSide.LONG).rawLimit(90).submit();
        lab.pass(SECOND);
        lab.engine.risk().hold("s", TradingStage.REDUCING, "a look", "Ann");
        lab.pass(SECOND);

        assertThat(target.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(entry.status()).isEqualTo(OrderStatus.CANCELED);
        close(lab, PositionSide.LONG, 10).rawStop(80).submit();
        close(lab, PositionSide.SHORT, 10).rawStop(120).submit();
        assertThat(lab.refusals()).isEmpty();
        open(lab.s, PositionSide.LONG, 1);
        open(lab.s, PositionSide.SHORT, 1);
        assertThat(reasons(lab)).containsExactly(RejectReason.TRADING_REDUCING, RejectReason.TRADING_REDUCING);
    }

    @Test
    void eachSideHasItsStopAndOneExitInFlight() {
        RiskLab lab = hedged(lab(b -> b.stopLoss("0.05").takeProfit("0.20")));
        Order target = close(lab, PositionSide.SHORT, 10).rawLimit(70).submit();
        lab.pass(SECOND);
        lab.price(ABC, 95);
        assertThat(lab.exits()).hasSize(1);
        assertThat(lab.exits().get(0).request().positionSide()).isEqualTo(PositionSide.LONG);
        lab.price(ABC, 106);
        lab.price(ABC, 94);
        assertThat(target.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        lab.pass(SECOND);
        lab.price(ABC, 106);
        lab.pass(SECOND);
        lab.price(ABC, 106);

        assertThat(lab.exits())
                .extracting(order -> order.side() + " " + order.rawQuantity() + " "
                        + order.request().positionSide())
                .containsExactly("SELL 10 LONG", "BUY 10 SHORT");
        assertThat(position(lab, PositionSide.LONG)).isZero();
        assertThat(position(lab, PositionSide.SHORT)).isZero();
    }

    @Test
    void theExitOfOneSideDoesNotWaitForOrdersOfTheOther() {
        RiskLab lab = hedged(lab(b -> b.stopLoss("0.05")));
        Order other = close(lab, PositionSide.SHORT, 10).rawLimit(70).submit();
        lab.pass(SECOND);
        lab.price(ABC, 95);

        assertThat(lab.exits()).hasSize(1);
        assertThat(other.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void theKillSwitchClosesBothSidesAtOnce() {
        RiskLab lab = hedged(lab(b -> b));
        lab.engine.risk().trip("enough", "Ann", true);
        assertThat(lab.exits())
                .extracting(order -> order.side() + " " + order.rawQuantity() + " "
                        + order.request().positionSide())
                .containsExactly("SELL 10 LONG", "BUY 10 SHORT");
        lab.pass(SECOND);
        lab.price(ABC, 100);

        assertThat(position(lab, PositionSide.LONG)).isZero();
        assertThat(position(lab, PositionSide.SHORT)).isZero();
        open(lab.s, PositionSide.LONG, 1);
        assertThat(reasons(lab)).containsExactly(RejectReason.KILLED);
    }

    @Test
    void bothSidesAreClosedEvenIfNeitherCouldBeHeldAlone() {
        Lab lab = new Lab(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")),
                        b -> b.positions(PositionMode.HEDGING).startBalance(Lab.USD, 1_001_50))
                .start(0);
        lab.trade(1, 100, 100);
        lab.script
                .desk()
                .buy(Lab.SWAP)
                .rawQuantity(10)
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.trade(2, 100, 100);
        lab.script
                .desk()
                .sell(Lab.SWAP)
                .rawQuantity(10)
                .market()
                .positionSide(PositionSide.SHORT)
                .submit();
        lab.trade(3, 100, 100);
        assertThat(lab.script.fills).hasSize(2);
        lab.engine.risk().trip("enough", "Ann", true);
        lab.trade(4, 100, 100);
        lab.trade(5, 100, 100);

        assertThat(lab.script.fills).hasSize(4);
        assertThat(lab.engine
                        .ledger()
                        .netPosition(Lab.SWAP.id(), PositionSide.LONG)
                        .isFlat())
                .isTrue();
        assertThat(lab.engine
                        .ledger()
                        .netPosition(Lab.SWAP.id(), PositionSide.SHORT)
                        .isFlat())
                .isTrue();
        assertThat(lab.cash()).isEqualTo(1_001_50 - 4 * 1_00);
    }

    @Test
    void closingDoesNotCloseTwiceWhatAMarketOrderAlreadyCloses() {
        RiskLab lab = hedged(lab(b -> b));
        close(lab, PositionSide.LONG, 4).market().submit();
        lab.s.desk().close(ABC.id());
        List<Order> open = lab.s.desk().open(ABC.id());

        assertThat(open)
                .extracting(order -> order.side() + " " + order.rawQuantity() + " "
                        + order.request().positionSide())
                .containsExactly("SELL 4 LONG", "SELL 6 LONG", "BUY 10 SHORT");
    }
}
