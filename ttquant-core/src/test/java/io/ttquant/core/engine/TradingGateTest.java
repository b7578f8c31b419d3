package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.risk.TradingStage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves while a session is not up, or market data do not come. */
class TradingGateTest {
    private final LiveLab lab = LiveLab.ofCash(1_000).start();

    private void buy(long lots) {
        lab.script.desk().buy(LiveLab.SWAP).lots(lots).limit(99).submit();
        lab.engine.settle();
    }

    @Test
    void nothingThatAddsRiskLeavesBeforeTheSessionSaysSo() {
        LiveLab early = LiveLab.ofCash(1_000);
        early.engine.start(0);
        early.engine.advanceTo(0);
        early.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        early.engine.settle();
        assertThat(early.denials()).containsExactly(RejectReason.NOT_CONNECTED);
        assertThat(early.account.isTrading()).isFalse();

        early.account.trading(true, "all is up");
        early.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        early.engine.settle();
        assertThat(early.sent).hasSize(1);
    }

    @Test
    void whileTheNewsDoNotComeOnlyWhatReducesLeaves() {
        buy(3);
        Order first = lab.script.desk().open(LiveLab.SWAP.id()).get(0);
        lab.fill(first, 2, 99);
        lab.sent.clear();
        lab.account.trading(false, "the stream is down");
        lab.account.trading(false, "still down");
        buy(1);

        assertThat(lab.denials()).containsExactly(RejectReason.NOT_CONNECTED);
        assertThat(lab.lastDenial())
                .isEqualTo("the news of the account do not come (still down); cancels and what reduces a position pass;"
                        + " wait until they come again");
        assertThat(lab.kinds()).containsExactly(AccountNotice.Kind.TRADING_STOPPED);
        lab.script.desk().sell(LiveLab.SWAP).lots(2).limit(101).submit();
        lab.script.desk().cancel(first);
        lab.engine.settle();
        assertThat(lab.sent).as("a sale of what is held, and a cancel").hasSize(2);
        lab.script.desk().sell(LiveLab.SWAP).lots(1).limit(101).submit();
        lab.engine.settle();
        assertThat(lab.denials()).as("a sale of more than is held").hasSize(2);

        lab.account.trading(true, "it is there again");
        buy(1);
        assertThat(lab.sent).hasSize(3);
    }

    /** An exit is under way, and the session has refused it so often that the next is due in so many seconds. */
    private void refusedExit(int nextInSeconds) {
        buy(3);
        lab.fill(lab.script.desk().open(LiveLab.SWAP.id()).get(0), 3, 99);
        lab.account.trading(false, "the stream is down");
        lab.engine.risk().trip("a look", "Ann", true);
        for (int wait = 1; wait <= nextInSeconds; wait *= 2) {
            refuseExit();
            pass(wait == nextInSeconds ? 0 : wait);
        }
    }

    private void refuseExit() {
        Order exit = lab.created.get(lab.created.size() - 1);
        assertThat(exit.isOpen()).isTrue();
        lab.account.rejected(exit, RejectReason.NOT_RUNNING, "not sent", lab.engine.now());
        lab.engine.settle();
    }

    private void pass(int seconds) {
        lab.engine.advanceTo(lab.engine.now() + seconds * EpochNanos.SECOND);
    }

    @Test
    void anExitThatWasRefusedIsSentAtOnceWhenTheNewsComeAgain() {
        refusedExit(8);
        int sent = lab.sent.size();
        pass(7);
        assertThat(lab.sent).hasSize(sent);

        lab.account.trading(true, "it is there again");
        pass(0);
        assertThat(lab.sent).hasSize(sent + 1);
        lab.account.trading(false, "down again");
        lab.account.trading(true, "and up");
        pass(0);
        assertThat(lab.sent).as("one at a time").hasSize(sent + 1);
    }

    @Test
    void wordsOfASessionThatWasUpAllAlongShortenNoWait() {
        refusedExit(1);
        lab.account.trading(true, "it is there again");
        pass(0);
        refuseExit();
        int sent = lab.sent.size();
        lab.account.trading(true, "asking again for something");
        pass(0);
        assertThat(lab.sent).hasSize(sent);
        pass(1);
        assertThat(lab.sent).hasSize(sent + 1);
    }

    @Test
    void anAmendmentThatAsksForMoreIsRefusedAndOneThatAsksForLessPasses() {
        buy(3);
        Order order = lab.script.desk().open(LiveLab.SWAP.id()).get(0);
        lab.account.accepted(order, 2);
        lab.account.trading(false, "the stream is down");
        lab.script.desk().amend(order, Amendment.ofQuantity(5));
        lab.engine.settle();
        assertThat(lab.script.events)
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.UpdateRejected.class,
                        event -> assertThat(event.reason()).isEqualTo(RejectReason.NOT_CONNECTED));

        lab.script.desk().amend(order, Amendment.ofQuantity(1));
        lab.engine.settle();
        assertThat(lab.sent).last().isEqualTo("amend " + order.clientId());
    }

    @Test
    void pricesThatStoppedComingJustifyNoNewRiskInTheirInstrument() {
        lab.engine.strategies().marketData(LiveLab.SWAP.id(), Capability.QUOTES, false);
        lab.engine.strategies().marketData(LiveLab.SWAP.id(), Capability.TRADES, false);
        lab.engine.strategies().marketData(LiveLab.SWAP.id(), Capability.TRADES, true);
        buy(1);
        assertThat(lab.denials()).containsExactly(RejectReason.STALE_PRICE);
        assertThat(lab.lastDenial()).startsWith("[QUOTES] of sim:SWAP do not come, so that its last prices are old");
        lab.script.desk().buy(LiveLab.SPOT).lots(1).limit(99).submit();
        lab.engine.settle();
        assertThat(lab.sent).as("of another instrument").hasSize(1);

        lab.engine.strategies().marketData(LiveLab.SWAP.id(), Capability.QUOTES, true);
        buy(1);
        assertThat(lab.sent).hasSize(2);
    }

    @Test
    void whileTheStoreLagsOnlyWhatReducesLeaves() {
        buy(3);
        Order first = lab.script.desk().open(LiveLab.SWAP.id()).get(0);
        lab.fill(first, 2, 99);
        lab.sent.clear();
        lab.engine.risk().keeping(false, "7 entries wait");
        lab.engine.risk().keeping(false, "8 entries wait");
        buy(1);

        assertThat(lab.denials()).containsExactly(RejectReason.TRADING_REDUCING);
        assertThat(lab.lastDenial())
                .isEqualTo("what happens is not kept (8 entries wait); cancels and what reduces a position pass;"
                        + " mend the store, or wait until it has caught up");
        assertThat(lab.kinds()).as("told once").containsExactly(AccountNotice.Kind.TRADING_STOPPED);
        lab.script.desk().sell(LiveLab.SWAP).lots(2).limit(101).submit();
        lab.script.desk().cancel(first);
        lab.engine.settle();
        assertThat(lab.sent).as("a sale of what is held, and a cancel").hasSize(2);
        lab.script.desk().sell(LiveLab.SWAP).lots(1).limit(101).submit();
        lab.engine.settle();
        assertThat(lab.denials()).as("a sale of more than is held").hasSize(2);

        lab.engine.risk().keeping(true, "it has caught up");
        buy(1);
        assertThat(lab.denials()).hasSize(2);
        assertThat(lab.sent).hasSize(3);
    }

    private void held(LiveLab by, TradingStage stage, RiskHold... holds) {
        EngineFigures figures = EngineFigures.of(by.engine);
        assertThat(figures.holds()).containsExactly(holds);
        assertThat(figures.accountStage()).isEqualTo(stage);
    }

    @Test
    void figuresTellEachCauseAndTheStageThatItMeans() {
        held(lab, TradingStage.ACTIVE);
        LiveLab early = LiveLab.ofCash(1_000);
        early.engine.start(0);
        held(early, TradingStage.REDUCING, RiskHold.NOT_CONNECTED);
        early.account.trading(true, "all is up");
        held(early, TradingStage.ACTIVE);

        lab.engine.strategies().marketData(LiveLab.SWAP.id(), Capability.TRADES, false);
        held(lab, TradingStage.ACTIVE, RiskHold.MARKET_DATA_SILENT);
        lab.account.trading(false, "the stream is down");
        lab.engine.risk().keeping(false, "7 entries wait");
        held(lab, TradingStage.REDUCING, RiskHold.STORE_BEHIND, RiskHold.NOT_CONNECTED, RiskHold.MARKET_DATA_SILENT);
        lab.engine.strategies().marketData(LiveLab.SWAP.id(), Capability.TRADES, true);
        lab.account.trading(true, "it is there again");
        lab.engine.risk().keeping(true, "it has caught up");
        held(lab, TradingStage.ACTIVE);
    }

    @Test
    void figuresTellOfAnAccountThatIsInDoubtUntilTheAuditAndOfOneThatIsBlockedForGood() {
        buy(2);
        lab.fill(lab.script.desk().open(LiveLab.SWAP.id()).get(0), 5, 99);
        held(lab, TradingStage.REDUCING, RiskHold.ACCOUNT_IN_DOUBT);
        lab.account.audited(LiveLab.cash(1_000));
        held(lab, TradingStage.ACTIVE);

        lab.account.audited(LiveLab.snapshot(10, List.of(), List.of(LiveLab.held(1, "-5"))));
        held(lab, TradingStage.REDUCING, RiskHold.ACCOUNT_BLOCKED);
        lab.account.audited(LiveLab.snapshot(11, List.of(), List.of()));
        held(lab, TradingStage.REDUCING, RiskHold.ACCOUNT_BLOCKED);
    }

    @Test
    void aStoreThatLagsWithoutAReasonCountsToo() {
        lab.engine.risk().keeping(false, "");
        buy(1);
        assertThat(lab.denials()).containsExactly(RejectReason.TRADING_REDUCING);
    }
}
