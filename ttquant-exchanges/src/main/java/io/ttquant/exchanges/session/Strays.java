package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * News of orders that are not known: of ours whose names at the venue we do not know yet, or of others, which the engine then adopts once. Whose it is
 * is asked, not guessed.
 */
final class Strays {
    private static final class Stray {
        final Instrument instrument;
        final Side side;
        final boolean isNamed;
        final long sinceNanos;
        private final List<VenueFill> fills = new ArrayList<>();

        @Nullable
        VenueOrder order;

        Stray(Instrument instrument, Side side, boolean isNamed, long sinceNanos) {
            this.instrument = instrument;
            this.side = side;
            this.isNamed = isNamed;
            this.sinceNanos = sinceNanos;
        }

        /** Takes a fill once; one that was told without its id has the id that comes later. */
        void add(VenueFill fill) {
            for (int i = 0; i < fills.size(); i++) {
                if (FillKey.isSame(fills.get(i), fill)) {
                    if (fills.get(i).isIdMadeUp()) {
                        fills.set(i, fill);
                    }
                    return;
                }
            }
            fills.add(fill);
        }
    }

    private record Name(String symbol, String orderId) {}

    private final LifeParts life;
    private final Map<Name, Stray> strays = new LinkedHashMap<>();

    Strays(LifeParts life) {
        this.life = life;
    }

    boolean isEmpty() {
        return strays.isEmpty();
    }

    void add(VenueFill fill, Instrument instrument) {
        long complete =
                life.ledger.completeUntil(instrument) - life.settings.overlap().toNanos();
        boolean isOfBefore = fill.tsEvent() <= life.opening.tsEvent() || fill.tsEvent() < complete;
        if (isOfBefore) {
            return;
        }
        life.fills.requireReadable(instrument, fill);
        stray(
                        new Name(fill.symbol(), fill.orderId()),
                        instrument,
                        fill.side(),
                        !fill.clientId().isEmpty())
                .add(fill);
    }

    /** News of an order that is not known. */
    void add(VenueOrder order, Instrument instrument, boolean isAnswer) {
        long complete =
                life.ledger.completeUntil(instrument) - life.settings.overlap().toNanos();
        boolean isOld = order.tsUpdated() > 0 && order.tsUpdated() < Math.max(complete, life.opening.tsEvent());
        OrderStatus status = order.status();
        boolean isNothing = status == null || status == OrderStatus.REJECTED;
        if (isAnswer && isNothing) {
            String what = "order " + order.venueId() + " of " + order.symbol();
            life.audit.report(
                    what, Verdict.of(CodeClass.UNKNOWN, "the word for its state is not known: " + order.statusWord()));
            return;
        }
        if (isNothing || (!isAnswer && isOld)) {
            life.audit.ordersSoon();
            return;
        }
        Name name = new Name(order.symbol(), order.venueId());
        boolean isNamed = !order.clientId().isEmpty();
        if (mayBeOurs(instrument, order.side(), isNamed, life.now())) {
            Stray stray = stray(name, instrument, order.side(), isNamed);
            VenueOrder before = stray.order;
            stray.order = before == null || order.tsUpdated() >= before.tsUpdated() ? order : before;
        } else {
            adopt(order, instrument);
        }
    }

    private Stray stray(Name name, Instrument instrument, Side side, boolean isNamed) {
        Stray known = strays.get(name);
        if (known != null) {
            return known;
        }
        life.activity++;
        Stray stray = new Stray(instrument, side, isNamed, life.now());
        strays.put(name, stray);
        life.audit.ordersSoon();
        return stray;
    }

    /** One of our orders has a name more. */
    void drain(KnownOrder known) {
        for (String id : List.copyOf(known.venueIds)) {
            Stray stray = strays.remove(new Name(known.symbol(), id));
            if (stray != null) {
                stray.fills.forEach(fill -> life.fills.hold(known, fill));
                VenueOrder order = stray.order;
                if (order != null) {
                    life.soon(() -> life.evidence.apply(known, order, false));
                }
            }
        }
    }

    /** The open orders were answered, and all that are open are known: what is still stray is of orders that ended. */
    void settle(long askedNanos) {
        for (Name name : List.copyOf(strays.keySet())) {
            Stray stray = strays.get(name);
            if (stray == null) {
                continue;
            }
            boolean isFresh =
                    askedNanos - stray.sinceNanos < life.settings.effectWithin().toNanos();
            if (isFresh || mayBeOurs(stray.instrument, stray.side, stray.isNamed, stray.sinceNanos)) {
                life.audit.ordersSoon();
            } else if (stray.order != null) {
                adopt(stray.order, stray.instrument);
            } else {
                strays.remove(name);
                List<VenueFill> left = life.fills.unbooked(stray.fills);
                if (!left.isEmpty()) {
                    adoptFills(name.orderId(), stray.instrument, left);
                }
            }
        }
    }

    /** Whether an order of ours may have a name there that we do not know: no answer told it, or its trigger may have been reached. */
    private boolean mayBeOurs(Instrument instrument, Side side, boolean isNamed, long sinceNanos) {
        boolean mayBe = false;
        for (KnownOrder k : life.orders.all(
                k -> k.isOurs && k.isOpen() && k.instrument.equals(instrument) && k.order.side() == side)) {
            boolean hasTrigger = k.order.sent().type().hasTrigger();
            if (k.venueIds.isEmpty() && (hasTrigger || !isNamed)) {
                mayBe = true;
                if (k.create == KnownOrder.Create.SETTLED) {
                    life.inquiries.ask(k);
                }
            } else if (hasTrigger && k.stateInquiry.answeredNanos <= sinceNanos) {
                mayBe = true;
                life.inquiries.ask(k);
            }
        }
        return mayBe;
    }

    /** Adopts the orders that were open when the session began. */
    void adoptOpening(ExternalOrder external) {
        life.ledger.touch(external.request().instrument());
        KnownOrder known = adopted(external);
        life.orders.link(known, external.venueId());
    }

    private KnownOrder adopt(VenueOrder venue, Instrument instrument) {
        ExternalOrder e = life.terms.external(venue, instrument);
        KnownOrder known = adopted(new ExternalOrder(
                e.clientId(), e.venueId(), e.request(), OrderStatus.ACCEPTED, 0, life.orNow(venue.tsCreated())));
        known.isByValue = venue.isByValue();
        life.evidence.apply(known, venue, false);
        return known;
    }

    private void adoptFills(String orderId, Instrument instrument, List<VenueFill> fills) {
        KnownOrder known = adoptedOf(orderId, instrument, fills);
        known.isEndConcluded = true;
        life.orders.link(known, orderId);
        fills.forEach(fill -> life.fills.hold(known, fill));
        if (instrument.kind().isDerivative()) {
            // Whether the venue itself took the position is said by the order alone.
            known.awaitsState = true;
            life.inquiries.ask(known, () -> stateAnswered(known));
            life.later(life.settings.stateWithin(), () -> giveUpState(known, "no answer came"));
        } else {
            life.evidence.finish(known, false);
        }
    }

    /** A venue that is behind does not find an order that it has: that counts only twice, some time apart. */
    private void stateAnswered(KnownOrder known) {
        if (!known.awaitsState) {
            return;
        }
        long absent = known.stateInquiry.answeredNanos - known.absentSinceNanos;
        if (known.absentSinceNanos != 0
                && absent >= life.settings.effectWithin().toNanos()) {
            giveUpState(known, "the venue has it at no endpoint");
        } else {
            known.stateInquiry.whenAnswered(() -> stateAnswered(known));
        }
    }

    private void giveUpState(KnownOrder known, String why) {
        if (known.awaitsState) {
            known.awaitsState = false;
            String what = "order " + String.join(" ", known.venueIds) + " of " + known.symbol();
            life.audit.say(what + " counts as one of others, though a liquidation would look the same: " + why);
            life.evidence.finish(known, false);
        }
    }

    private KnownOrder adoptedOf(String orderId, Instrument instrument, List<VenueFill> fills) {
        long quantity = 0;
        for (VenueFill fill : fills) {
            quantity += Figures.rawQuantity(instrument, fill.quantity());
        }
        VenueFill first = fills.get(0);
        OrderRequest request =
                OrderRequest.market(instrument, first.side(), quantity).withPositionSide(first.positionSide());
        return adopted(new ExternalOrder("", orderId, request, OrderStatus.ACCEPTED, 0, life.orNow(first.tsEvent())));
    }

    /** A fill of an order that the engine has as ended for good: it is booked on an order of its own. */
    void adoptRest(KnownOrder ended, VenueFill fill) {
        ended.rawKnown += Figures.rawQuantity(ended.instrument, fill.quantity());
        ended.rawClaimed = Math.max(ended.rawClaimed, ended.rawKnown);
        KnownOrder known = adoptedOf(fill.orderId(), ended.instrument, List.of(fill));
        known.isLiquidation = ended.isLiquidation;
        // The ledger has it already, as one of the order that ended.
        known.held.add(fill);
        life.ledger.add(known, fill);
        life.evidence.finish(known, false);
    }

    /** An order that was taken for refused or gone is there: it goes on as one that the engine adopts. */
    void adoptAnew(KnownOrder ended, VenueOrder venue) {
        ended.rawClaimed = ended.rawKnown;
        ExternalOrder e = life.terms.external(venue, ended.instrument);
        KnownOrder known = adopted(
                new ExternalOrder(
                        e.clientId(), e.venueId(), e.request(), OrderStatus.ACCEPTED, ended.rawKnown, life.now()),
                ended.isOurs);
        ended.successor = known;
        life.orders.replace(ended, known);
        life.evidence.apply(known, venue, true);
    }

    private KnownOrder adopted(ExternalOrder external) {
        return adopted(external, false);
    }

    private KnownOrder adopted(ExternalOrder external, boolean isOurs) {
        life.activity++;
        Order order = life.sink.adopt(external);
        KnownOrder known = new KnownOrder(order, external.clientId(), isOurs, external.rawFilled());
        known.rawQuantity = external.request().rawQuantity();
        known.isAccepted = true;
        known.isTriggered = external.status() == OrderStatus.TRIGGERED;
        life.orders.add(known);
        return known;
    }
}
