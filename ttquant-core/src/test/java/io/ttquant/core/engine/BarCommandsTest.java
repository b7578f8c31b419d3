package io.ttquant.core.engine;

import static io.ttquant.core.engine.BarLab.lab;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Cancels and amendments that arrive inside a bar. The path of {@link #close} goes one tick down every two seconds, is at 90 after 20 s, goes one
 * tick up every second, is at 110 after 40 s, and ends at 100.
 */
class BarCommandsTest {
    private static final long M = Lab.MINUTE;
    private static final long SECOND = 1_000_000_000L;

    private static void close(Lab lab) {
        lab.close(M, 100, 110, 90, 100, 1_000);
    }

    private static Order buy(Lab lab, int price) {
        return lab.script.desk().buy(Lab.SWAP).lots(1).limit(price).submit();
    }

    private static void at(Lab lab, long seconds, Runnable action) {
        BarLab.at(lab, M + seconds * SECOND, action);
    }

    private static void cancelAt(Lab lab, long seconds, Order order) {
        at(lab, seconds, () -> lab.script.desk().cancel(order));
    }

    private static void amendAt(Lab lab, long seconds, Order order, Amendment amendment) {
        at(lab, seconds, () -> lab.script.desk().amend(order, amendment));
    }

    private static void assertNotOpenAnyMore(OrderEvent event) {
        RejectReason reason = event instanceof OrderEvent.CancelRejected cancel
                ? cancel.reason()
                : ((OrderEvent.UpdateRejected) event).reason();
        assertThat(reason).isEqualTo(RejectReason.ORDER_NOT_OPEN);
    }

    @Test
    void aCancelComesTooLateForAnOrderThatThePathHasFilledBefore() {
        Lab lab = lab();
        Order order = buy(lab, 97);
        lab.open(M, 100);
        cancelAt(lab, 10, order);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        close(lab);

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.fills()).containsExactly("BUY 1@97 MAKER TRADED_THROUGH");
        assertNotOpenAnyMore(lab.lastEvent());
    }

    @Test
    void aCancelComesInTimeForAnOrderThatThePathGoesThroughAtThatMomentOrLater() {
        for (int price : new int[] {96, 95, 91}) {
            Lab lab = lab();
            Order order = buy(lab, price);
            lab.open(M, 100);
            cancelAt(lab, 10, order);
            close(lab);

            assertThat(order.status()).as("price %d", price).isEqualTo(OrderStatus.CANCELED);
            assertThat(lab.fills()).isEmpty();
        }
    }

    @Test
    void aStopIsTriggeredBeforeItsCancelOrNotAtAll() {
        Lab lab = lab();
        Order early = lab.script.desk().sell(Lab.SWAP).lots(1).stop(96).submit();
        Order late = lab.script.desk().sell(Lab.SWAP).lots(2).stop(95).submit();
        lab.open(M, 100);
        cancelAt(lab, 10, early);
        cancelAt(lab, 10, late);
        close(lab);

        assertThat(lab.fills()).containsExactly("SELL 1@96 TAKER STOP_TRIGGER");
        assertThat(late.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aCancelThatWasUnderWayAtTheCloseDoesNotUndoWhatTheNextOpenDid() {
        Lab lab =
                lab(SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(10), Duration.ZERO)));
        Order order = buy(lab, 95);
        lab.bar(M, 100, 101, 96, 100);
        lab.script.desk().cancel(order);
        lab.bar(2 * M, 94, 96, 93, 95);

        assertThat(lab.fills()).containsExactly("BUY 1@94 MAKER LIMIT_AT_OPEN");
        assertNotOpenAnyMore(lab.lastEvent());
    }

    @Test
    void anOrderThatJoinsThePathIsFilledThereBeforeItsCancelComes() {
        Lab lab = lab();
        lab.open(M, 100);
        at(lab, 10, () -> lab.script.desk().buy(Lab.SWAP).lots(1).market().submit());
        cancelAt(lab, 11, lab.lastEvent().order());
        close(lab);

        assertThat(lab.fills()).containsExactly("BUY 1@95 TAKER BAR_PATH");
        assertNotOpenAnyMore(lab.lastEvent());
    }

    @Test
    void anOrderAndItsCancelOfOneTimeComeAsTheyWereSent() {
        Lab lab = lab();
        lab.open(M, 100);
        at(lab, 15, () -> {
            Order order = lab.script.desk().buy(Lab.SWAP).lots(1).limit(85).submit();
            lab.engine.settle();
            lab.script.desk().cancel(order);
        });
        close(lab);

        assertThat(lab.lastEvent()).isInstanceOf(OrderEvent.Canceled.class);
    }

    @Test
    void whatIsSentInAnswerToACancelJoinsThePathThere() {
        Lab lab = lab();
        Order order = buy(lab, 85);
        lab.script.order = e -> {
            if (e instanceof OrderEvent.Canceled) {
                lab.script.desk().sell(Lab.SWAP).lots(1).market().submit();
            }
        };
        lab.open(M, 100);
        cancelAt(lab, 30, order);
        close(lab);

        assertThat(lab.fills()).containsExactly("SELL 1@100 TAKER BAR_PATH");
    }

    @Test
    void anAmendmentComesTooLateForAnOrderThatThePathHasFilledBefore() {
        Lab lab = lab();
        Order order = buy(lab, 95);
        lab.open(M, 100);
        amendAt(lab, 15, order, Amendment.ofPrice(80));
        close(lab);

        assertThat(lab.fills()).containsExactly("BUY 1@95 MAKER TRADED_THROUGH");
        assertNotOpenAnyMore(lab.lastEvent());
    }

    @Test
    void anAmendmentTakesAnOrderOutOfTheWayOfThePathInTime() {
        Lab lab = lab();
        Order order = buy(lab, 95);
        lab.open(M, 100);
        amendAt(lab, 5, order, Amendment.ofPrice(80));
        close(lab);

        assertThat(lab.fills()).isEmpty();
        assertThat(order.rawPrice()).isEqualTo(80);
    }

    @Test
    void anAmendedOrderThatThePathHasReachedTakesWhereThePathIsThen() {
        Lab lab = lab();
        Order order = buy(lab, 80);
        lab.open(M, 100);
        // 107.5: one who buys gets the worse tick.
        amendAt(lab, 45, order, Amendment.ofPrice(108));
        close(lab);

        assertThat(lab.fills()).containsExactly("BUY 1@108 TAKER MARKETABLE_LIMIT");
    }

    @Test
    void anAmendedPostOnlyOrderIsJudgedByThePathAndNotByTheOpen() {
        Lab lab = lab();
        Order passive =
                lab.script.desk().buy(Lab.SWAP).lots(1).limit(80).postOnly().submit();
        Order taking =
                lab.script.desk().buy(Lab.SWAP).lots(2).limit(81).postOnly().submit();
        lab.open(M, 100);
        amendAt(lab, 20, taking, Amendment.ofPrice(95));
        amendAt(lab, 45, passive, Amendment.ofPrice(105));
        close(lab);

        assertThat(lab.fills()).containsExactly("BUY 1@105 MAKER TRADED_THROUGH");
        assertThat(taking.isOpen()).isTrue();
        assertThat(taking.rawPrice()).isEqualTo(81);
        assertThat(lab.script.events.stream()
                        .filter(e -> e instanceof OrderEvent.UpdateRejected)
                        .map(e -> ((OrderEvent.UpdateRejected) e).reason()))
                .containsExactly(RejectReason.POST_ONLY_WOULD_TAKE);
    }

    @Test
    void anAmendmentThatArrivedWhileTheInstrumentTradedCountsThoughItWasHaltedBeforeTheClose() {
        Lab lab = lab();
        Order order = buy(lab, 80);
        lab.open(M, 100);
        amendAt(lab, 5, order, Amendment.ofPrice(81));
        lab.sink.status(M + 6 * SECOND, M + 6 * SECOND, TradingStatus.HALTED);
        close(lab);

        assertThat(order.rawPrice()).isEqualTo(81);
    }

    @Test
    void anAmendedOrderWhoseVolumeRanOutIsFilledOnceForWhatIsLeft() {
        Lab lab = lab(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")));
        lab.open(M, 100);
        at(lab, 10, () -> lab.script.desk().buy(Lab.SWAP).lots(150).market().submit());
        amendAt(lab, 20, lab.lastEvent().order(), Amendment.ofQuantity(170));
        close(lab);
        assertThat(lab.position()).isEqualTo(100);
        lab.bar(2 * M, 100, 101, 99, 100, 10_000);

        assertThat(lab.fills()).containsExactly("BUY 100@95 TAKER BAR_PATH", "BUY 70@100 TAKER NEXT_OPEN");
    }

    @Test
    void aMemberOfAGroupThatThePathFilledCannotBeCancelledLater() {
        Lab lab = lab();
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).lots(1).limit(95),
                        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105));
        lab.engine.settle();
        lab.open(M, 100);
        cancelAt(lab, 15, group.order(1));
        close(lab);

        assertThat(group.order(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.position()).isEqualTo(1);
    }

    @Test
    void aCancelledMemberOfAGroupEndsTheOthersWhereThePathIsThen() {
        Lab lab = lab();
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).lots(1).limit(85),
                        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105));
        lab.engine.settle();
        lab.open(M, 100);
        cancelAt(lab, 30, group.order(0));
        close(lab);

        assertThat(lab.fills()).isEmpty();
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void anOrderThatWaitsForTheMarkPriceIsOnNoPathAndCancelledAtOnce() {
        Lab lab = lab();
        Order order = lab.script
                .desk()
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .triggerBy(TriggerSource.MARK)
                .submit();
        lab.open(M, 100);
        cancelAt(lab, 10, order);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void betweenBarsWhoseOpensAreAnnouncedACancelCountsAtOnce() {
        Lab lab = lab();
        Order order = buy(lab, 95);
        cancelAt(lab, 30, order);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aCancelInsideABarThatNeverClosesCountsBeforeTheNextOpen() {
        Lab lab = lab();
        Order order = buy(lab, 95);
        lab.open(M, 100);
        cancelAt(lab, 10, order);
        lab.open(3 * M, 90);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void theEndOfTheRunInsideABarAnswersAllThatWasKeptForItsPath() {
        Lab lab = lab();
        Order cancelled = buy(lab, 95);
        Order amended = buy(lab, 94);
        Order expiring = lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(1)
                .limit(93)
                .goodTillNanos(M + 5 * SECOND)
                .submit();
        lab.open(M, 100);
        cancelAt(lab, 10, cancelled);
        amendAt(lab, 11, amended, Amendment.ofPrice(92));
        lab.engine.stop();

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(amended.rawPrice()).isEqualTo(92);
        assertThat(expiring.status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void aCancelThatArrivesAfterTheEndOfTheDataIsAnsweredTooInsideABar() {
        Lab lab =
                lab(SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(10), Duration.ZERO)));
        Order order = buy(lab, 95);
        lab.bar(M, 100, 101, 96, 100);
        lab.open(2 * M, 100);
        lab.script.desk().cancel(order);
        lab.engine.stop();

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aDelistingAnswersWhatWasKept() {
        Lab lab = lab();
        Order order = buy(lab, 95);
        lab.open(M, 100);
        cancelAt(lab, 10, order);
        lab.sink.status(M + 11 * SECOND, M + 11 * SECOND, TradingStatus.DELISTED);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertNotOpenAnyMore(lab.lastEvent());
    }

    @Test
    void tradesThatTakeOverFindTheCancelDone() {
        Lab lab = lab();
        Order order = buy(lab, 95);
        lab.open(M, 100);
        cancelAt(lab, 10, order);
        lab.trade(M + 20 * SECOND, 80, 10);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.fills()).isEmpty();
    }

    /** A lab whose bars come without their opens, of which it has seen one. */
    private static Lab unannounced() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.close(0, 100, 100, 100, 100, 1_000);
        return lab;
    }

    @Test
    void whereNoOpensAreAnnouncedACancelComesInTimeOrTooLateAllTheSame() {
        for (int price : new int[] {97, 96}) {
            Lab lab = unannounced();
            Order order = buy(lab, price);
            cancelAt(lab, 10, order);
            close(lab);

            assertThat(order.status())
                    .as("price %d", price)
                    .isEqualTo(price == 97 ? OrderStatus.FILLED : OrderStatus.CANCELED);
        }
    }

    @Test
    void whereNoOpensAreAnnouncedAnOrderExpiresWhereThePathIsThen() {
        for (int price : new int[] {97, 96, 95, 91}) {
            Lab lab = unannounced();
            Order order = lab.script
                    .desk()
                    .buy(Lab.SWAP)
                    .lots(1)
                    .limit(price)
                    .goodTillNanos(M + 10 * SECOND)
                    .submit();
            close(lab);

            assertThat(order.status())
                    .as("price %d", price)
                    .isEqualTo(price == 97 ? OrderStatus.FILLED : OrderStatus.EXPIRED);
        }
    }

    @Test
    void whereNoOpensAreAnnouncedAnAmendedOrderJoinsThePathAtItsAmendment() {
        Lab lab = unannounced();
        Order order = buy(lab, 80);
        amendAt(lab, 45, order, Amendment.ofPrice(107));
        close(lab);

        assertThat(lab.fills()).containsExactly("BUY 1@107 MAKER TRADED_THROUGH");
    }

    @Test
    void whereNoOpensAreAnnouncedWhatCameBeforeTheBarBeganHasHappenedAtItsOpen() {
        Lab lab = unannounced();
        Order cancelled = buy(lab, 95);
        Order amended = buy(lab, 80);
        cancelAt(lab, 10, cancelled);
        amendAt(lab, 20, amended, Amendment.ofPrice(94));
        lab.close(2 * M, 93, 110, 90, 100, 1_000);

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.fills()).containsExactly("BUY 1@93 MAKER LIMIT_AT_OPEN");
    }

    @Test
    void whereNoOpensAreAnnouncedACancelCausedByAFillAtTheOpenIsSeenThere() {
        Lab lab = unannounced();
        Order first = buy(lab, 95);
        Order second = buy(lab, 94);
        lab.script.order = e -> {
            if (e.order() == first && first.status() == OrderStatus.FILLED && second.isOpen()) {
                lab.script.desk().cancel(second);
            }
        };
        close90(lab);

        assertThat(lab.fills()).containsExactly("BUY 1@90 MAKER LIMIT_AT_OPEN");
        assertThat(second.status()).isEqualTo(OrderStatus.CANCELED);
    }

    private static void close90(Lab lab) {
        lab.close(M, 90, 91, 89, 90, 1_000);
    }

    @Test
    void whereNoOpensAreAnnouncedTheEndOfTheRunAnswersWhatWasKept() {
        Lab lab = unannounced();
        Order order = buy(lab, 95);
        cancelAt(lab, 10, order);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        lab.engine.stop();

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }
}
