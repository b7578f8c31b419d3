package io.ttquant.exchanges.session;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Sends new orders, each once and never again, and takes what the venue answers to each. */
final class CreateCommands {
    private final LifeParts life;

    CreateCommands(LifeParts life) {
        this.life = life;
    }

    void send(List<? extends Order> orders) {
        List<KnownOrder> leaving = new ArrayList<>();
        List<KnownOrder> kept = new ArrayList<>();
        for (Order order : orders) {
            (mayLeave(order) ? leaving : kept).add(register(order));
        }
        life.activity++;
        if (!kept.isEmpty()) {
            refuse(kept);
        }
        if (!leaving.isEmpty()) {
            send(leaving, !life.audit.isTrading());
        }
    }

    private boolean mayLeave(Order order) {
        return life.audit.isTrading() || (life.audit.mayReduce() && life.rules.isHarmlessBlind(order.sent()));
    }

    private void refuse(List<KnownOrder> kept) {
        kept.forEach(known -> known.isUnsent = true);
        String why = "not sent: " + life.audit.whyNot();
        life.soon(() -> kept.forEach(known -> life.reports.rejected(known, RejectReason.NOT_RUNNING, why, 0)));
    }

    private void send(List<KnownOrder> leaving, boolean isBlind) {
        leaving.forEach(known -> known.isBlind = isBlind);
        long deadline = place(leaving.stream().map(known -> known.order).toList());
        long absent = life.now() + life.settings.absentAfter().toNanos();
        leaving.forEach(known -> known.deadlineNanos = deadline == EpochNanos.NEVER ? absent : deadline);
        life.later(life.settings.answerWithin(), () -> leaving.forEach(this::missing));
    }

    /** The intent is known before its bytes leave, so that news that overtakes the answer finds it. */
    private KnownOrder register(Order order) {
        if (life.orders.of(order) != null) {
            throw new IllegalStateException(
                    "order " + order.clientId() + " was sent before; a new intent is a new order");
        }
        KnownOrder known = new KnownOrder(order, order.clientId(), true, 0);
        known.create = KnownOrder.Create.IN_FLIGHT;
        known.sentNanos = life.now();
        known.deadlineNanos = EpochNanos.NEVER;
        life.ledger.touch(known.instrument);
        life.orders.add(known);
        return known;
    }

    private long place(List<? extends Order> orders) {
        try {
            return life.desk.place(orders, this::answered);
        } catch (RuntimeException e) {
            Verdict verdict = Verdict.of(CodeClass.UNKNOWN, "sending failed half-way: " + e);
            life.soon(() -> orders.forEach(o -> answered(o, new CommandResult(verdict, "", "", null, 0))));
            return EpochNanos.NEVER;
        }
    }

    private void missing(KnownOrder known) {
        if (known.create == KnownOrder.Create.IN_FLIGHT) {
            unresolved(known, "no answer came within " + life.settings.answerWithin());
        }
    }

    private void answered(Order order, CommandResult result) {
        KnownOrder known = life.orders.of(order);
        if (known == null || life.isClosed) {
            return;
        }
        life.activity++;
        boolean isDone = result.verdict().isAccepted();
        if (isDone) {
            done(known, result);
        } else if (!life.rules.isRefusal(result.verdict().codeClass())) {
            if (known.create != KnownOrder.Create.SETTLED) {
                unresolved(known, words(result.verdict()));
            }
        } else if (known.isAccepted) {
            // News was there first: a refusal of what exists is a question.
            life.inquiries.ask(known);
        } else {
            life.reports.rejected(known, result.verdict().reason(), words(result.verdict()), result.tsEvent());
        }
    }

    private void done(KnownOrder known, CommandResult result) {
        if (life.orders.link(known, result.venueId())) {
            life.strays.drain(known);
        }
        VenueOrder order = result.order();
        if (known.end == OrderStatus.REJECTED) {
            life.inquiries.ask(known);
            return;
        }
        boolean isRefused = order != null && order.status() == OrderStatus.REJECTED;
        if (!isRefused) {
            life.reports.exists(known, result.tsEvent());
        }
        if (order != null) {
            life.guarded("an answer to a new order", () -> life.evidence.apply(known, order, true), () -> {
                known.isUnclear = true;
                life.inquiries.ask(known);
            });
        }
        life.evidence.finish(known, false);
        if (known.isBlind && known.end == null) {
            // What became of it at once is in no news, and whoever closes a position with it waits for that.
            life.inquiries.askSoon(known);
        }
    }

    private void unresolved(KnownOrder known, String why) {
        if (known.create == KnownOrder.Create.IN_FLIGHT) {
            known.create = KnownOrder.Create.UNRESOLVED;
            life.reports.outcomeUnknown(known, "it is not known whether the venue has the order: " + why);
            life.inquiries.askSoon(known);
        }
    }

    static String words(Verdict verdict) {
        String code = verdict.code().isEmpty() ? "" : verdict.code() + " ";
        return code + (verdict.message().isEmpty() ? verdict.codeClass().text() : verdict.message());
    }
}
