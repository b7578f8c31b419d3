package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a new order whose answer is a refusal, is late, is missing or says nothing. The rows are those of the failure catalogue. */
class CreateOutcomesTest {
    private final LifeHarness h = LifeHarness.trading();

    private void notFound() {
        h.desk.finds.remove().answered(new OrderLookup(null));
    }

    @Test
    void a1AnOrderWhoseAnswerDoesNotComeIsAskedForAndNeverSentAgain() {
        EngineOrder order = h.submitted();
        h.run(17_000);
        assertThat(h.book.log).contains("outcomeUnknown own0");
        h.desk.finds.remove().answered(new OrderLookup(h.state(order, "7", OrderStatus.ACCEPTED, 0)));
        h.run(600_000);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.isOutcomeUnknown()).isFalse();
        assertThat(h.desk.placed).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "MAINTENANCE", "QUERY"})
    void a2AnAnswerThatProvesNothingIsNoRefusal(CodeClass answer) {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(answer);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.isOutcomeUnknown()).isTrue();
        h.run(2_000);
        assertThat(h.desk.found).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "RETRYABLE", "CLOCK", "FATAL"})
    void a29ARefusalIsReportedOnceAndNothingIsRetried(CodeClass answer) {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(answer);
        h.run(600_000);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(h.desk.placed).isEqualTo(1);
        assertThat(h.desk.found).isEmpty();
    }

    @Test
    void a3ARefusalOfAnOrderThatTheStreamHasConfirmedIsAQuestion() {
        EngineOrder order = h.submitted();
        h.life.order(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.desk.places.remove().answer(CodeClass.REJECTED);
        h.run(10);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(h.desk.found).containsExactly(order);
    }

    @Test
    void a4TheSameOrderIsNotSentTwice() {
        EngineOrder order = h.submitted();
        assertThatThrownBy(() -> h.life.submit(order)).hasMessageContaining("was sent before");
    }

    @Test
    void a7AcceptanceIsNoFill() {
        EngineOrder order = h.resting("7");
        assertThat(order.rawFilled()).isZero();
        assertThat(h.book.log).containsSubsequence("accepted own0").doesNotContain("filled 1 own0");
    }

    @Test
    void a8NotFoundBeforeTheDeadlineSaysNothingAndAfterItOnlyTwice() {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        h.run(1_000);
        notFound();
        h.run(500);
        notFound();
        h.run(1_000);
        notFound();
        h.run(3_000);
        notFound();
        h.run(5_000);
        assertThat(h.desk.finds).as("asked after the deadline").hasSize(1);
        notFound();
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        h.run(10_000);
        notFound();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void a8WhereTheVenueSetsNoDeadlineOnlyALongTimeCounts() {
        h.desk.validNanos = 0;
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        for (int second = 0; second < 590; second++) {
            h.run(1_000);
            while (!h.desk.finds.isEmpty()) {
                notFound();
            }
        }
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        for (int second = 0; second < 100; second++) {
            h.run(1_000);
            while (!h.desk.finds.isEmpty()) {
                notFound();
            }
        }
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void a9QuestionsThatFailForHoursConcludeNothing() {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.UNKNOWN);
        h.desk.isFailing = true;
        for (int minute = 0; minute < 180; minute++) {
            h.run(60_000);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().failed(Verdict.of(CodeClass.UNKNOWN, "no route to host"));
            }
        }
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.isOutcomeUnknown()).isTrue();
    }

    @Test
    void a15ALateAnswerIsTakenAfterTheOutcomeWasUnknown() {
        EngineOrder order = h.submitted();
        h.run(16_000);
        h.desk.places.remove().answer(CodeClass.ACCEPTED);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.isOutcomeUnknown()).isFalse();
    }

    @Test
    void a17NewsThatOvertakesTheAnswerIsOfThisOrder() {
        EngineOrder order = h.submitted();
        h.life.fill(h.fill(order, "7", 1, 10));
        h.life.order(h.state(order, "7", OrderStatus.FILLED, 10));
        h.desk.places.remove().answer(CodeClass.ACCEPTED, h.state(order, "7", OrderStatus.ACCEPTED, 0));
        assertThat(h.book.log).endsWith("accepted own0", "filled 1 own0");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a24ARefusalInsideAnAcceptedAnswerIsARefusal() {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.ACCEPTED, h.state(order, "7", OrderStatus.REJECTED, 0));
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void a26EachLegOfABatchHasItsOwnOutcome() {
        EngineOrder first = h.order();
        EngineOrder second = h.order();
        EngineOrder third = h.order();
        h.life.submitAll(List.of(first, second, third));
        ScriptedDesk.Sent sent = h.desk.places.remove();
        sent.answer(first, CodeClass.ACCEPTED, null);
        sent.answer(second, CodeClass.REJECTED, null);
        h.run(16_000);
        assertThat(first.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(second.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(third.isOutcomeUnknown()).as("its reply is missing").isTrue();
    }

    @Test
    void anOrderThatWasTakenForAbsentAndIsThereIsAdoptedAndItsFillsAreBooked() {
        EngineOrder order = h.submitted();
        h.desk.places.remove().answer(CodeClass.REJECTED);
        h.life.order(h.state(order, "7", OrderStatus.ACCEPTED, 0));
        h.life.fill(h.fill(order, "7", 1, 4));
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(h.book.adopted).hasSize(1);
        assertThat(h.book.adopted.get(0).rawFilled()).isEqualTo(4);
        assertThat(h.life.hasOpenOrders()).as("it is ours all the same").isTrue();
        assertThat(h.life.symbolsWithOpenOrders()).containsExactly("AAA");
    }
}
