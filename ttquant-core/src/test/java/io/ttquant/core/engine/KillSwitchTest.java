package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static io.ttquant.core.engine.RiskLab.THIRD;
import static io.ttquant.core.engine.RiskLab.XYZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KillSwitchTest {
    private static RiskLab lab(KillSwitchStore store) {
        return lab(RiskPolicy.NONE, b -> b.killSwitch(store));
    }

    private static RiskLab lab(RiskPolicy policy, UnaryOperator<EngineBuilder> more) {
        return new RiskLab(policy, SimulationConfig.DEFAULT, more);
    }

    @Test
    void cancelsEverythingAndRefusesOrdersAndAmendmentsButNotCancels() {
        RiskLab lab = lab(RiskPolicy.NONE, b -> b).priced();
        Order one = lab.limit(lab.s, ABC, Side.BUY, 1, 90);
        Order two = lab.s.desk().sell(XYZ).rawQuantity(1).limit("120").submit();
        Order three = lab.limit(lab.t, ABC, Side.BUY, 1, 90);
        lab.pass(1);

        lab.engine.risk().trip("the feed is wrong", "Ann", false);

        assertThat(lab.engine.risk().isKilled()).isTrue();
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.HALTED);
        assertThat(one.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        lab.s.desk().cancel(one);
        lab.buy(1);
        lab.pass(1);
        assertThat(one.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(two.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(three.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.refusals())
                .containsExactly(
                        new Refusal(
                                RejectReason.KILLED,
                                "the kill switch is tripped (the feed is wrong; tripped by Ann at 1970-01-01T00:00:01.000000001Z); cancels pass, orders do not; reset it first"));
        assertThat(lab.acts())
                .containsExactly("Killed the feed is wrong; tripped by Ann at 1970-01-01T00:00:01.000000001Z");
    }

    @Test
    void trippedBeforeTheStartItSaysSo() {
        List<RiskEvent> acts = new ArrayList<>();
        Engine engine = Engine.builder()
                .simulate(SimulationConfig.DEFAULT)
                .tap(new EngineTap() {
                    @Override
                    public void risk(RiskEvent event) {
                        acts.add(event);
                    }
                })
                .build();
        engine.risk().trip("not today", "Ann", false);
        assertThat(acts).hasSize(1);
        assertThat(((RiskEvent.Killed) acts.get(0)).message()).isEqualTo("not today; tripped by Ann before the start");
    }

    @Test
    void anAmendmentThatAsksForMoreIsRefusedAndOneForLessIsNot() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced();
        Order order = lab.limit(lab.s, ABC, Side.BUY, 5, 90);
        lab.pass(SECOND);
        lab.engine.risk().hold("", TradingStage.HALTED, "a look", "Ann");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(lab.limit(lab.t, ABC, Side.BUY, 5, 90).status()).isEqualTo(OrderStatus.DENIED);

        RiskLab other = new RiskLab(RiskPolicy.NONE).priced();
        Order exit = other.hold(5)
                .s
                .desk()
                .sell(ABC)
                .rawQuantity(4)
                .limit("110")
                .reduceOnly()
                .submit();
        other.pass(SECOND);
        other.engine.risk().hold("s", TradingStage.HALTED, "a look", "Ann");
        other.s.desk().amend(exit, Amendment.ofQuantity(3));
        assertThat(exit.status()).isEqualTo(OrderStatus.PENDING_UPDATE);
        other.s.desk().amend(exit, Amendment.ofQuantity(5));
        other.s.desk().amend(exit, Amendment.ofPrice(105));
        assertThat(other.refusals())
                .containsExactly(
                        new Refusal(
                                RejectReason.TRADING_HALTED,
                                "strategy s is halted (a look, by Ann); cancels pass, orders do not; resume first"),
                        new Refusal(
                                RejectReason.TRADING_HALTED,
                                "strategy s is halted (a look, by Ann); cancels pass, orders do not; resume first"));
    }

    @Test
    void whileReducingAnOrderMayNotGoPastFlatWithWhatIsInFlight() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.engine.risk().hold("", TradingStage.REDUCING, "less, please", "Ann");

        lab.sell(6);
        lab.sell(5);
        lab.buy(1);
        lab.market(lab.t, ABC, Side.SELL, 1);
        assertThat(lab.sell(4).status()).isEqualTo(OrderStatus.SUBMITTED);

        assertThat(lab.refusals())
                .containsExactly(
                        new Refusal(
                                RejectReason.TRADING_REDUCING,
                                "the account only reduces positions (less, please, by Ann), and this SELL could take sim:SWAP to -1 with what is open; ask for at most what is held, or resume first"),
                        new Refusal(
                                RejectReason.TRADING_REDUCING,
                                "the account only reduces positions (less, please, by Ann), and this BUY could take sim:SWAP to 11 with what is open; ask for at most what is held, or resume first"),
                        new Refusal(
                                RejectReason.TRADING_REDUCING,
                                "the account only reduces positions (less, please, by Ann), and this SELL could take sim:SWAP to -1 with what is open; ask for at most what is held, or resume first"));
    }

    @Test
    void whatIsBoughtAfterTheResetIsNotClosedByAnExitThatIsStillUnderWay() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.engine.risk().trip("enough", "Ann", true);
        lab.pass(1);
        lab.engine.risk().reset("Bob", "checked with Ann");
        lab.buy(4);
        for (int n = 0; n < 6; n++) {
            lab.pass(SECOND);
            lab.price(ABC, 100);
        }

        assertThat(lab.exits()).extracting(Order::rawQuantity).containsExactly(10L);
        assertThat(lab.position("s")).isEqualTo(4);
    }

    @Test
    void flattensWhatAnExitThatIsUnderWayWasNotMeantToClose() {
        RiskLab lab = new RiskLab(RiskPolicy.ofAccount(
                        RiskLimits.builder().stopLoss("0.05").build()))
                .priced()
                .hold(10);
        lab.buy(5);
        lab.price(ABC, 95);
        assertThat(lab.exits()).as("it waits for the purchase to be cancelled").isEmpty();
        lab.pass(SECOND);
        lab.price(ABC, 95);
        assertThat(lab.position("s")).isEqualTo(15);
        assertThat(lab.exits()).extracting(Order::rawQuantity).containsExactly(10L);
        lab.engine.risk().trip("enough", "Ann", true);
        for (int n = 0; n < 6; n++) {
            lab.pass(SECOND);
            lab.price(ABC, 95);
        }

        assertThat(lab.position("s")).isZero();
    }

    @Test
    void flattensAllPositionsAndTriesUntilTheyAreFlat() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.market(lab.t, XYZ, Side.SELL, 7);
        lab.pass(2 * SECOND);
        lab.price(XYZ, 100);
        lab.engine.instrument(XYZ.id()).status(lab.now, lab.now, TradingStatus.HALTED);

        lab.engine.risk().trip("enough", "Ann", true);
        lab.pass(SECOND);
        lab.price(ABC, 100);
        assertThat(lab.position("s")).isZero();
        lab.engine.instrument(XYZ.id()).status(lab.now, lab.now, TradingStatus.TRADING);
        lab.pass(10 * SECOND);
        lab.price(XYZ, 100);

        assertThat(lab.engine.ledger().position("t", XYZ).rawQuantity()).isZero();
        assertThat(lab.exits())
                .extracting(order -> order.request().isReduceOnly())
                .containsOnly(true);
    }

    @Test
    void aFillOnTheWayIsClosedToo() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced();
        lab.buy(10);
        lab.pass(SECOND - 1);

        lab.engine.risk().trip("enough", "Ann", true);
        lab.pass(1);
        lab.price(ABC, 100);
        assertThat(lab.position("s")).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            lab.pass(SECOND);
            lab.price(ABC, 100);
        }

        assertThat(lab.position("s")).isZero();
        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void worksWithoutAPriceAndWithAStrategyThatFailed() {
        RiskLab lab = lab(RiskPolicy.NONE, b -> b.onFailure(FailurePolicy.STOP_STRATEGY))
                .priced();
        lab.s.order = event -> {
            throw new IllegalStateException("broken");
        };
        lab.limit(lab.t, THIRD, Side.BUY, 1, 90);
        lab.limit(lab.s, ABC, Side.BUY, 1, 90);
        lab.pass(1);

        lab.engine.risk().trip("enough", "Ann", true);
        lab.pass(1);

        assertThat(lab.engine.channel(ABC.id()).orders().size()).isZero();
        assertThat(lab.engine.channel(THIRD.id()).orders().size()).isZero();
    }

    @Test
    void outlivesARestartUntilItIsReset() {
        KillSwitchStore store = KillSwitchStore.inMemory();
        lab(store).engine.risk().trip("enough", "Ann", false);

        RiskLab next = lab(store).priced();
        assertThat(next.engine.risk().isKilled()).isTrue();
        assertThat(next.acts())
                .containsExactly("Killed found tripped at the start: enough; tripped by Ann at 1970-01-01T00:00:00Z");
        assertThat(next.buy(1).status()).isEqualTo(OrderStatus.DENIED);
        next.engine.risk().reset("Bob", "checked with Ann");
        assertThat(next.buy(1).status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(next.acts()).last().isEqualTo("KillReset reset by Bob: checked with Ann");

        assertThat(lab(store).engine.risk().isKilled()).isFalse();
    }

    @Test
    void aStateThatCannotBeReadCountsAsTripped() {
        RiskLab lab = lab(new Broken()).priced();

        lab.buy(1);

        assertThat(lab.refusals().get(0).reason()).isEqualTo(RejectReason.KILLED);
        assertThat(lab.refusals().get(0).message()).contains("its state cannot be read: no disk");
    }

    @Test
    void staysTrippedIfTheResetCannotBeKept() {
        RiskLab lab = lab(new Broken());

        assertThatThrownBy(() -> lab.engine.risk().reset("Bob", "why not"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the reset of the kill switch could not be kept, so it stays tripped: no disk");
        assertThat(lab.engine.risk().isKilled()).isTrue();
    }

    @Test
    void isTrippedEvenIfThatCannotBeKept() {
        RiskLab lab = lab(new Broken() {
            @Override
            public KillLatch load() {
                return null;
            }
        });

        lab.engine.risk().trip("enough", "Ann", false);

        assertThat(lab.engine.risk().isKilled()).isTrue();
        assertThat(((RiskEvent.Killed) lab.acts.get(0)).message())
                .endsWith("; this could not be kept, so that a restart would not know it: no disk");
    }

    @Test
    void tripAndResetWantAReasonAndAName() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE);

        assertThatThrownBy(() -> lab.engine.risk().reset("Bob", "why"))
                .hasMessage("the kill switch is not tripped, so Bob cannot reset it");
        assertThatThrownBy(() -> lab.engine.risk().trip(" ", "Ann", false))
                .hasMessage("the kill switch needs a reason that is not blank, for whoever looks into it later");
        assertThat(lab.engine.risk().isKilled()).isTrue();
        assertThatThrownBy(() -> lab.engine.risk().reset("", "why"))
                .hasMessage("the kill switch needs a who that is not blank, for whoever looks into it later");
        assertThatThrownBy(() -> lab.engine.risk().reset("Bob", " "))
                .hasMessage("the kill switch needs a why that is not blank, for whoever looks into it later");
        assertThat(lab.engine.risk().isKilled()).isTrue();
    }

    @Test
    void aKillWithoutFlatteningStopsExitsThatAreUnderWay() {
        RiskLab lab = new RiskLab(RiskPolicy.ofAccount(
                        RiskLimits.builder().stopLoss("0.05").build()))
                .priced()
                .hold(10);
        lab.price(ABC, 95);
        Order exit = lab.exits().get(0);

        lab.engine.risk().trip("enough", "Ann", false);
        lab.pass(2 * SECOND);
        lab.price(ABC, 90);
        lab.pass(100 * SECOND);

        assertThat(exit.isClosed()).isTrue();
        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void flatteningAStrategyByHandHaltsItCancelsItsOrdersClosesWhatItHoldsAndLeavesTheOtherAlone() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.market(lab.t, XYZ, Side.SELL, 7);
        Order profit = lab.limit(lab.s, ABC, Side.SELL, 4, 120);
        Order others = lab.limit(lab.t, ABC, Side.BUY, 1, 90);
        lab.pass(2 * SECOND);

        lab.engine.risk().flatten("s", "it is lost", "Ann");
        for (int n = 0; n < 6; n++) {
            lab.pass(SECOND);
            lab.price(ABC, 100);
        }

        assertThat(profit.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.position("s")).isZero();
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.HALTED);
        assertThat(lab.engine.risk().stage("t")).isEqualTo(TradingStage.ACTIVE);
        assertThat(others.isOpen()).isTrue();
        assertThat(lab.engine.ledger().position("t", XYZ).rawQuantity()).isEqualTo(-7);
        assertThat(lab.acts()).contains("StageChanged it is lost, by Ann");
    }

    @Test
    void flatteningAllByHandClosesWhatEachStrategyHolds() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.market(lab.t, XYZ, Side.SELL, 7);
        lab.pass(2 * SECOND);
        lab.price(XYZ, 100);

        lab.engine.risk().flatten("", "enough", "Ann");
        for (int n = 0; n < 6; n++) {
            lab.pass(SECOND);
            lab.price(ABC, 100);
            lab.price(XYZ, 100);
        }

        assertThat(lab.position("s")).isZero();
        assertThat(lab.engine.ledger().position("t", XYZ).rawQuantity()).isZero();
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aKillSwitchThatClosesNothingIsNotFlattenedAround() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.engine.risk().trip("enough", "Ann", false);

        assertThatThrownBy(() -> lab.engine.risk().flatten("s", "it is lost", "Ann"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the kill switch is tripped and closes nothing; trip it again and let it flatten");
        assertThatThrownBy(() -> lab.engine.risk().flatten("nobody", "it is lost", "Ann"))
                .isInstanceOf(IllegalArgumentException.class);
        lab.pass(2 * SECOND);
        lab.price(ABC, 100);
        assertThat(lab.position("s")).isEqualTo(10);
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aFillOnTheWayIsClosedTooWhenAStrategyIsFlattenedByHand() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced();
        lab.buy(10);
        lab.pass(SECOND - 1);

        lab.engine.risk().flatten("s", "it is lost", "Ann");
        lab.pass(1);
        lab.price(ABC, 100);
        assertThat(lab.position("s")).isEqualTo(10);
        passTenSeconds(lab);

        assertThat(lab.position("s")).isZero();
        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void aKillSwitchThatClosesNothingInterruptsAFlattenUntilItIsReset() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced().hold(10);
        lab.engine.instrument(ABC.id()).status(lab.now, lab.now, TradingStatus.HALTED);
        lab.engine.risk().flatten("", "enough", "Ann");
        lab.pass(SECOND);
        lab.engine.risk().trip("stop all", "Bob", false);
        lab.engine.instrument(ABC.id()).status(lab.now, lab.now, TradingStatus.TRADING);
        passTenSeconds(lab);
        assertThat(lab.position("s")).as("the switch closes nothing").isEqualTo(10);

        lab.engine.risk().reset("Bob", "looked");
        passTenSeconds(lab);

        assertThat(lab.position("s")).isZero();
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void whatIsBeingClosedIsNotHeldInAnotherStageBeforeItIsResumed() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE).priced();
        lab.engine.risk().flatten("s", "it is lost", "Ann");

        assertThatThrownBy(() -> lab.engine.risk().hold("s", TradingStage.REDUCING, "a look", "Bob"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("strategy s is halted, and its positions are being closed (it is lost, by Ann);"
                        + " resume it first if that is to end");
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.HALTED);
        lab.engine.risk().resume("s", "Bob", "mended");
        lab.engine.risk().hold("s", TradingStage.REDUCING, "a look", "Bob");
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.REDUCING);
    }

    private static void passTenSeconds(RiskLab lab) {
        for (int i = 0; i < 10; i++) {
            lab.pass(SECOND);
            lab.price(ABC, 100);
        }
    }

    @Test
    void holdAndResumeKnowTheirStrategies() {
        RiskLab lab = new RiskLab(RiskPolicy.NONE);

        assertThatThrownBy(() -> lab.engine.risk().hold("nobody", TradingStage.HALTED, "", ""))
                .hasMessage("strategy 'nobody' is not one of this engine, which has s, t");
        assertThatThrownBy(() -> lab.engine.risk().hold("s", TradingStage.ACTIVE, "", ""))
                .hasMessage("nothing is held in stage ACTIVE; resume lets it go on");
        assertThatThrownBy(() -> new RiskLab(RiskPolicy.NONE.withStrategy("nobody", RiskLimits.NONE)))
                .hasMessage(
                        "risk limits are given for strategy 'nobody', which this engine does not have; it has [s, t]");
        lab.engine.risk().trip("enough", "Ann", false);
        lab.engine.risk().resume("", "Ann", "go on");
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.HALTED);
    }

    private static class Broken implements KillSwitchStore {
        @Override
        public KillLatch load() {
            throw new IllegalStateException("no disk");
        }

        @Override
        public void trip(KillLatch latch) {
            throw new IllegalStateException("no disk");
        }

        @Override
        public void reset(String who, String why, long tsEvent) {
            throw new IllegalStateException("no disk");
        }
    }
}
