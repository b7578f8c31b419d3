package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.codes.CodeClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked for when the stream comes up, and in periods ever after. The rows are those of the failure catalogue. */
class AuditTest {
    private final LifeHarness h = LifeHarness.trading();

    @Test
    void a30NothingNewLeavesBeforeTheStreamIsUpAndWhatWasMissedIsKnown() {
        LifeHarness fresh = new LifeHarness();
        EngineOrder early = fresh.submitted();
        fresh.run(1);
        assertThat(early.status()).isEqualTo(OrderStatus.REJECTED);
        fresh.desk.isFailing = true;
        fresh.life.connected();
        fresh.run(60_000);
        assertThat(fresh.isTrading).isFalse();
        assertThat(fresh.why).contains("the fills of").contains("timed out");
        fresh.desk.isFailing = false;
        fresh.run(60_000);
        assertThat(fresh.isTrading).isTrue();
        assertThat(fresh.desk.placed).isZero();
    }

    @Test
    void whoWantsToKnowWhenTradingBeginsHearsItEachTimeBeforeAnybodyTrades() {
        LifeHarness fresh = new LifeHarness();
        List<String> heard = new ArrayList<>();
        fresh.life.whenTrading(() -> heard.add(fresh.isTrading + " " + fresh.life.isTrading()));
        fresh.life.connected();
        fresh.run(100);
        fresh.life.unreadable("noise");
        fresh.run(60_000);
        assertThat(heard).containsExactly("false true");
        fresh.life.disconnected("cut");
        fresh.life.connected();
        fresh.run(1_000);
        assertThat(heard).containsExactly("false true", "false true");
    }

    @Test
    void a30WhileTheStreamIsDownCancelsLeaveAndCreatesDoNot() {
        EngineOrder order = h.resting("7");
        h.life.disconnected("cut");
        EngineOrder late = h.submitted();
        order.askUpdate();
        h.life.amend(order, Amendment.ofPrice(10_100));
        order.askCancel();
        h.life.cancel(order);
        h.run(1);
        assertThat(late.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(h.desk.amends).isEmpty();
        assertThat(h.desk.cancels).hasSize(1);
        assertThat(h.book.log).contains("updateRejected own0");
    }

    @Test
    void aCancelOfAnOrderThatDidNotLeaveDoesNotLeaveEither() {
        h.life.disconnected("cut");
        EngineOrder order = h.submitted();
        order.askCancel();
        h.life.cancel(order);
        h.run(1);
        assertThat(h.desk.cancels).isEmpty();
        assertThat(h.book.log).endsWith("rejected own0", "cancelRejected own0");
    }

    @Test
    void a10FillsOfADisconnectAreAskedForWithAnOverlap() {
        EngineOrder order = h.resting("7");
        h.life.disconnected("cut");
        h.run(60_000);
        long before = h.desk.fillsFrom.size();
        h.desk.fills = List.of(h.fill("", "7", order.side(), 1, 10));
        h.life.connected();
        h.run(100);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.desk.fillsFrom.get((int) before)).isLessThan(h.time.nanos() - 300_000_000_000L);
    }

    @Test
    void a10TradingWaitsUntilEachMissingOrderWasAskedFor() {
        EngineOrder order = h.resting("7");
        h.life.disconnected("cut");
        h.life.connected();
        h.run(1_000);
        assertThat(h.isTrading).isFalse();
        h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", OrderStatus.CANCELED, 0)));
        h.run(100);
        assertThat(h.isTrading).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a10AnOrderThatEndsMeanwhileHoldsNothingUp() {
        EngineOrder order = h.resting("7");
        h.life.disconnected("cut");
        h.life.connected();
        h.run(1_000);
        h.life.order(h.state(order, "7", OrderStatus.CANCELED, 0));
        h.run(1_000);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void a11AHealthyStreamThatDropsNewsIsFoundOutWithinThePeriods() {
        EngineOrder order = h.resting("7");
        h.desk.open = List.of(h.state(order, "7", OrderStatus.PARTIALLY_FILLED, 4));
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 4));
        h.run(32_000);
        assertThat(order.rawFilled()).isEqualTo(4);
        h.desk.open = List.of();
        h.run(30_000);
        h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", OrderStatus.CANCELED, 4)));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void absenceFromTheListOfOpenOrdersIsAQuestionOnly() {
        EngineOrder order = h.resting("7");
        h.run(31_000);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(h.desk.found).containsExactly(order);
    }

    @Test
    void aQueryThatFailedIsNeverReadAsFlat() {
        EngineOrder order = h.resting("7");
        h.desk.isFailing = true;
        h.run(600_000);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(h.book.lastAudit).isNotNull();
        assertThat(h.book.log.indexOf("audited")).isEqualTo(h.book.log.lastIndexOf("audited"));
        assertThat(h.why).contains("timed out");
    }

    @Test
    void anAuditThatFailsForLongStopsNewOrdersUntilItIsAnswered() {
        h.resting("7");
        h.desk.isFailing = true;
        h.run(100_000);
        assertThat(h.isTrading).isTrue();
        h.run(120_000);
        assertThat(h.isTrading).isFalse();
        h.desk.isFailing = false;
        h.run(60_000);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void anOrderThatIsNowhereForALongTimeEnds() {
        EngineOrder order = h.resting("7");
        for (int second = 0; second < 14 * 60; second++) {
            h.run(1_000);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(new OrderLookup(null));
            }
        }
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        for (int second = 0; second < 4 * 60; second++) {
            h.run(1_000);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(new OrderLookup(null));
            }
        }
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void f9AnAccountIsHandedOverOnlyIfNothingHappenedMeanwhile() {
        assertThat(h.book.log).contains("audited");
        int before = audits();
        EngineOrder order = h.submitted();
        h.run(301_000);
        assertThat(audits()).as("a new order is under way").isEqualTo(before);
        h.desk.places.remove().answer(CodeClass.REJECTED);
        h.run(60_000);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(audits()).isEqualTo(before + 1);
    }

    @Test
    void f9AnAccountFromBeforeWhatIsKnownIsNotHandedOver() {
        EngineOrder order = h.resting("7");
        h.run(1);
        h.life.fill(h.fill(order, "7", 1, 10));
        int before = audits();
        long old = h.time.nanos() - 1;
        h.desk.account = () -> new AccountSnapshot(List.of(), List.of(), List.of(), PositionMode.NETTING, old);
        h.run(400_000);
        assertThat(audits()).isEqualTo(before);
    }

    @Test
    void f6AnotherPositionModeStopsTrading() {
        h.desk.account =
                () -> new AccountSnapshot(List.of(), List.of(), List.of(), PositionMode.HEDGING, h.time.nanos());
        h.run(301_000);
        assertThat(h.isTrading).isFalse();
        assertThat(h.why).contains("position mode");
        h.desk.account = h::account;
        h.run(301_000);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void newsThatCannotBeReadLeadsToQuestionsAtOnce() {
        int before = h.desk.openAsked;
        h.life.unreadable("half a message");
        h.run(2_000);
        assertThat(h.desk.openAsked).isEqualTo(before + 1);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void ordersThatEndedLongAgoAreForgottenAndReplaysOfThemSayNothing() {
        EngineOrder order = h.resting("7");
        var fill = h.fill(order, "7", 1, 10);
        h.life.fill(fill);
        var filled = h.state(order, "7", OrderStatus.FILLED, 10);
        h.life.order(filled);
        h.run(2 * 3_600_000);
        assertThat(h.life.exchangeId(order)).as("forgotten").isEmpty();
        h.life.fill(fill);
        h.life.order(filled);
        h.run(60_000);
        assertThat(h.book.adopted).isEmpty();
        assertThat(h.book.log).containsOnlyOnce("filled 1 own0");
    }

    @Test
    void afterItsEndNothingIsToldOrAsked() {
        EngineOrder order = h.submitted();
        h.life.close();
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        h.life.fill(h.fill(order, "7", 1, 10));
        int asked = h.desk.openAsked;
        h.run(600_000);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(h.desk.openAsked).isEqualTo(asked);
        assertThat(h.time.pending()).isZero();
    }

    private int audits() {
        return (int) h.book.log.stream().filter("audited"::equals).count();
    }

    @Test
    void whileTheClockIsTooFarOffNothingNewIsSentAndCancelsAre() {
        LifeHarness h = LifeHarness.trading();
        EngineOrder open = h.resting("7");
        h.life.clockRead("the venue's clock is ahead by 7 s");
        assertThat(h.isTrading).isFalse();
        assertThat(h.why).contains("ahead by 7 s");
        EngineOrder refused = h.submitted();
        h.run(10);
        assertThat(refused.status()).isEqualTo(OrderStatus.REJECTED);
        open.askCancel();
        h.life.cancel(open);
        assertThat(h.desk.cancels).hasSize(1);
        h.life.clockRead("the venue's clock is ahead by 6 s");
        h.life.clockRead(null);
        assertThat(h.isTrading).isTrue();
    }

    @Test
    void aClockThatIsOffWhenTheStreamComesUpHoldsOrdersBack() {
        LifeHarness h = new LifeHarness();
        h.life.clockRead("the venue's clock is ahead by 7 s");
        h.life.connected();
        h.run(100);
        assertThat(h.isTrading).isFalse();
        h.life.clockRead(null);
        assertThat(h.isTrading).isTrue();
    }
}
