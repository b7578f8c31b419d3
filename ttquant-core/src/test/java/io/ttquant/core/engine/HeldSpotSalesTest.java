package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hold leaves on spot what sells no more than its strategy holds: the stop above all. */
class HeldSpotSalesTest {
    private static final Instrument SPOT = LiveLab.SPOT;

    private LiveLab lab = lab(b -> b);

    private static LiveLab lab(UnaryOperator<EngineBuilder> more) {
        AccountSnapshot account = LiveLab.snapshot(
                1, List.of(new Balance(Lab.USD, 10_000_00, 0), new Balance(Lab.ABC, 50, 0)), List.of());
        return new LiveLab(account, more).start();
    }

    private Orders orders() {
        return lab.script.desk();
    }

    private OrderGroup bought(long quantity) {
        OrderGroup group = orders().oto(
                        orders().buy(SPOT).lots(quantity).limit(95),
                        OtoTrigger.PARTIAL,
                        orders().sell(SPOT).stop(80));
        lab.fill(group.order(0), quantity, 95);
        lab.account.accepted(group.order(1), 3);
        return group;
    }

    private Order sale(long quantity, long price) {
        Order order = orders().sell(SPOT).lots(quantity).limit(price).submit();
        lab.account.accepted(order, 4);
        return order;
    }

    private void hold(TradingStage stage) {
        lab.engine.risk().hold("s", stage, "a look", "Ann");
        lab.engine.settle();
    }

    private static boolean isCancelled(Order order) {
        return order.status() == OrderStatus.PENDING_CANCEL;
    }

    @ParameterizedTest
    @EnumSource(names = {"REDUCING", "HALTED"})
    void theStopOfWhatWasBoughtStaysAndProtectsOn(TradingStage stage) {
        OrderGroup group = bought(10);
        Order buy = orders().buy(SPOT).lots(1).limit(90).submit();
        lab.account.accepted(buy, 4);
        assertThat(lab.engine.risk().increasing("s")).containsExactly(buy);
        assertThat(lab.engine.risk().increasing("")).containsExactly(buy);

        hold(stage);
        assertThat(isCancelled(buy)).isTrue();
        assertThat(isCancelled(group.order(1))).isFalse();
        lab.fill(group.order(1), 10, 79);
        assertThat(lab.engine.ledger().position("s", SPOT).rawQuantity()).isZero();
    }

    @Test
    void whatGuardsHoldKeepsItsStopToo() {
        for (GuardAction action : new GuardAction[] {GuardAction.REDUCE, GuardAction.HALT}) {
            lab = lab(b -> b.risk(RiskPolicy.ofAccount(
                    RiskLimits.builder().dailyLoss("100", action).build())));
            lab.price(SPOT, 100);
            OrderGroup group = bought(10);
            lab.price(SPOT, 81);
            assertThat(lab.engine.risk().accountStage()).isNotEqualTo(TradingStage.ACTIVE);
            assertThat(isCancelled(group.order(1))).as("%s", action).isFalse();
        }
    }

    @Test
    void aSaleBeyondWhatIsHeldIsCancelledAndTheStopComesFirst() {
        Order more = sale(6, 120);
        OrderGroup group = bought(10);
        Order all = sale(1, 130);
        hold(TradingStage.REDUCING);
        assertThat(isCancelled(group.order(1))).isFalse();
        assertThat(isCancelled(more)).isTrue();
        assertThat(isCancelled(all)).isTrue();
    }

    @Test
    void ofOtherSalesTheOlderStayAsFarAsTheyFit() {
        Order bought = orders().buy(SPOT).lots(10).limit(95).submit();
        lab.fill(bought, 10, 95);
        Order first = sale(6, 120);
        Order second = sale(6, 121);
        Order third = sale(4, 122);
        hold(TradingStage.HALTED);
        assertThat(isCancelled(first)).isFalse();
        assertThat(isCancelled(second)).isTrue();
        assertThat(isCancelled(third)).isFalse();
    }

    @Test
    void siblingsCountOnce() {
        Order bought = orders().buy(SPOT).lots(10).limit(95).submit();
        lab.fill(bought, 10, 95);
        OrderGroup group = orders().oco(
                        orders().sell(SPOT).lots(10).limit(120),
                        orders().sell(SPOT).lots(10).stop(80));
        group.orders().forEach(order -> lab.account.accepted(order, 4));
        hold(TradingStage.REDUCING);
        assertThat(group.orders()).noneMatch(HeldSpotSalesTest::isCancelled);
    }

    @Test
    void whereTheAccountMayOweCoinsASaleMayGoShort() {
        lab = lab(b -> b.funds(FundsPolicy.BORROW));
        OrderGroup group = bought(10);
        hold(TradingStage.REDUCING);
        assertThat(isCancelled(group.order(1))).isTrue();
    }

    @Test
    void inDerivativesOnlyWhatIsReduceOnlyStays() {
        Order bought = orders().buy(LiveLab.SWAP).lots(10).limit(95).submit();
        lab.fill(bought, 10, 95);
        Order stop = orders().sell(LiveLab.SWAP).lots(10).stop(80).submit();
        Order only = orders().sell(LiveLab.SWAP).lots(10).stop(80).reduceOnly().submit();
        hold(TradingStage.REDUCING);
        assertThat(isCancelled(stop)).isTrue();
        assertThat(isCancelled(only)).isFalse();
    }
}
