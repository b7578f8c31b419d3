package io.ttquant.exchanges.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueFill;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Books each fill once. A fill that the engine could not take yet is held until it can. */
final class FillBooking {
    private static final Comparator<VenueFill> BY_TIME =
            Comparator.comparingLong(VenueFill::tsEvent).thenComparingLong(VenueFill::tradeId);

    private static final int MOST_ANSWERS = 5;
    /** More than clocks may be off. */
    private static final long DOUBT_NANOS = 10 * EpochNanos.SECOND;

    private final LifeParts life;

    FillBooking(LifeParts life) {
        this.life = life;
    }

    /** Takes a fill from anywhere. */
    void take(VenueFill fill) {
        Instrument instrument = life.terms.instrument(fill.symbol());
        if (instrument == null) {
            life.audit.unlisted(fill.symbol());
            return;
        }
        life.ledger.touch(instrument);
        if (isBooked(fill)) {
            life.ledger.named(fill);
            return;
        }
        KnownOrder known = life.orders.of(fill);
        if (known == null) {
            life.strays.add(fill, instrument);
        } else {
            take(known, fill);
            life.evidence.finish(known.current(), false);
        }
    }

    private boolean isBooked(VenueFill fill) {
        return life.ledger.has(fill) && !life.rules.isBookedAgain();
    }

    /** Which of some fills are not booked yet. */
    List<VenueFill> unbooked(List<VenueFill> fills) {
        List<VenueFill> left = new ArrayList<>();
        for (VenueFill fill : fills) {
            if (isBooked(fill)) {
                life.ledger.named(fill);
            } else {
                left.add(fill);
            }
        }
        return left;
    }

    /** Takes fills of an instrument, oldest first; true if all could be read. */
    boolean takeAll(List<VenueFill> fills) {
        boolean areRead = true;
        for (VenueFill fill : fills.stream().sorted(BY_TIME).toList()) {
            areRead &= life.guarded("fill " + fill.tradeId() + " of " + fill.symbol(), () -> take(fill), () -> {});
        }
        return areRead;
    }

    /** Proves that a fill can be booked, before anything is noted of it: one that cannot be read must not count as known. */
    void requireReadable(Instrument instrument, VenueFill fill) {
        boolean isAny =
                Figures.rawQuantity(instrument, fill.quantity()) > 0 && Figures.rawPrice(instrument, fill.price()) > 0;
        if (!isAny) {
            throw new IllegalArgumentException("a fill of " + fill.quantity() + " at " + fill.price());
        }
        rawFee(fill, currency(instrument, fill));
    }

    /** Takes all fills of an order, as the venue lists them; those of before the session are counted, not booked. */
    void takeAllOf(KnownOrder known, List<VenueFill> fills) {
        long rawUnlisted = Math.max(0, known.rawClaimed - sum(known, fills));
        boolean isWhole = known.rawBaseline == 0
                || (known.isRecalled ? rawUnlisted == 0 : sum(known, fills) >= known.rawBaseline);
        if (!isWhole && known.fillAnswers < MOST_ANSWERS) {
            // By a list that does not even reach what was filled then nothing is told apart: the venue is behind.
            return;
        }
        known.isBaselineNamed = true;
        known.isBaselineDoubtful = false;
        // What is not listed any more is the oldest of it.
        long rawBefore = isWhole ? known.rawBaseline : Math.max(0, known.rawBaseline - rawUnlisted);
        long rawSoFar = 0;
        for (VenueFill fill : fills.stream().sorted(BY_TIME).toList()) {
            rawSoFar += Figures.rawQuantity(known.instrument, fill.quantity());
            // Of an order of others so old that its first fills are not listed any more only the time is left; of one
            // of an earlier run what is looked for came after what its store counted.
            boolean isOfBefore =
                    (isWhole || known.isRecalled) ? rawSoFar <= rawBefore : fill.tsEvent() <= life.opening.tsEvent();
            if (isOfBefore) {
                life.ledger.add(known, fill);
            } else {
                hold(known, fill);
            }
        }
    }

    private static long sum(KnownOrder known, List<VenueFill> fills) {
        long raw = 0;
        for (VenueFill fill : fills) {
            raw = Math.addExact(raw, Figures.rawQuantity(known.instrument, fill.quantity()));
        }
        return raw;
    }

    /** Near the opening a time does not prove whether a fill is in what was filled by then: the fills of the order do, counted from its first. */
    private void take(KnownOrder order, VenueFill fill) {
        KnownOrder known = order.current();
        if (known.rawBaseline > 0 && !known.isBaselineNamed) {
            if (fill.tsEvent() <= life.opening.tsEvent() + DOUBT_NANOS) {
                known.isBaselineDoubtful |= fill.tsEvent() > life.opening.tsEvent() - DOUBT_NANOS;
                return;
            }
        }
        hold(known, fill);
    }

    /** Takes a fill of an order; {@link #release} books it, at once as a rule. */
    void hold(KnownOrder order, VenueFill fill) {
        KnownOrder known = order.current();
        if (isBooked(fill)) {
            life.ledger.named(fill);
            return;
        }
        requireReadable(known.instrument, fill);
        life.ledger.add(known, fill);
        life.activity++;
        if (life.orders.link(known, fill.orderId())) {
            life.strays.drain(known);
        }
        known.lastEventNanos = Math.max(known.lastEventNanos, fill.tsEvent());
        known.held.add(fill);
    }

    /** Books what is held, as far as the engine can take it. */
    void release(KnownOrder known, boolean isAnswer) {
        while (!known.held.isEmpty()) {
            VenueFill fill = known.held.get(0);
            long quantity = Figures.rawQuantity(known.instrument, fill.quantity());
            if (known.end == OrderStatus.REJECTED || known.end == OrderStatus.FILLED) {
                known.held.remove(0);
                life.strays.adoptRest(known, fill);
            } else if (mustWait(known, quantity, isAnswer)) {
                life.inquiries.askSoon(known);
                return;
            } else {
                known.held.remove(0);
                book(known, fill, quantity);
            }
        }
    }

    private boolean mustWait(KnownOrder known, long quantity, boolean isAnswer) {
        if (known.awaitsState) {
            return true;
        }
        if (known.end != null || known.ending != null || known.isEndConcluded) {
            return false;
        }
        if (known.isByValue) {
            // Its size is an estimate until it ends: the engine learns the real one before the first fill.
            return true;
        }
        if (quantity > known.rawLeaves()) {
            // An answer that counts this fill has the size that it fits; one of a replica that lags does not.
            boolean isCounted = known.rawAnswered >= known.rawKnown + quantity;
            return !isAnswer || (!isCounted && known.stateInquiry.attempts < MOST_ANSWERS);
        }
        // While the size is being changed it is not known whether this fill is the last one.
        long asked = known.rawQuantityAsked();
        long after = known.rawKnown + quantity;
        return asked != 0 && asked != known.rawQuantity && (after == known.rawQuantity || after >= asked);
    }

    private void book(KnownOrder known, VenueFill fill, long quantity) {
        life.reports.exists(known, fill.tsEvent());
        if (quantity > known.rawLeaves()) {
            life.reports.resized(known, known.rawKnown + quantity, fill.tsEvent());
        }
        if (known.rawKnown == 0 && known.end == null) {
            // What fills was triggered, though the news of that may still be under way.
            life.reports.triggered(known, fill.tsEvent());
        }
        known.rawKnown += quantity;
        known.rawClaimed = Math.max(known.rawClaimed, known.rawKnown);
        report(known, fill, quantity);
        boolean isWhole = known.end == null && known.rawLeaves() == 0;
        if (isWhole) {
            known.isWhole = true;
            life.reports.end(
                    known, new Ending(OrderStatus.FILLED, known.rawKnown, RejectReason.EXCHANGE, "", fill.tsEvent()));
        }
    }

    private Currency currency(Instrument instrument, VenueFill fill) {
        String code = fill.fee().currency();
        return code.isEmpty() ? instrument.settlement() : life.terms.currency(code);
    }

    private static long rawFee(VenueFill fill, Currency currency) {
        return FixedPoint.toRaw(fill.fee().amount(), currency.scale(), RoundingMode.HALF_EVEN);
    }

    private void report(KnownOrder known, VenueFill fill, long quantity) {
        Instrument instrument = known.instrument;
        Currency currency = currency(instrument, fill);
        life.sink.filled(
                known.order,
                fill.tradeId(),
                Figures.rawPrice(instrument, fill.price()),
                quantity,
                rawFee(fill, currency),
                currency,
                fill.isMaker() ? LiquiditySide.MAKER : LiquiditySide.TAKER,
                known.isLiquidation ? FillReason.LIQUIDATION : FillReason.EXCHANGE,
                life.orNow(fill.tsEvent()));
    }
}
