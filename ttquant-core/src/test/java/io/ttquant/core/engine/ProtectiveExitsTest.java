package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a group sends by itself to protect a position is not denied for the number of messages or for the stage. */
class ProtectiveExitsTest {
    private static RiskLab lab(UnaryOperator<RiskLimitsBuilder> limits) {
        return new RiskLab(
                        RiskPolicy.ofAccount(limits.apply(RiskLimits.builder()).build()))
                .priced();
    }

    private static OrderGroup bracket(RiskLab lab, OrderBuilder entry) {
        Orders orders = lab.s.desk();
        return orders.bracket(
                entry, orders.sell(ABC).limit("110"), orders.sell(ABC).stop("90"));
    }

    private static OrderGroup bracket(RiskLab lab) {
        return bracket(lab, lab.s.desk().buy(ABC).rawQuantity(10).limit("105"));
    }

    /** The entry arrives and fills, and what follows from it arrives too. */
    private static void settle(RiskLab lab) {
        lab.pass(SECOND);
        lab.price(ABC, 100);
        lab.pass(2 * SECOND);
    }

    private static void requireWorking(OrderGroup group) {
        assertThat(group.orders().subList(1, 3)).allSatisfy(exit -> {
            assertThat(exit.status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(exit.rawQuantity()).isEqualTo(10);
        });
    }

    @Test
    void exitsPassTheOrderRateThatTheirEntryUsedUpAndAreCounted() {
        RiskLab lab = lab(b -> b.maxOrdersPerMinute(2));
        OrderGroup group = bracket(lab);
        settle(lab);

        requireWorking(group);
        assertThat(lab.refusals()).isEmpty();
        lab.buy(1);
        assertThat(lab.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.ORDER_RATE);
        assertThat(lab.refusals().get(0).message()).contains("sent 2 orders in the last minute; the limit is 2");
    }

    @Test
    void exitsPassTheMessageRateAndTheNumberOfOpenOrders() {
        RiskLab lab = lab(b -> b.maxMessagesPerMinute(1).maxOpenOrders(1));
        OrderGroup group = bracket(lab);
        settle(lab);

        requireWorking(group);
        assertThat(lab.refusals()).isEmpty();
    }

    @Test
    void exitsAreSentWhateverBecameOfTheirStrategy() {
        RiskLab lab = lab(b -> b);
        OrderGroup[] group = new OrderGroup[1];
        lab.s.stop = () -> group[0] = bracket(lab);
        lab.s.ctx().stop("done");
        settle(lab);

        assertThat(lab.position("s")).isEqualTo(10);
        requireWorking(group[0]);
        lab.price(ABC, 89);
        assertThat(lab.position("s")).isZero();
    }

    @Test
    void childrenThatProtectNothingAreNotSentOnceTheirStrategyHasStopped() {
        RiskLab lab = lab(b -> b);
        OrderGroup[] group = new OrderGroup[1];
        Orders orders = lab.s.desk();
        lab.s.stop = () -> group[0] = orders.oto(
                orders.buy(ABC).rawQuantity(10).market(),
                OtoTrigger.PARTIAL,
                orders.buy(ABC).rawQuantity(5).limit("90"));
        lab.s.ctx().stop("done");
        settle(lab);

        assertThat(lab.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.NOT_RUNNING);
    }

    @Test
    void exitsAreNotJudgedByTheAgeOfTheReportThatReleasesThem() {
        RiskLab lab = new RiskLab(
                        RiskPolicy.ofAccount(RiskLimits.builder()
                                .maxOrderAge(Duration.ofMillis(500))
                                .build()),
                        SimulationConfig.DEFAULT.withLatency(
                                LatencyModel.constant(Duration.ofSeconds(1), Duration.ofSeconds(1))),
                        b -> b)
                .priced();
        OrderGroup group = bracket(lab);
        settle(lab);
        settle(lab);

        requireWorking(group);
    }

    @Test
    void exitsOfAnEntryThatFilledBeforeItsCancelArrivedAreSentWhileHaltedAndWhileReducing() {
        for (TradingStage stage : new TradingStage[] {TradingStage.HALTED, TradingStage.REDUCING}) {
            for (String who : new String[] {"", "s"}) {
                RiskLab lab = new RiskLab(RiskPolicy.NONE).priced();
                OrderGroup group = bracket(lab);
                lab.pass(1);
                lab.engine.risk().hold(who, stage, "a look", "Ann");
                assertThat(group.order(0).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
                settle(lab);

                assertThat(lab.position("s")).as("%s of '%s'", stage, who).isEqualTo(10);
                requireWorking(group);
                lab.price(ABC, 89);
                assertThat(lab.position("s")).as("%s of '%s'", stage, who).isZero();
                assertThat(group.isClosed()).isTrue();
            }
        }
    }

    @Test
    void childrenThatMayOpenAPositionAreStillDenied() {
        RiskLab halted = new RiskLab(RiskPolicy.NONE).priced();
        OrderGroup turn = turn(halted);
        halted.pass(1);
        halted.engine.risk().hold("", TradingStage.HALTED, "a look", "Ann");
        settle(halted);
        assertThat(halted.position("s")).isEqualTo(10);
        assertThat(turn.order(1).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(halted.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.TRADING_HALTED);

        RiskLab limited = lab(b -> b.maxOrdersPerMinute(1));
        OrderGroup other = turn(limited);
        settle(limited);
        assertThat(other.order(1).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(limited.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.ORDER_RATE);
    }

    /** A child that is not reduce-only and would turn the position round if something else closed it first. */
    private static OrderGroup turn(RiskLab lab) {
        Orders orders = lab.s.desk();
        return orders.oto(
                orders.buy(ABC).rawQuantity(10).limit("105"),
                OtoTrigger.PARTIAL,
                orders.sell(ABC).rawQuantity(10).stop("90"));
    }

    @Test
    void aKilledAccountReleasesNothing() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced();
        OrderGroup group = bracket(lab);
        lab.pass(1);
        lab.engine.risk().trip("enough", "Ann", false);
        settle(lab);

        assertThat(lab.position("s")).isEqualTo(10);
        assertThat(group.orders().subList(1, 3)).allMatch(exit -> exit.status() == OrderStatus.CANCELED);
        assertThat(lab.engine.channel(ABC.id()).orders().size()).isZero();
    }

    @Test
    void exitsGrowWithTheirEntryWhateverTheRatesAndTheStageSay() {
        RiskLab lab = new RiskLab(
                        RiskPolicy.ofAccount(
                                RiskLimits.builder().maxMessagesPerMinute(1).build()),
                        SimulationConfig.DEFAULT,
                        b -> b)
                .priced();
        OrderGroup group = bracket(lab, lab.s.desk().buy(ABC).rawQuantity(10).limit("95"));
        lab.pass(1);
        trade(lab, 94, 4);
        assertThat(group.order(2).rawQuantity()).isEqualTo(4);
        trade(lab, 94, 3);
        assertThat(group.order(2).rawQuantity()).isEqualTo(7);
        lab.engine.risk().hold("", TradingStage.HALTED, "a look", "Ann");
        lab.pass(1);

        assertThat(group.order(0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(group.order(2).rawQuantity()).isEqualTo(7);
        trade(lab, 89, 1);
        assertThat(lab.position("s")).isZero();
        assertThat(lab.refusals()).isEmpty();
    }

    @Test
    void theReductionOfASiblingPassesTheMessageRate() {
        RiskLab lab = new RiskLab(
                        RiskPolicy.ofAccount(
                                RiskLimits.builder().maxMessagesPerMinute(2).build()),
                        SimulationConfig.DEFAULT,
                        b -> b.without(Capability.OCO))
                .priced();
        Orders orders = lab.s.desk();
        OrderGroup group = orders.ouo(
                orders.buy(ABC).rawQuantity(10).limit("95"),
                orders.buy(ABC).rawQuantity(10).limit("90"));
        lab.pass(1);
        trade(lab, 94, 4);

        assertThat(lab.refusals()).isEmpty();
        Order sibling = group.order(1);
        assertThat(sibling.rawQuantity()).isEqualTo(6);
        assertThat(lab.said).anyMatch(event -> event instanceof OrderEvent.Updated u && u.order() == sibling);
    }

    /** Both exits count where the engine keeps the group, and so does what else the strategy offers. */
    @Test
    void bothExitsAreSentThoughOtherOpenOrdersCouldThenPassTheLimitOnThePosition() {
        RiskLab lab = new RiskLab(
                        RiskPolicy.ofAccount(RiskLimits.builder()
                                .maxPosition(ABC.id(), "12")
                                .maxPositionValue("1500")
                                .build()),
                        SimulationConfig.DEFAULT,
                        b -> b.without(Capability.OCO))
                .priced();
        lab.hold(8);
        lab.limit(lab.s, ABC, Side.SELL, 20, 120);
        OrderGroup group = bracket(lab, lab.s.desk().buy(ABC).rawQuantity(4).limit("95"));
        lab.pass(1);
        trade(lab, 94, 4);

        assertThat(lab.position("s")).isEqualTo(12);
        assertThat(lab.refusals()).isEmpty();
        assertThat(group.orders().subList(1, 3)).allSatisfy(exit -> {
            assertThat(exit.status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(exit.rawQuantity()).isEqualTo(4);
        });
        lab.limit(lab.s, ABC, Side.SELL, 1, 120);
        assertThat(lab.refusals())
                .as("nothing is added to that")
                .extracting(Refusal::reason)
                .containsExactly(RejectReason.MAX_POSITION);
    }

    private static void trade(RiskLab lab, long price, long quantity) {
        lab.pass(1);
        lab.engine.instrument(ABC.id()).trade(lab.now, lab.now, price, quantity, AggressorSide.NONE);
        lab.pass(1);
    }
}
