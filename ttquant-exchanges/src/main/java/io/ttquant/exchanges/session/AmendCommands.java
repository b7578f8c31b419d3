package io.ttquant.exchanges.session;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;

/** Amendments: one at a time for an order, the others wait. Quantities are totals; what is in effect is read from the order, not from the answer. */
final class AmendCommands {
    private final LifeParts life;

    AmendCommands(LifeParts life) {
        this.life = life;
    }

    void ask(Order order, Amendment asked) {
        KnownOrder known = life.orders.of(order);
        if (known == null || known.end != null) {
            refuseSoon(order, RejectReason.ORDER_NOT_OPEN, "not sent: the order is not open");
        } else if (!life.audit.isTrading() && !isLess(known, asked)) {
            refuseSoon(order, RejectReason.NOT_RUNNING, "not sent: " + life.audit.whyNot());
        } else {
            known.amendments.add(new PendingAmendment(asked));
            sendNext(known);
        }
    }

    private void refuseSoon(Order order, RejectReason reason, String message) {
        life.soon(() -> life.sink.updateRejected(order, reason, message, life.now()));
    }

    private static boolean isLess(KnownOrder known, Amendment asked) {
        boolean isOfQuantityOnly = asked.rawPrice() == 0 && asked.rawTrigger() == 0;
        return isOfQuantityOnly && asked.rawQuantity() > 0 && asked.rawQuantity() < known.rawQuantity;
    }

    private void sendNext(KnownOrder known) {
        PendingAmendment first = known.amendments.peek();
        if (first == null || first.isSent || known.isUnsent || known.end != null) {
            return;
        }
        life.activity++;
        first.isSent = true;
        long deadline = place(known, first);
        long silent = life.now() + life.settings.answerWithin().multipliedBy(2).toNanos();
        first.deadlineNanos = deadline == EpochNanos.NEVER ? silent : deadline;
        life.later(life.settings.answerWithin(), () -> {
            if (known.amendments.peek() == first && !first.isDoubtful()) {
                doubt(known, first, Verdict.of(CodeClass.UNKNOWN, "no answer, or no effect, came in time"));
            }
        });
    }

    private long place(KnownOrder known, PendingAmendment first) {
        try {
            return life.desk.amend(known.order, first.asked, (order, result) -> answered(known, first, result));
        } catch (RuntimeException e) {
            Verdict verdict = Verdict.of(CodeClass.UNKNOWN, "sending failed half-way: " + e);
            life.soon(() -> answered(known, first, new CommandResult(verdict, "", "", null, 0)));
            return EpochNanos.NEVER;
        }
    }

    private void answered(KnownOrder known, PendingAmendment first, CommandResult result) {
        if (life.isClosed) {
            return;
        }
        life.activity++;
        VenueOrder venue = result.order();
        Verdict verdict = result.verdict();
        if (verdict.isAccepted()) {
            if (venue != null) {
                life.guarded("an answer to an amendment", () -> life.evidence.apply(known, venue, true), () -> {});
            }
            expectEffect(known, first);
        } else if (known.amendments.peek() != first) {
            return;
        } else if (life.rules.isRefusal(verdict.codeClass())) {
            refuse(known, first, verdict.reason(), CreateCommands.words(verdict));
        } else {
            doubt(known, first, verdict);
        }
    }

    private void expectEffect(KnownOrder known, PendingAmendment first) {
        life.later(life.settings.effectWithin(), () -> {
            if (known.amendments.peek() == first && !first.isDoubtful()) {
                doubt(known, first, Verdict.ACCEPTED);
            }
        });
    }

    private void doubt(KnownOrder known, PendingAmendment first, Verdict verdict) {
        boolean isFirst = !first.isDoubtful();
        first.doubtNanos = life.now();
        first.verdict = verdict;
        boolean isOpenOutcome =
                verdict.codeClass() == CodeClass.UNKNOWN || verdict.codeClass() == CodeClass.MAINTENANCE;
        if (isFirst && isOpenOutcome) {
            first.isUnknown = true;
            life.reports.outcomeUnknown(
                    known, "it is not known whether the order was amended: " + CreateCommands.words(verdict));
        }
        life.inquiries.ask(known);
    }

    /** What was asked for is what the venue has. */
    void inEffect(KnownOrder known, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        known.amendments.poll();
        life.reports.updated(known, rawQuantity, rawPrice, rawTrigger, tsEvent);
        sendNext(known);
    }

    /** The order was asked for, and is open without what was asked for. */
    void decide(KnownOrder known, long asked) {
        PendingAmendment first = known.amendments.peek();
        if (first == null || !first.isDoubtful() || asked < first.doubtNanos) {
            return;
        }
        if (life.rules.isAfterDeadline(asked, first.deadlineNanos)) {
            refuse(
                    known,
                    first,
                    first.verdict.reason(),
                    "not in effect after the time at which the venue refuses it; the last answer: "
                            + CreateCommands.words(first.verdict));
        }
    }

    private void refuse(KnownOrder known, PendingAmendment first, RejectReason reason, String message) {
        if (known.amendments.peek() == first) {
            known.amendments.poll();
            life.sink.updateRejected(known.order, reason, message, life.now());
            life.reports.settle(known);
            life.evidence.finish(known, false);
            sendNext(known);
        }
    }
}
