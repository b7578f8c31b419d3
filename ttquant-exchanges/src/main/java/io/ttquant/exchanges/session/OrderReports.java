package io.ttquant.exchanges.session;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;

/** Tells the engine of an order: each state once, an end only when nothing is missing before it, and every command that waits with it. */
final class OrderReports {
    private final LifeParts life;

    OrderReports(LifeParts life) {
        this.life = life;
    }

    /** The venue has it, or had it. */
    void exists(KnownOrder known, long tsEvent) {
        if (known.end != null) {
            return;
        }
        known.absences = 0;
        known.absentSinceNanos = 0;
        known.create = KnownOrder.Create.SETTLED;
        if (!known.isAccepted) {
            known.isAccepted = true;
            life.activity++;
            life.sink.accepted(known.order, life.orNow(tsEvent));
        }
        settle(known);
    }

    void triggered(KnownOrder known, long tsEvent) {
        if (!known.isTriggered && known.order.sent().type().hasTrigger()) {
            known.isTriggered = true;
            life.sink.triggered(known.order, life.orNow(tsEvent));
        }
    }

    void updated(KnownOrder known, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        known.rawQuantity = rawQuantity;
        known.rawPrice = rawPrice;
        known.rawTrigger = rawTrigger;
        life.activity++;
        life.sink.updated(known.order, rawQuantity, rawPrice, rawTrigger, life.orNow(tsEvent));
        settle(known);
    }

    /** Makes an order as large as the venue says that it is. */
    void resized(KnownOrder known, long rawQuantity, long tsEvent) {
        updated(known, rawQuantity, known.rawPrice, known.rawTrigger, tsEvent);
    }

    void outcomeUnknown(KnownOrder known, String message) {
        if (known.end == null) {
            known.isMarkedUnknown = true;
            life.sink.outcomeUnknown(known.order, message, life.now());
        }
    }

    /** Takes the mark from an order once none of its commands has an unknown outcome: its state may go on waiting for the answer to another. */
    void settle(KnownOrder known) {
        if (known.isMarkedUnknown && !known.hasUnknownOutcome()) {
            known.isMarkedUnknown = false;
            life.sink.outcomeKnown(known.order, life.now());
        }
    }

    void rejected(KnownOrder known, RejectReason reason, String message, long tsEvent) {
        end(known, new Ending(OrderStatus.REJECTED, 0, reason, message, tsEvent));
    }

    /** Tells the end of an order whose fills are all booked. */
    void end(KnownOrder known, Ending ending) {
        if (life.rules.isFinal(known)) {
            return;
        }
        known.end = ending.status();
        known.isMarkedUnknown = false;
        life.activity++;
        known.create = KnownOrder.Create.SETTLED;
        known.isUnclear = false;
        known.endedNanos = life.now();
        life.inquiries.release(known);
        tell(known, ending);
        answerPending(known, ending);
    }

    private void tell(KnownOrder known, Ending ending) {
        long tsEvent = life.orNow(ending.tsEvent());
        switch (ending.status()) {
            case REJECTED -> life.sink.rejected(known.order, ending.reason(), ending.message(), tsEvent);
            case EXPIRED -> life.sink.expired(known.order, tsEvent);
            case FILLED -> {
                if (!known.isWhole) {
                    life.sink.canceled(known.order, "the venue says that it is filled, at another size", tsEvent);
                }
            }
            case CANCELED -> life.sink.canceled(known.order, ending.message(), tsEvent);
            case INITIALIZED,
                    DENIED,
                    SUBMITTED,
                    ACCEPTED,
                    TRIGGERED,
                    PENDING_UPDATE,
                    PENDING_CANCEL,
                    PARTIALLY_FILLED -> throw new IllegalStateException(ending.status() + " is no end of an order");
        }
    }

    private void answerPending(KnownOrder known, Ending ending) {
        String message = "the order has ended: " + ending.status();
        PendingCancel cancel = known.cancel;
        known.cancel = null;
        if (cancel != null && ending.status() != OrderStatus.CANCELED) {
            life.sink.cancelRejected(known.order, RejectReason.ORDER_NOT_OPEN, message, life.now());
        }
        for (PendingAmendment a = known.amendments.poll(); a != null; a = known.amendments.poll()) {
            life.sink.updateRejected(known.order, RejectReason.ORDER_NOT_OPEN, message, life.now());
        }
    }
}
