package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancels and amendments, alone and against fills. The rows are those of the failure catalogue. */
class CancelAndAmendTest {
    private final LifeHarness h = LifeHarness.trading();

    private void cancel(EngineOrder order) {
        order.askCancel();
        h.life.cancel(order);
    }

    private void amend(EngineOrder order, Amendment amendment) {
        order.askUpdate();
        h.life.amend(order, amendment);
    }

    private void found(VenueOrder order) {
        h.desk.finds.remove().answered(new OrderLookup(order));
    }

    @Test
    void a16ALateAnswerDoesNotLowerAFilledOrder() {
        EngineOrder order = h.resting("7");
        VenueOrder old = h.state(order, "7", OrderStatus.ACCEPTED, 0);
        cancel(order);
        h.run(10);
        h.life.fill(h.fill(order, "7", 1, 10));
        h.life.order(old);
        h.desk.cancels.remove().answer(CodeClass.REJECTED);
        h.life.order(h.state(order, "7", OrderStatus.CANCELED, 10));
        h.run(60_000);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.book.log).containsOnlyOnce("cancelRejected own0");
    }

    @Test
    void a18ARefusedCancelIsAQuestionAndTheAnswerMayBeThatItIsFilled() {
        EngineOrder order = h.resting("7");
        cancel(order);
        h.desk.cancels.remove().answer(CodeClass.QUERY);
        assertThat(h.book.log).doesNotContain("cancelRejected own0", "canceled own0");
        h.run(10);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 10));
        found(h.state(order, "7", OrderStatus.FILLED, 10));
        h.run(5_000);
        assertThat(h.book.log).endsWith("filled 1 own0", "cancelRejected own0");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a18ARefusedCancelOfAnOpenOrderIsReportedOnceThatIsKnown() {
        EngineOrder order = h.resting("7");
        cancel(order);
        h.desk.cancels.remove().answer(CodeClass.REJECTED);
        h.run(10);
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        assertThat(h.book.log).endsWith("cancelRejected own0");
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a19ACancelWaitsForTheFillsThatItsCumulativeQuantityTells() {
        EngineOrder order = h.resting("7");
        cancel(order);
        h.run(10);
        h.desk.fillsOf = List.of(h.fill(order, "7", 1, 3));
        h.desk.cancels.remove().answer(CodeClass.ACCEPTED, h.state(order, "7", OrderStatus.CANCELED, 3));
        assertThat(h.book.log).doesNotContain("canceled own0");
        h.run(2_000);
        assertThat(h.book.log).endsWith("filled 1 own0", "canceled own0");
        assertThat(order.rawFilled()).isEqualTo(3);
    }

    @Test
    void a20ACancelWithoutAnAnswerIsAskedForAndSentAgainAFewTimesOnly() {
        EngineOrder order = h.resting("7");
        cancel(order);
        cancel(order);
        assertThat(h.desk.cancels).as("one at a time").hasSize(1);
        for (int second = 0; second < 200; second++) {
            h.run(1_000);
            while (!h.desk.finds.isEmpty()) {
                found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
            }
        }
        assertThat(h.desk.cancels).as("a silence of 15 s each").hasSize(4);
        assertThat(h.book.log).containsOnlyOnce("cancelRejected own0").containsOnlyOnce("outcomeUnknown own0");
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    /** When cancels left, in milliseconds, while each is refused at once and the order is open. */
    private List<Long> refusedAtOnce(EngineOrder order, CodeClass answer, int millis) {
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < millis / 100; i++) {
            while (!h.desk.cancels.isEmpty()) {
                left.add(i * 100L);
                h.desk.cancels.remove().answer(answer);
            }
            h.run(50);
            while (!h.desk.finds.isEmpty()) {
                found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
            }
            h.run(50);
        }
        return left;
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRYABLE", "QUERY", "MAINTENANCE", "CLOCK", "UNKNOWN"})
    void a20CancelsOfABusyVenueAreApartAndEndAfterAMinute(CodeClass answer) {
        EngineOrder order = h.resting("7");
        cancel(order);
        assertThat(refusedAtOnce(order, answer, 15_000))
                .as("never so far apart that a stop, which waits five seconds, passes without one")
                .containsExactly(0L, 500L, 1_500L, 3_500L, 7_500L, 11_500L);
        assertThat(refusedAtOnce(order, answer, 45_000)).hasSize(12);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(refusedAtOnce(order, answer, 120_000)).as("the last").hasSize(1);
        assertThat(h.book.log).containsOnlyOnce("cancelRejected own0");
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a20AnOrderThatEndsWhileItsCancelWaitsIsNotCancelledAgain() {
        EngineOrder order = h.resting("7");
        cancel(order);
        assertThat(refusedAtOnce(order, CodeClass.RETRYABLE, 2_000)).hasSize(3);
        h.life.order(h.state(order, "7", OrderStatus.CANCELED, 0));
        h.run(60_000);
        assertThat(h.desk.cancels).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a20ARefusalForGoodThatComesLateEndsTheWait() {
        EngineOrder order = h.resting("7");
        cancel(order);
        ScriptedDesk.Sent first = h.desk.cancels.remove();
        first.answer(CodeClass.RETRYABLE);
        h.run(10);
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        first.answer(CodeClass.REJECTED);
        h.run(10);
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        assertThat(h.book.log).endsWith("cancelRejected own0");
        h.run(60_000);
        assertThat(h.desk.cancels).isEmpty();
    }

    @Test
    void a20ALateWordThatSaysNothingDoesNotSendTheCancelTwice() {
        EngineOrder order = h.resting("7");
        cancel(order);
        ScriptedDesk.Sent first = h.desk.cancels.remove();
        first.answer(CodeClass.UNKNOWN);
        h.run(10);
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        first.answer(CodeClass.UNKNOWN);
        h.run(10);
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.run(5_000);
        assertThat(h.desk.cancels).hasSize(1);
        assertThat(h.book.log).containsOnlyOnce("outcomeUnknown own0");
    }

    @Test
    void theMarkOfAnUnknownCreateGoesOnceTheOrderIsFoundThoughACancelWaits() {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        assertThat(order.isOutcomeUnknown()).isTrue();
        cancel(order);
        h.run(2_000);
        assertThat(order.isOutcomeUnknown()).isTrue();
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(order.isOutcomeUnknown()).isFalse();
    }

    @Test
    void theMarkStaysWhileTheCancelIsUnknownToo() {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        cancel(order);
        h.desk.cancels.remove().answer(CodeClass.UNKNOWN);
        h.life.order(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        assertThat(order.isOutcomeUnknown())
                .as("the create is known, the cancel is not")
                .isTrue();
        h.run(2_000);
        while (!h.desk.finds.isEmpty()) {
            found(h.state(order, "7", OrderStatus.CANCELED, 0));
        }
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.isOutcomeUnknown()).isFalse();
    }

    @Test
    void theMarkOfAnUnknownAmendmentGoesWithItsEffectThoughACancelWaits() {
        EngineOrder order = h.resting("7");
        amend(order, Amendment.ofQuantity(5));
        h.desk.amends.remove().answer(CodeClass.UNKNOWN);
        assertThat(order.isOutcomeUnknown()).isTrue();
        cancel(order);
        h.run(10);
        h.life.order(h.sized(order, "7", OrderStatus.ACCEPTED, 5, 10_000, 0));
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(order.isOutcomeUnknown()).isFalse();
    }

    @Test
    void theMarkOfAnUnknownCancelGoesWithItsRefusalThoughAnAmendmentWaits() {
        EngineOrder order = h.resting("7");
        cancel(order);
        h.desk.cancels.remove().answer(CodeClass.UNKNOWN);
        amend(order, Amendment.ofQuantity(5));
        assertThat(order.isOutcomeUnknown()).isTrue();
        for (int second = 0; second < 60 && order.isCancelUnderWay; second++) {
            h.run(1_000);
            while (!h.desk.finds.isEmpty()) {
                found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
            }
            h.desk.cancels.forEach(c -> c.answer(CodeClass.REJECTED));
            h.desk.cancels.clear();
        }
        assertThat(order.isCancelUnderWay).isFalse();
        assertThat(h.book.log).contains("outcomeKnown own0");
    }

    @Test
    void a20AnAcknowledgedCancelWithoutEffectIsAskedFor() {
        EngineOrder order = h.resting("7");
        cancel(order);
        h.desk.cancels.remove().answer(CodeClass.ACCEPTED);
        h.run(3_100);
        found(h.state(order, "7", OrderStatus.CANCELED, 0));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a21AFillThatMayBeTheLastWaitsUntilTheNewSizeIsKnown() {
        EngineOrder order = h.resting("7");
        amend(order, Amendment.ofQuantity(20));
        h.run(10);
        h.life.fill(h.fill(order, "7", 1, 10));
        assertThat(h.book.log).doesNotContain("filled 1 own0");
        h.run(1_100);
        found(h.sized(order, "7", OrderStatus.PARTIALLY_FILLED, 20, 10_000, 10));
        assertThat(h.book.log).endsWith("updated own0", "filled 1 own0");
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(order.rawLeaves()).isEqualTo(10);
    }

    @Test
    void a21AnAmendmentThatCameAfterTheLastFillIsRefused() {
        EngineOrder order = h.resting("7");
        amend(order, Amendment.ofQuantity(20));
        h.run(10);
        h.life.fill(h.fill(order, "7", 1, 10));
        h.life.order(h.state(order, "7", OrderStatus.FILLED, 10));
        h.desk.amends.remove().answer(CodeClass.QUERY);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(h.book.log).endsWith("filled 1 own0", "updateRejected own0");
    }

    @Test
    void a21FiguresFromBeforeAnAmendmentDoNotUndoIt() {
        EngineOrder order = h.resting("7");
        amend(order, Amendment.ofPrice(10_100));
        h.run(10);
        VenueOrder before = h.sized(order, "7", OrderStatus.PARTIALLY_FILLED, 10, 10_000, 2);
        h.run(10);
        h.desk.amends.remove().answer(CodeClass.ACCEPTED, h.sized(order, "7", OrderStatus.ACCEPTED, 10, 10_100, 2));
        h.life.order(before);
        assertThat(order.rawPrice()).isEqualTo(10_100);
    }

    @Test
    void a20AnAmendmentOfUnknownOutcomeIsRefusedOnlyAfterItsDeadline() {
        EngineOrder order = h.resting("7");
        amend(order, Amendment.ofPrice(10_100));
        h.desk.amends.remove().answer(CodeClass.UNKNOWN);
        h.run(100);
        found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        assertThat(h.book.log).doesNotContain("updateRejected own0");
        h.run(6_000);
        while (!h.desk.finds.isEmpty()) {
            found(h.state(order, "7", OrderStatus.ACCEPTED, 0));
            h.run(6_000);
        }
        assertThat(h.book.log).containsOnlyOnce("updateRejected own0");
        assertThat(order.isOutcomeUnknown()).isFalse();
    }

    @Test
    void amendmentsOfAnOrderAreSentOneAfterTheOther() {
        EngineOrder order = h.resting("7");
        amend(order, Amendment.ofPrice(10_100));
        amend(order, Amendment.ofPrice(10_200));
        assertThat(h.desk.amends).hasSize(1);
        h.run(10);
        h.desk.amends.remove().answer(CodeClass.ACCEPTED, h.sized(order, "7", OrderStatus.ACCEPTED, 10, 10_100, 0));
        assertThat(h.desk.amends).hasSize(1);
        h.run(10);
        h.desk.amends.remove().answer(CodeClass.ACCEPTED, h.sized(order, "7", OrderStatus.ACCEPTED, 10, 10_200, 0));
        assertThat(order.rawPrice()).isEqualTo(10_200);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void aCancelOfAnOrderThatIsNotOpenIsRefusedWithoutBeingSent() {
        EngineOrder order = h.order();
        h.life.cancel(order);
        h.run(1);
        assertThat(h.book.log).endsWith("cancelRejected own0");
        assertThat(h.desk.cancels).isEmpty();
    }
}
