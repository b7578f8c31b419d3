package io.ttquant.exchanges.session;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cancels: one at a time for an order. A refusal, a silence and an acknowledgement without effect are questions; a cancel may be sent again. */
final class CancelCommands {
    /** Whoever stops or trips the kill switch meanwhile waits five seconds for ends, and is not to wait for nothing. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final LifeParts life;

    CancelCommands(LifeParts life) {
        this.life = life;
    }

    void ask(List<? extends Order> orders) {
        List<Order> fit = new ArrayList<>();
        for (Order order : orders) {
            KnownOrder known = life.orders.of(order);
            if (known == null || known.end != null) {
                life.soon(() -> life.sink.cancelRejected(
                        order, RejectReason.ORDER_NOT_OPEN, "not sent: the order is not open", life.now()));
            } else if (known.cancel == null) {
                known.cancel = new PendingCancel();
                known.wasCancelAsked = true;
                if (!known.isUnsent) {
                    fit.add(order);
                }
            }
        }
        if (!fit.isEmpty()) {
            send(fit);
        }
    }

    private void send(List<Order> orders) {
        life.activity++;
        for (Order order : orders) {
            PendingCancel cancel = pending(life.orders.of(order));
            if (cancel != null) {
                cancel.sent(life.now());
                doubtAfterSilence(order, cancel, cancel.attempts);
            }
        }
        try {
            life.desk.cancel(orders, this::answered);
        } catch (RuntimeException e) {
            Verdict verdict = Verdict.of(CodeClass.UNKNOWN, "sending failed half-way: " + e);
            life.soon(() -> orders.forEach(o -> answered(o, new CommandResult(verdict, "", "", null, 0))));
        }
    }

    private void doubtAfterSilence(Order order, PendingCancel cancel, int attempt) {
        life.later(life.settings.answerWithin(), () -> {
            KnownOrder known = life.orders.of(order);
            if (known != null && known.cancel == cancel && cancel.isAwaited(attempt)) {
                doubt(known, cancel, Verdict.of(CodeClass.UNKNOWN, "no answer, or no effect, came in time"));
            }
        });
    }

    private void answered(Order order, CommandResult result) {
        KnownOrder known = life.orders.of(order);
        if (known == null || life.isClosed) {
            return;
        }
        life.activity++;
        PendingCancel cancel = known.cancel;
        VenueOrder venue = result.order();
        if (result.verdict().isAccepted()) {
            if (venue != null) {
                life.guarded("an answer to a cancel", () -> life.evidence.apply(known, venue, true), () -> {});
            }
            if (cancel != null) {
                expectEffect(known, cancel, cancel.attempts);
            }
        } else if (cancel != null && known.cancel == cancel) {
            if (life.rules.isRefusedCancelBelieved()) {
                refuse(known, result.verdict().reason(), CreateCommands.words(result.verdict()));
            } else {
                doubt(known, cancel, result.verdict());
            }
        }
    }

    private void expectEffect(KnownOrder known, PendingCancel cancel, int attempt) {
        life.later(life.settings.effectWithin(), () -> {
            if (known.cancel == cancel && known.end == null && cancel.isAwaited(attempt)) {
                doubt(known, cancel, Verdict.ACCEPTED);
            }
        });
    }

    private void doubt(KnownOrder known, PendingCancel cancel, Verdict verdict) {
        boolean isFirst = cancel.attempts == 1 && !cancel.isDoubtful() && !cancel.isToBeRepeated;
        cancel.doubtNanos = life.now();
        cancel.verdict = verdict;
        boolean isOpenOutcome =
                verdict.codeClass() == CodeClass.UNKNOWN || verdict.codeClass() == CodeClass.MAINTENANCE;
        if (isOpenOutcome && isFirst) {
            cancel.isUnknown = true;
            life.reports.outcomeUnknown(
                    known, "it is not known whether the order was cancelled: " + CreateCommands.words(verdict));
        }
        life.inquiries.ask(known);
    }

    /** The order was asked for, and is open. */
    void decide(KnownOrder known, long asked) {
        PendingCancel cancel = known.cancel;
        if (cancel == null || !cancel.isDoubtful() || asked < cancel.doubtNanos) {
            return;
        }
        CodeClass answer = cancel.verdict.codeClass();
        boolean isRefusedForGood = answer == CodeClass.REJECTED || answer == CodeClass.FATAL;
        if (isRefusedForGood) {
            refuse(known, why(cancel.verdict), CreateCommands.words(cancel.verdict));
        } else if (cancel.isToBeRepeated) {
            cancel.doubtNanos = 0;
        } else if (life.now() - cancel.firstNanos
                >= life.settings.cancelWithin().toNanos()) {
            refuse(
                    known,
                    why(cancel.verdict),
                    "the order is open after " + cancel.attempts + " cancels; the last answer: "
                            + CreateCommands.words(cancel.verdict));
        } else {
            repeat(known, cancel);
        }
    }

    /** The order was found open, whatever the venue said: nobody is to wait for its end. */
    private static RejectReason why(Verdict verdict) {
        return verdict.reason() == RejectReason.ORDER_NOT_OPEN ? RejectReason.EXCHANGE : verdict.reason();
    }

    /** An exchange that refused since it is busy is not helped by the same at once, so that each wait is twice the one before, up to a point. */
    private void repeat(KnownOrder known, PendingCancel cancel) {
        cancel.doubtNanos = 0;
        cancel.isToBeRepeated = true;
        long waitNanos =
                Math.min(LONGEST_WAIT.toNanos(), life.backoff(cancel.attempts).toNanos());
        long dueNanos = cancel.sentNanos + waitNanos;
        life.later(Duration.ofNanos(Math.max(0, dueNanos - life.now())), () -> {
            if (known.cancel == cancel && known.end == null) {
                send(List.of(known.order));
            }
        });
    }

    private void refuse(KnownOrder known, RejectReason reason, String message) {
        known.cancel = null;
        known.wasCancelAsked = false;
        life.sink.cancelRejected(known.order, reason, message, life.now());
        life.reports.settle(known);
    }

    private static @Nullable PendingCancel pending(@Nullable KnownOrder known) {
        return known == null ? null : known.cancel;
    }
}
