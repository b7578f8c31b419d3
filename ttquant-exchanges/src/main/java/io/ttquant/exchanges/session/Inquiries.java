package io.ttquant.exchanges.session;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Asks for orders one by one, again and again with growing waits, until nothing about them is open. A question that failed says nothing. */
final class Inquiries {
    private static final int ABSENCES_TO_VANISH = 3;

    private final LifeParts life;

    Inquiries(LifeParts life) {
        this.life = life;
    }

    /** Asks for the state of an order, unless that is being asked. */
    void ask(KnownOrder known) {
        askAfter(known, Duration.ZERO);
    }

    /** Asks for the state of an order, and runs a task once that was answered. */
    void ask(KnownOrder known, Runnable answered) {
        known.stateInquiry.whenAnswered(answered);
        ask(known);
    }

    /** Asks for the state of an order if that does not come by itself. */
    void askSoon(KnownOrder known) {
        askAfter(known, life.settings.fillWithin());
    }

    private void askAfter(KnownOrder known, Duration wait) {
        Inquiry inquiry = known.stateInquiry;
        if (!inquiry.isUnderWay() && (wait.isZero() || !inquiry.isScheduled())) {
            inquiry.scheduled(life.later(wait, () -> send(known)));
        }
    }

    private void send(KnownOrder known) {
        int number = begin(known.stateInquiry);
        long asked = known.stateInquiry.askedNanos;
        life.desk.find(known.order, reply(known.stateInquiry, number, () -> again(known), lookup -> {
            VenueOrder order = lookup.order();
            if (order == null) {
                absent(known, asked);
            } else {
                life.evidence.apply(known, order, true);
                if (lookup.lacksChild()) {
                    childAbsent(known, asked);
                } else {
                    known.childFound();
                    life.reports.settle(known);
                    decide(known, asked);
                }
            }
            again(known);
        }));
    }

    private int begin(Inquiry inquiry) {
        inquiry.stop();
        inquiry.askedNanos = life.now();
        return ++inquiry.number;
    }

    private <T> Reply<T> reply(Inquiry inquiry, int number, Runnable again, Consumer<T> take) {
        inquiry.scheduled(life.later(life.settings.answerWithin(), () -> {
            inquiry.stop();
            failed(inquiry, number, again);
        }));
        return new Reply<>() {
            @Override
            public void answered(T value) {
                if (isCurrent(inquiry, number)) {
                    inquiry.stop();
                    inquiry.answeredNanos = inquiry.askedNanos;
                    inquiry.askedNanos = 0;
                    life.activity++;
                    List<Runnable> waiting = inquiry.takeWaiting();
                    life.guarded("an answer about an order", () -> take.accept(value), again);
                    waiting.forEach(Runnable::run);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                if (isCurrent(inquiry, number)) {
                    inquiry.stop();
                    Inquiries.this.failed(inquiry, number, again);
                }
            }
        };
    }

    private boolean isCurrent(Inquiry inquiry, int number) {
        return !life.isClosed && inquiry.isUnderWay() && inquiry.number == number;
    }

    private void failed(Inquiry inquiry, int number, Runnable again) {
        if (isCurrent(inquiry, number)) {
            inquiry.askedNanos = 0;
            again.run();
        }
    }

    /** What is still open is asked again later; so is what somebody waits for, and an order of which nobody tells. */
    private void again(KnownOrder known) {
        Inquiry inquiry = known.stateInquiry;
        boolean isMissing = known.absentSinceNanos != 0 || (known.end == null && known.childAbsentSinceNanos != 0);
        if (known.isQuestionable() || isMissing || inquiry.isAwaited()) {
            askAfter(known, life.backoff(++inquiry.attempts));
            return;
        }
        inquiry.attempts = 0;
        life.lookout.again(known);
    }

    /** An order has ended: a question that waits for its time is not needed, and nobody has to wait for an answer. */
    void release(KnownOrder known) {
        Inquiry inquiry = known.stateInquiry;
        if (!inquiry.isUnderWay()) {
            inquiry.stop();
        }
        inquiry.takeWaiting().forEach(life::soon);
        Lookout.stop(known);
    }

    /** No endpoint that could hold it has it. */
    private void absent(KnownOrder known, long asked) {
        if (known.end != null) {
            known.isUnclear = false;
            known.absentSinceNanos = 0;
        } else if (!known.isAccepted) {
            neverSeen(known, asked);
        } else {
            vanished(known, asked);
        }
    }

    private void neverSeen(KnownOrder known, long asked) {
        if (known.create != KnownOrder.Create.UNRESOLVED || !life.rules.isAfterDeadline(asked, known.deadlineNanos)) {
            return;
        }
        long apart = life.settings.effectWithin().toNanos();
        if (known.absences > 0 && asked - known.lastAbsenceNanos < apart) {
            return;
        }
        known.absences++;
        known.lastAbsenceNanos = asked;
        if (known.absences >= life.rules.absencesNeeded()) {
            known.isEndConcluded = true;
            life.reports.rejected(
                    known,
                    RejectReason.EXCHANGE,
                    "its outcome was not known; after the time at which the venue refuses the request it was asked for "
                            + known.absences + " times, and the venue has it at no endpoint",
                    0);
        }
    }

    /** An order that was there is nowhere: venues forget orders that ended without a fill. */
    private void vanished(KnownOrder known, long asked) {
        if (known.absentSinceNanos == 0) {
            known.absentSinceNanos = asked;
            life.audit.report(
                    "order " + known.order.clientId(),
                    Verdict.of(CodeClass.UNKNOWN, "the venue had it, and now has it at no endpoint"));
        }
        known.absences++;
        boolean isLong =
                asked - known.absentSinceNanos >= life.settings.vanishedAfter().toNanos();
        if (isLong && known.absences >= ABSENCES_TO_VANISH && !known.lacksFills()) {
            known.isEndConcluded = true;
            String message = "the venue had it, and for "
                    + life.settings.vanishedAfter().toMinutes() + " minutes has had it at no endpoint";
            known.ending = new Ending(OrderStatus.CANCELED, known.rawKnown, RejectReason.EXCHANGE, message, 0);
            known.absentSinceNanos = 0;
            life.evidence.finish(known, true);
        }
    }

    /**
     * Its trigger was reached, and what came of it is nowhere. Venues forget orders that ended without a fill; by then all fills since must have been asked for, since
     * those of what came of it are its own.
     */
    private void childAbsent(KnownOrder known, long asked) {
        if (known.end != null) {
            return;
        }
        if (known.childAbsentSinceNanos == 0) {
            known.childAbsentSinceNanos = asked;
            life.reports.outcomeUnknown(
                    known, "its trigger was reached, and the order that came of it is not found at the venue yet");
        }
        known.childAbsences++;
        long since = known.childAbsentSinceNanos;
        boolean isLong = asked - since >= life.settings.vanishedAfter().toNanos();
        boolean areFillsKnown = life.ledger.completeUntil(known.instrument) > since && !known.lacksFills();
        if (isLong && areFillsKnown && known.childAbsences >= ABSENCES_TO_VANISH) {
            known.isEndConcluded = true;
            String message = "its trigger was reached, and for "
                    + life.settings.vanishedAfter().toMinutes()
                    + " minutes the venue has had the order that came of it at no endpoint";
            known.ending = new Ending(OrderStatus.CANCELED, known.rawKnown, RejectReason.EXCHANGE, message, 0);
            known.childAbsentSinceNanos = 0;
            life.evidence.finish(known, true);
        }
    }

    /** What an answer about an open order says of the commands on it. */
    private void decide(KnownOrder known, long asked) {
        if (known.end == null && known.ending == null && !known.isUnclear) {
            life.cancels.decide(known, asked);
            life.amends.decide(known, asked);
        }
    }

    /** Lets go of orders that ended long ago, and before which all fills are known. */
    void forget() {
        long endedBefore = life.now() - life.settings.forgetAfter().toNanos();
        long overlap = life.settings.overlap().toNanos();
        for (KnownOrder known : life.orders.all(k -> k.end != null && k.endedNanos < endedBefore && k.isQuiet())) {
            if (known.lastEventNanos < life.ledger.completeUntil(known.instrument) - overlap) {
                known.stateInquiry.stop();
                known.fillInquiry.stop();
                life.ledger.forget(known);
                life.orders.forget(known);
            }
        }
    }

    /** Asks for the fills of an order once they had time to come by themselves. */
    void fillsLater(KnownOrder known) {
        Inquiry inquiry = known.fillInquiry;
        if (!inquiry.isUnderWay() && !inquiry.isScheduled()) {
            inquiry.scheduled(life.later(life.settings.fillWithin(), () -> sendFills(known)));
        }
    }

    private void sendFills(KnownOrder known) {
        known.fillInquiry.stop();
        if (!known.lacksFills()) {
            return;
        }
        int number = begin(known.fillInquiry);
        life.desk.fillsOf(
                known.order, this.<List<VenueFill>>reply(known.fillInquiry, number, () -> fillsAgain(known), fills -> {
                    known.fillAnswers++;
                    life.fills.takeAllOf(known, fills);
                    life.evidence.finish(known.current(), false);
                    fillsAgain(known);
                }));
    }

    private void fillsAgain(KnownOrder known) {
        Inquiry inquiry = known.fillInquiry;
        if (!known.lacksFills()) {
            inquiry.stop();
            inquiry.attempts = 0;
            known.fillAnswers = 0;
            known.isMissingReported = false;
            return;
        }
        inquiry.attempts++;
        if (inquiry.attempts > 2 && !known.isMissingReported) {
            known.isMissingReported = true;
            life.audit.report(
                    "fills of order " + known.order.clientId() + " are missing at the venue",
                    Verdict.of(CodeClass.UNKNOWN, ""));
        }
        inquiry.scheduled(life.later(life.backoff(inquiry.attempts), () -> sendFills(known)));
    }
}
