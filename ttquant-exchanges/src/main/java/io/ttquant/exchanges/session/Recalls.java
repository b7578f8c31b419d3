package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Takes up the orders of an earlier run that the engine has for its own. They are ours, known as far as that run knew
 * them: what is open goes on, what is not
 * among the open orders is asked for, and what was filled meanwhile is told before trading begins.
 */
final class Recalls {
    /** Every venue refuses a request that is older, whatever that run asked for. */
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);

    /** So many answers that lack fills, and so many questions that failed, are waited for. */
    private static final int MOST_ANSWERS = 6;

    private static final int MOST_ATTEMPTS = 60;

    private record Name(InstrumentId instrument, Side side, String clientId) {}

    private final LifeParts life;

    Recalls(LifeParts life) {
        this.life = life;
    }

    /** Adopts what was open when the session began, and looks for the rest of what the engine recalls. */
    void begin() {
        Map<Name, ExternalOrder> recalled = new LinkedHashMap<>();
        life.sink.recalled().forEach(order -> recalled.put(name(order), order));
        for (ExternalOrder open : life.opening.openOrders()) {
            ExternalOrder before = open.clientId().isEmpty() ? null : recalled.remove(name(open));
            if (before == null) {
                life.strays.adoptOpening(open);
            } else {
                goOn(open, before.rawFilled());
            }
        }
        recalled.values().forEach(this::lookFor);
    }

    private static Name name(ExternalOrder order) {
        return new Name(order.request().instrument().id(), order.request().side(), order.clientId());
    }

    private void goOn(ExternalOrder open, long rawBefore) {
        KnownOrder known = take(new ExternalOrder(
                open.clientId(), open.venueId(), open.request(), open.status(), rawBefore, open.tsEvent()));
        known.isAccepted = true;
        known.isTriggered = open.status() == OrderStatus.TRIGGERED;
        known.rawClaimed = Math.max(rawBefore, open.rawFilled());
        life.orders.link(known, open.venueId());
        life.evidence.finish(known, false);
    }

    /** One of which nothing was filled may never have arrived, so that it is treated as one of which no answer came. */
    private void lookFor(ExternalOrder before) {
        KnownOrder known = take(before);
        life.orders.link(known, before.venueId());
        known.isAccepted = before.rawFilled() > 0;
        if (!known.isAccepted) {
            known.create = KnownOrder.Create.UNRESOLVED;
            known.deadlineNanos = Math.min(life.now(), before.tsEvent()) + LONGEST_WINDOW.toNanos();
        }
    }

    private KnownOrder take(ExternalOrder order) {
        life.ledger.touch(order.request().instrument());
        life.activity++;
        KnownOrder known = new KnownOrder(life.sink.adopt(order), order.clientId(), true, order.rawFilled());
        known.rawQuantity = order.request().rawQuantity();
        known.isRecalled = true;
        life.orders.add(known);
        return known;
    }

    /**
     * Waits until what is filled of them is booked, as long as the venue lists it: strategies are to know what they
     * hold before they trade.
     */
    void awaitFills(BooleanSupplier isWanted, Runnable done) {
        if (!life.orders.any(Recalls::isMissingFills)) {
            done.run();
        } else {
            life.later(life.settings.fillWithin(), () -> {
                if (isWanted.getAsBoolean()) {
                    awaitFills(isWanted, done);
                }
            });
        }
    }

    private static boolean isMissingFills(KnownOrder known) {
        return known.isRecalled
                && (known.lacksFills() || !known.held.isEmpty())
                && known.fillAnswers < MOST_ANSWERS
                && known.fillInquiry.attempts < MOST_ATTEMPTS;
    }
}
