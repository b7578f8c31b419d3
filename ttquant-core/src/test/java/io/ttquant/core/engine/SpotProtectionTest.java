package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** On spot no exchange says that an order only reduces: a stop of what its parent bought protects, within what is held. */
class SpotProtectionTest {
    private static final long LATE = 10_000_000_000L;

    private long trades = 100;

    private static LiveLab lab(UnaryOperator<RiskLimitsBuilder> limits, FundsPolicy funds) {
        AccountSnapshot account = LiveLab.snapshot(
                1, List.of(new Balance(Lab.USD, 10_000_00, 0), new Balance(Lab.ABC, 50, 0)), List.of());
        LiveLab lab = new LiveLab(
                        account,
                        b -> b.funds(funds)
                                .risk(RiskPolicy.ofAccount(
                                        limits.apply(RiskLimits.builder()).build())))
                .start();
        lab.engine.advanceTo(2 * LATE);
        lab.price(LiveLab.SPOT, 100);
        return lab;
    }

    private static LiveLab aged() {
        return lab(b -> b.maxOrderAge(Duration.ofMillis(500)), FundsPolicy.STRICT);
    }

    private static OrderGroup entry(LiveLab lab) {
        Orders orders = lab.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(LiveLab.SPOT).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(LiveLab.SPOT).stop(80));
        lab.account.accepted(group.order(0), lab.engine.clock().nanos());
        return group;
    }

    /** A fill of which we hear ten seconds after it happened. */
    private void fillLate(LiveLab lab, Order order, long quantity) {
        lab.account.filled(
                order,
                ++trades,
                95,
                quantity,
                0,
                Lab.USD,
                LiquiditySide.MAKER,
                FillReason.EXCHANGE,
                lab.engine.clock().nanos() - LATE);
        lab.engine.settle();
    }

    private void requireStop(LiveLab lab, OrderGroup group, long quantity) {
        assertThat(lab.denials()).isEmpty();
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(group.order(1).rawQuantity()).isEqualTo(quantity);
    }

    @Test
    void itIsNotDeniedForTheAgeOfTheFillThatReleasesIt() {
        LiveLab lab = aged();
        OrderGroup group = entry(lab);
        fillLate(lab, group.order(0), 10);
        requireStop(lab, group, 10);
    }

    @Test
    void itGrowsWhateverTheAgeOfTheFill() {
        LiveLab lab = aged();
        OrderGroup group = entry(lab);
        fillLate(lab, group.order(0), 4);
        lab.account.accepted(group.order(1), lab.engine.clock().nanos());
        fillLate(lab, group.order(0), 6);
        assertThat(lab.sent).last().isEqualTo("amend " + group.order(1).clientId());
        assertThat(group.orders()).hasSize(2);
    }

    @Test
    void itPassesRatesAndNumbersAndIsSentWhateverBecameOfItsStrategy() {
        LiveLab lab = lab(b -> b.maxOrdersPerMinute(1).maxOpenOrders(1), FundsPolicy.STRICT);
        OrderGroup[] group = new OrderGroup[1];
        lab.script.stop = () -> group[0] = entry(lab);
        lab.script.ctx().stop("done");
        lab.engine.settle();
        fillLate(lab, group[0].order(0), 10);
        requireStop(lab, group[0], 10);
    }

    @Test
    void itIsSentWhileHaltedAndNotOnceTheKillSwitchIsTripped() {
        for (TradingStage stage : new TradingStage[] {TradingStage.HALTED, TradingStage.REDUCING}) {
            LiveLab lab = aged();
            OrderGroup group = entry(lab);
            lab.engine.risk().hold("s", stage, "a look", "Ann");
            fillLate(lab, group.order(0), 10);
            requireStop(lab, group, 10);
        }
        LiveLab lab = aged();
        OrderGroup part = entry(lab);
        fillLate(lab, part.order(0), 4);
        lab.account.accepted(part.order(1), lab.engine.clock().nanos());
        OrderGroup group = entry(lab);
        lab.engine.risk().trip("enough", "Ann", false);
        int sent = lab.sent.size();
        fillLate(lab, part.order(0), 6);
        fillLate(lab, group.order(0), 10);
        assertThat(lab.sent).hasSize(sent);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void beyondWhatItsStrategyHoldsItIsJudgedLikeAnyOther() {
        LiveLab lab = aged();
        Order sold = lab.script.desk().sell(LiveLab.SPOT).lots(3).limit(99).submit();
        lab.fill(sold, 3, 99);
        OrderGroup group = entry(lab);
        fillLate(lab, group.order(0), 10);
        assertThat(lab.denials()).containsExactly(RejectReason.ORDER_AGE);
    }

    @Test
    void whatItsStrategyOffersByAnotherSaleIsNotProtectedTwice() {
        LiveLab lab = aged();
        lab.script.desk().sell(LiveLab.SPOT).lots(1).limit(120).submit();
        OrderGroup group = entry(lab);
        fillLate(lab, group.order(0), 10);
        assertThat(lab.denials()).containsExactly(RejectReason.ORDER_AGE);
    }

    @Test
    void whereTheAccountMayOweCoinsItIsJudgedLikeAnyOther() {
        LiveLab lab = lab(b -> b.maxOrderAge(Duration.ofMillis(500)), FundsPolicy.BORROW);
        OrderGroup group = entry(lab);
        fillLate(lab, group.order(0), 10);
        assertThat(lab.denials()).containsExactly(RejectReason.ORDER_AGE);
    }
}
