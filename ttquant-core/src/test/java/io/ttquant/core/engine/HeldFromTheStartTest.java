package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.TradingStage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A kill switch that is found tripped, and strategies that are found halted: what an earlier run left open. */
class HeldFromTheStartTest {
    private static final ExternalOrder BUY = LiveLab.external("buy", "1", Side.BUY, 3, 90, 0);
    private static final ExternalOrder EXIT = reduceOnly("exit", "2");
    private static final ExternalOrder SALE = LiveLab.external("sale", "3", LiveLab.SPOT, Side.SELL, 2, 120, 0);
    private static final ExternalOrder OTHERS = LiveLab.external("others", "4", Side.BUY, 1, 80, 0);

    private static ExternalOrder reduceOnly(String clientId, String venueId) {
        OrderRequest request = new OrderRequest(
                LiveLab.SWAP,
                Side.SELL,
                OrderType.LIMIT,
                5,
                120,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                true,
                "LIMIT");
        return new ExternalOrder(clientId, venueId, request, OrderStatus.ACCEPTED, 0, 5);
    }

    private static KillSwitchStore tripped() {
        KillSwitchStore store = KillSwitchStore.inMemory();
        store.trip(new KillLatch("the feed is wrong", "Ann", 7));
        return store;
    }

    private static RiskMemory held(String who, Guard cause, boolean isFlattening) {
        return RiskMemory.inMemory(new RiskRecord(
                Lab.USD,
                List.of(new OfScope(
                        who,
                        Losses.NONE,
                        0,
                        List.of(new Held(cause, TradingStage.HALTED, isFlattening, "much was lost")),
                        null))));
    }

    /** Strategy s has 5 swaps, 2 of spot, and three orders; a fourth is of others. */
    private static LiveLab lab(UnaryOperator<EngineBuilder> more) {
        AccountSnapshot account = new AccountSnapshot(
                List.of(new Balance(Lab.USD, 1_000_000, 0), new Balance(Lab.ABC, 2, 0)),
                List.of(LiveLab.held(5, "100")),
                List.of(BUY, EXIT, SALE, OTHERS),
                PositionMode.NETTING,
                1);
        Inheritance inherited = new Inheritance(
                List.of(own(LiveLab.SWAP, 5), own(LiveLab.SPOT, 2)),
                List.of(new OwnOrder("s", BUY), new OwnOrder("s", EXIT), new OwnOrder("s", SALE)),
                Map.of());
        return new LiveLab(account, builder -> more.apply(builder.inherit(inherited)));
    }

    private static OwnPosition own(Instrument i, long quantity) {
        return new OwnPosition("s", i.id(), PositionSide.NET, quantity, new BigDecimal("100"), 0);
    }

    @Test
    void aSwitchThatIsFoundTrippedCancelsEverythingOnceOrdersMayBeSent() {
        LiveLab lab = lab(builder -> builder.killSwitch(tripped()));
        lab.engine.start(0);
        lab.engine.advanceTo(0);
        assertThat(lab.sent).isEmpty();
        lab.account.trading(true, "all is up");

        assertThat(lab.sent).containsExactlyInAnyOrder("cancel buy", "cancel exit", "cancel sale", "cancel others");
        lab.account.trading(false, "a break");
        lab.account.trading(true, "it is over");
        assertThat(lab.sent).hasSize(4);
        assertThat(lab.own()).isEqualTo(5);
    }

    @Test
    void itDoesSoAtTheStartIfTheSessionWasUpBefore() {
        LiveLab lab = lab(builder -> builder.killSwitch(tripped()));
        lab.account.trading(true, "all is up");
        assertThat(lab.sent).isEmpty();
        lab.engine.start(0);

        assertThat(lab.sent).hasSize(4);
    }

    @Test
    void oneThatIsNotTrippedLeavesAllAsItIs() {
        LiveLab lab = lab(builder -> builder);
        lab.start();
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void ofAStrategyThatIsFoundHaltedWhatMayIncreaseItsPositionsIsCancelled() {
        LiveLab lab = lab(builder -> builder.riskMemory(held("s", Guard.LOSS_STREAK, false)));
        lab.start();
        assertThat(lab.sent).containsExactly("cancel buy");
    }

    @Test
    void ofAnAccountThatIsFoundHaltedTheOrdersOfOthersStay() {
        LiveLab lab = lab(builder -> builder.riskMemory(held("", Guard.DRAWDOWN, false)));
        lab.start();
        assertThat(lab.sent).containsExactly("cancel buy");
    }

    @Test
    void closingPositionsGoesOnUnlessTheKillSwitchIsTrippedToo() {
        LiveLab lab = lab(builder -> builder.riskMemory(held("s", Guard.DRAWDOWN, true)));
        lab.start();
        lab.engine.advanceTo(2 * RestartLab.SECOND);
        assertThat(lab.sent)
                .contains("cancel buy", "cancel exit", "cancel sale")
                .doesNotContain("cancel others");
        assertThat(lab.created)
                .filteredOn(order -> order.request().tag().equals("risk:drawdown"))
                .anyMatch(order -> order.instrument().equals(LiveLab.SWAP) && order.rawQuantity() == 5);

        LiveLab killed = lab(
                builder -> builder.riskMemory(held("s", Guard.DRAWDOWN, true)).killSwitch(tripped()));
        killed.start();
        killed.engine.advanceTo(2 * RestartLab.SECOND);
        assertThat(killed.sent).noneMatch(sent -> sent.startsWith("submit"));
    }

    @Test
    void aDayThatEndsBeforeOrdersMayBeSentClosesNothing() {
        RiskMemory memory = RiskMemory.inMemory(new RiskRecord(
                Lab.USD,
                List.of(new OfScope(
                        "s",
                        new Losses(RestartLab.SECOND, 0, 0),
                        0,
                        List.of(new Held(Guard.DAILY_LOSS, TradingStage.HALTED, true, "much was lost")),
                        null))));
        LiveLab lab = lab(builder -> builder.riskMemory(memory));
        lab.engine.start(0);
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.HALTED);
        lab.engine.advanceTo(RestartLab.SECOND);
        lab.account.trading(true, "all is up");
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.ACTIVE);
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void aDayThatIsOverHoldsNobody() {
        LiveLab lab = lab(builder -> builder.risk(RiskPolicy.ofAccount(
                        RiskLimits.builder().dailyLoss("100", GuardAction.HALT).build()))
                .riskMemory(held("", Guard.DAILY_LOSS, false)));
        lab.start();
        assertThat(lab.sent).isEmpty();
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.ACTIVE);
    }
}
