package io.ttquant.exchanges.session;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;

/**
 * Applies what a venue says of an order. What was told never goes back: a closed order stays closed, a cumulative quantity never falls, and figures that are
 * older than those that are known say nothing.
 */
final class OrderEvidence {
    private final LifeParts life;

    OrderEvidence(LifeParts life) {
        this.life = life;
    }

    /**
     * Takes a state of an order.
     *
     * @param isAnswer whether it was asked for, so that it is no older than the question
     */
    void apply(KnownOrder order, VenueOrder venue, boolean isAnswer) {
        KnownOrder known = order.current();
        note(known, venue);
        if (known.awaitsState) {
            // All that was known of it were its fills, which waited to hear whose they are.
            known.awaitsState = false;
            finish(known, isAnswer);
        }
        OrderStatus status = venue.status();
        if (status == null) {
            doubt(known, isAnswer);
            return;
        }
        if (isAnswer) {
            known.isUnclear = false;
            known.rawAnswered = Figures.rawQuantity(known.instrument, venue.filled());
        }
        if (known.end != null && isContradiction(known, venue, status)) {
            life.strays.adoptAnew(known, venue);
            return;
        }
        if (!life.rules.isFinal(known)) {
            take(known, venue, status, isAnswer);
        }
        finish(known, isAnswer);
    }

    /** Names and cumulative quantity count whatever the state is. */
    private void note(KnownOrder known, VenueOrder venue) {
        boolean isNew = life.orders.link(known, venue.venueId());
        isNew |= life.orders.link(known, venue.childId());
        known.wasConditional |= venue.isConditional();
        if (known.latest == null || venue.tsUpdated() >= known.latest.tsUpdated()) {
            known.latest = venue;
        }
        known.lastEventNanos = Math.max(known.lastEventNanos, venue.tsUpdated());
        known.isLiquidation |= !known.isOurs && life.terms.isLiquidation(venue);
        if (venue.status() != null) {
            known.rawClaimed = Math.max(known.rawClaimed, Figures.rawQuantity(known.instrument, venue.filled()));
        }
        if (isNew) {
            life.strays.drain(known);
        }
    }

    /** A word that is not known: nothing follows from it but a question. */
    private void doubt(KnownOrder known, boolean isAnswer) {
        if (known.end != null) {
            return;
        }
        if (!known.isUnclear) {
            known.isUnclear = true;
            life.audit.report(
                    "order " + known.order.clientId(),
                    Verdict.of(CodeClass.UNKNOWN, "the word for its state is not known"));
        }
        if (!isAnswer) {
            life.inquiries.ask(known);
        }
    }

    /** Whether it shows that an end was concluded too early; a state that does not count what is known to be filled is old, and shows nothing. */
    private static boolean isContradiction(KnownOrder known, VenueOrder venue, OrderStatus status) {
        boolean isRefused = known.end == OrderStatus.REJECTED;
        boolean isAlive = status.isOpen();
        boolean isFilled = venue.filled().signum() > 0;
        boolean isOld = Figures.rawQuantity(known.instrument, venue.filled()) < known.rawKnown;
        return !isOld && ((isRefused && (isAlive || isFilled)) || (known.isEndConcluded && isAlive));
    }

    private void take(KnownOrder known, VenueOrder venue, OrderStatus status, boolean isAnswer) {
        switch (status) {
            case INITIALIZED, DENIED, SUBMITTED -> {}
            case ACCEPTED, PARTIALLY_FILLED, TRIGGERED, PENDING_UPDATE, PENDING_CANCEL -> {
                exists(known, venue);
                figures(known, venue, isAnswer);
                if (status == OrderStatus.TRIGGERED) {
                    life.reports.triggered(known, venue.tsUpdated());
                    childSoon(known, venue, isAnswer);
                }
            }
            case REJECTED -> ending(known, venue, known.rawClaimed > 0 ? OrderStatus.CANCELED : OrderStatus.REJECTED);
            case FILLED, CANCELED, EXPIRED -> {
                exists(known, venue);
                figures(known, venue, isAnswer);
                ending(known, venue, status);
            }
        }
    }

    /** The news of what came of it follow by themselves; if they are lost, its outcome is asked for. */
    private void childSoon(KnownOrder known, VenueOrder venue, boolean isAnswer) {
        if (!isAnswer && venue.isConditional() && venue.childId().isEmpty()) {
            life.inquiries.askSoon(known);
        }
    }

    private void exists(KnownOrder known, VenueOrder venue) {
        boolean isChild = known.wasConditional && !venue.isConditional();
        if (isChild) {
            known.childFound();
        }
        life.reports.exists(known, venue.tsUpdated());
        if (isChild && known.end == null) {
            // What came of it when its trigger was reached, though the news of that may have been lost.
            life.reports.triggered(known, venue.tsUpdated());
        }
    }

    private void ending(KnownOrder known, VenueOrder venue, OrderStatus status) {
        Ending before = known.ending;
        if (before != null && before.rawFilled() >= known.rawClaimed) {
            return;
        }
        boolean isAsked = known.wasCancelAsked && status == OrderStatus.CANCELED;
        String message = isAsked ? "" : words(venue);
        known.ending = new Ending(status, known.rawClaimed, RejectReason.EXCHANGE, message, venue.tsUpdated());
        boolean isOtherSize = known.rawQuantity != known.rawClaimed && known.rawKnown < known.rawClaimed;
        if (isOtherSize && (status == OrderStatus.FILLED || known.rawClaimed > known.rawQuantity)) {
            life.reports.resized(known, known.rawClaimed, venue.tsUpdated());
        }
    }

    private static String words(VenueOrder venue) {
        String source = venue.cancelSource().isEmpty() ? "" : ", source " + venue.cancelSource();
        return "ended by the venue: " + venue.statusWord() + source;
    }

    private void figures(KnownOrder known, VenueOrder venue, boolean isAnswer) {
        if (!life.rules.areNews(venue.tsUpdated(), known.figuresNanos, isAnswer)) {
            if (venue.tsUpdated() == known.figuresNanos && differs(known, venue)) {
                known.isUnclear = true;
                life.inquiries.ask(known);
            }
            return;
        }
        known.figuresNanos = Math.max(known.figuresNanos, venue.tsUpdated());
        long quantity = quantity(known, venue);
        long price = price(known, venue);
        long trigger = trigger(known, venue);
        PendingAmendment first = known.amendments.peek();
        if (first != null && first.isSent && first.isInEffect(quantity, price, trigger)) {
            life.amends.inEffect(known, quantity, price, trigger, venue.tsUpdated());
        } else if (differs(known, venue)) {
            changed(known, quantity, price, trigger, venue.tsUpdated());
        }
    }

    private boolean differs(KnownOrder known, VenueOrder venue) {
        return quantity(known, venue) != known.rawQuantity
                || price(known, venue) != known.rawPrice
                || trigger(known, venue) != known.rawTrigger;
    }

    /** Its limit; a price that a venue tells of an order without one says nothing. */
    private static long price(KnownOrder known, VenueOrder venue) {
        OrderType type = known.order.sent().type();
        boolean hasPrice =
                type.hasPrice() || type == OrderType.MARKET_TO_LIMIT || type == OrderType.TRAILING_STOP_LIMIT;
        return hasPrice ? Figures.rawPrice(known.instrument, venue.price(), known.rawPrice) : known.rawPrice;
    }

    private static long trigger(KnownOrder known, VenueOrder venue) {
        boolean hasTrigger = known.order.sent().type().hasTrigger();
        return hasTrigger
                ? Figures.rawPrice(known.instrument, venue.triggerPrice(), known.rawTrigger)
                : known.rawTrigger;
    }

    private static long quantity(KnownOrder known, VenueOrder venue) {
        boolean isTold =
                !venue.isByValue() && !known.isByValue && venue.quantity().signum() > 0;
        return isTold ? Figures.rawQuantity(known.instrument, venue.quantity()) : known.rawQuantity;
    }

    /** Changed by the order's own rules, or by another hand. */
    private void changed(KnownOrder known, long quantity, long price, long trigger, long tsEvent) {
        OrderType type = known.order.sent().type();
        boolean isOwnRule = type.isTrailing() || type == OrderType.MARKET_TO_LIMIT;
        if (quantity == known.rawQuantity && isOwnRule) {
            known.rawPrice = price;
            known.rawTrigger = trigger;
            life.sink.repriced(known.order, price, trigger, life.orNow(tsEvent));
        } else if (quantity >= known.rawKnown) {
            life.reports.updated(known, quantity, price, trigger, tsEvent);
        }
    }

    /** Books what waited, tells the end if nothing is missing, asks for fills that are. */
    void finish(KnownOrder known, boolean isAnswer) {
        life.fills.release(known, isAnswer);
        Ending ending = known.ending;
        if (ending != null && known.end == null) {
            if (life.rules.isComplete(known.rawKnown, Math.max(ending.rawFilled(), known.rawClaimed))) {
                life.reports.end(known, ending);
            }
        }
        if (known.lacksFills()) {
            life.inquiries.fillsLater(known);
        }
    }
}
