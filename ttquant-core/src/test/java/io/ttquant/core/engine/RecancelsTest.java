package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.risk.TradingStage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to go is cancelled until it is gone, however often the exchange refuses. */
class RecancelsTest {
    private static final long SECOND = 1_000_000_000L;

    private final LiveLab lab = LiveLab.ofCash(100_000).start();
    private long now = SECOND;

    private Order resting(Side side, int price) {
        Order order = (side == Side.BUY
                        ? lab.script.desk().buy(LiveLab.SWAP)
                        : lab.script.desk().sell(LiveLab.SWAP))
                .lots(1)
                .limit(price)
                .submit();
        lab.account.accepted(order, now);
        return order;
    }

    private Order resting() {
        return resting(Side.BUY, 90);
    }

    private void refuse(LiveLab on, Order order) {
        on.account.cancelRejected(order, RejectReason.EXCHANGE, "busy", now);
    }

    private void refuse(Order order) {
        refuse(lab, order);
    }

    private RecancelsTest pass(double seconds) {
        now += (long) (seconds * SECOND);
        lab.engine.advanceTo(now);
        return this;
    }

    private long cancels(Order order) {
        return lab.sent.stream().filter(("cancel " + order.clientId())::equals).count();
    }

    @Test
    void aTrippedKillSwitchCancelsAgainLaterEachTime() {
        Order order = resting();
        pass(1);
        lab.engine.risk().trip("enough", "Ann", false);
        assertThat(cancels(order)).isEqualTo(1);
        int sent = 1;
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 64}) {
            refuse(order);
            pass(wait - 0.1);
            assertThat(cancels(order)).as("before " + wait + " s").isEqualTo(sent);
            pass(0.1);
            assertThat(cancels(order)).as("after " + wait + " s").isEqualTo(++sent);
            pass(300);
            assertThat(cancels(order)).as("one at a time").isEqualTo(sent);
        }
        lab.account.canceled(order, "", now);
        pass(1_000);
        assertThat(cancels(order)).isEqualTo(sent);
        assertThat(lab.engine.nextDueNanos()).isGreaterThan(now + 1_000 * SECOND);
    }

    @Test
    void anOrderThatIsFilledMeanwhileIsNotCancelledAgain() {
        Order order = resting();
        lab.engine.risk().trip("enough", "Ann", false);
        refuse(order);
        lab.fill(order, order.rawQuantity(), 90);
        pass(10);
        assertThat(cancels(order)).isEqualTo(1);
    }

    @Test
    void ordersOfOthersGoTooOnceTheKillSwitchIsTripped() {
        LiveLab others = LiveLab.of(new AccountSnapshot(
                        List.of(new Balance(Lab.USD, 100_000_00, 0)),
                        List.of(),
                        List.of(LiveLab.external("", "77", Side.BUY, 5, 90, 0)),
                        PositionMode.NETTING,
                        1))
                .start();
        Order theirs = others.created.get(0);
        others.engine.risk().trip("enough", "Ann", false);
        assertThat(others.sent).hasSize(1);
        refuse(others, theirs);
        others.engine.advanceTo(others.engine.clock().nanos() + SECOND);
        assertThat(others.sent).hasSize(2).allMatch(("cancel " + theirs.clientId())::equals);
    }

    @Test
    void aResetEndsIt() {
        Order order = resting();
        lab.engine.risk().trip("enough", "Ann", false);
        refuse(order);
        lab.engine.risk().reset("Ann", "all is well");
        pass(100);
        assertThat(cancels(order)).isEqualTo(1);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void aCancelOfAStrategyThatTradesIsItsOwnAffair() {
        Order order = resting();
        lab.script.desk().cancel(order);
        refuse(order);
        pass(100);
        assertThat(cancels(order)).isEqualTo(1);
    }

    @Test
    void whatAStrategyHadAskedForBeforeTheKillSwitchCounts() {
        Order order = resting();
        lab.script.desk().cancel(order);
        lab.engine.risk().trip("enough", "Ann", false);
        assertThat(cancels(order)).as("it is under way").isEqualTo(1);
        refuse(order);
        pass(1);
        assertThat(cancels(order)).isEqualTo(2);
    }

    @Test
    void ordersOfStoppedStrategiesAreCancelledAgainUntilTheEngineStops() {
        Order order = resting();
        lab.engine.strategies().stop("the end");
        assertThat(cancels(order)).isEqualTo(1);
        refuse(order);
        pass(1);
        assertThat(cancels(order)).isEqualTo(2);
        refuse(order);
        lab.engine.stop();
        assertThat(lab.engine.nextDueNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(cancels(order)).isEqualTo(2);
    }

    @Test
    void flatteningCancelsAgainAndLetsItsOwnExitBe() {
        Order bought = resting(Side.BUY, 90);
        lab.fill(bought, bought.rawQuantity(), 90);
        Order order = resting(Side.SELL, 110);
        lab.engine.risk().flatten("s", "enough", "Ann");
        refuse(order);
        pass(1);
        assertThat(cancels(order)).isEqualTo(2);
        Order exit = lab.created.get(lab.created.size() - 1);
        assertThat(exit.request().tag()).isEqualTo("risk:hand");
        lab.account.cancelRejected(exit, RejectReason.EXCHANGE, "busy", now);
        pass(100);
        assertThat(cancels(exit)).isZero();
    }

    @Test
    void whileAStrategyIsHeldOnlyWhatMayIncreaseIsCancelledAgain() {
        Order bought = resting(Side.BUY, 90);
        lab.fill(bought, bought.rawQuantity(), 90);
        Order increases = resting();
        Order reduces = lab.script
                .desk()
                .sell(LiveLab.SWAP)
                .lots(1)
                .limit(110)
                .reduceOnly()
                .submit();
        lab.account.accepted(reduces, now);
        lab.engine.risk().hold("s", TradingStage.HALTED, "a look", "Ann");
        lab.script.desk().cancel(reduces);
        refuse(increases);
        refuse(reduces);
        pass(1);
        assertThat(cancels(increases)).isEqualTo(2);
        assertThat(cancels(reduces)).isEqualTo(1);
        refuse(increases);
        lab.engine.risk().resume("s", "Ann", "all is well");
        pass(100);
        assertThat(cancels(increases)).isEqualTo(2);
    }
}
