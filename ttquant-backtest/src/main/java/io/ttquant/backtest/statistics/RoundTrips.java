package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pairs fills into round trips, for each strategy and instrument by itself: a fill closes first what was opened under its own order's tag, and then
 * what was opened first. So the levels of a grid, whose orders bear the level's name, pair with themselves. A fee in the base currency makes what was bought
 * smaller, as it does in the account. What one order opened at one instant and another one closed at one instant is one trip, though a book or a depth model filled them
 * in many parts. In hedge mode the long and the short position are paired by themselves.
 */
public final class RoundTrips {
    private final Map<Key, ArrayDeque<Lot>> open = new LinkedHashMap<>();
    private final List<RoundTrip> trips = new ArrayList<>();
    private @Nullable Fill lastEntry;
    private @Nullable Fill lastExit;

    private final ToLongFunction<Fill> foreignFees;

    private record Key(String strategyId, InstrumentId instrument, PositionSide side) {}

    private static final class Lot {
        private final Fill fill;
        private final long rawWhole;
        private long rawLeft;

        Lot(Fill fill, long rawWhole, long rawLeft) {
            this.fill = fill;
            this.rawWhole = rawWhole;
            this.rawLeft = rawLeft;
        }
    }

    private RoundTrips(ToLongFunction<Fill> foreignFees) {
        this.foreignFees = foreignFees;
    }

    /** Pairs fills that are in the order of time. What fees in a third asset are worth is not known. */
    public static RoundTrips pair(List<Fill> fills) {
        return pair(fills, fill -> Ledger.UNKNOWN);
    }

    /**
     * Pairs fills that are in the order of time.
     *
     * @param foreignFees what a fee in a third asset was worth in the settlement currency when it was paid, at that currency's scale;
     *     {@link Ledger#UNKNOWN} if no price was known. Asked for fills of which {@link #hasForeignFee} is true.
     */
    public static RoundTrips pair(List<Fill> fills, ToLongFunction<Fill> foreignFees) {
        RoundTrips builder = new RoundTrips(foreignFees);
        fills.forEach(builder::add);
        return builder;
    }

    /** The round trips of fills that are in the order of time. What is still open at the end makes none. */
    public static List<RoundTrip> of(List<Fill> fills) {
        return pair(fills).closed();
    }

    /** What was opened and closed, in the order of closing. */
    public List<RoundTrip> closed() {
        return java.util.Collections.unmodifiableList(trips);
    }

    /**
     * What is still open, in the order of opening for each strategy and instrument; what one order opened at one instant is one. Less than a lot, which cannot
     * be traded, is left out.
     */
    public List<OpenTrade> open() {
        List<OpenTrade> all = new ArrayList<>();
        for (ArrayDeque<Lot> lots : open.values()) {
            OpenTrade last = null;
            for (Lot lot : lots) {
                OpenTrade next = open(lot);
                if (last != null && isOneExecution(next.entry(), last.entry())) {
                    last = last.with(next);
                } else {
                    addTradable(all, last);
                    last = next;
                }
            }
            addTradable(all, last);
        }
        return all;
    }

    private static void addTradable(List<OpenTrade> all, @Nullable OpenTrade trade) {
        if (trade != null && trade.rawQuantity() >= trade.entry().instrument().rawLot()) {
            all.add(trade);
        }
    }

    private OpenTrade open(Lot lot) {
        Instrument i = lot.fill.instrument();
        return new OpenTrade(
                lot.fill,
                lot.rawLeft,
                FixedPoint.toDecimal(lot.fill.rawPrice(), i.priceScale()),
                FixedPoint.toDecimal(
                        i.rawNotional(lot.fill.rawPrice(), lot.rawLeft),
                        i.settlement().scale()),
                fee(lot.fill, lot.rawLeft, lot.rawWhole));
    }

    private void add(Fill fill) {
        Key key = new Key(
                fill.order().strategyId(),
                fill.instrument().id(),
                fill.order().request().positionSide());
        ArrayDeque<Lot> lots = open.computeIfAbsent(key, k -> new ArrayDeque<>());
        long whole = rawChange(fill);
        long left = whole;
        while (left > 0 && !lots.isEmpty() && lots.peek().fill.side() != fill.side()) {
            Lot lot = next(lots, fill.order().request().tag());
            long closed = Math.min(left, lot.rawLeft);
            close(lot.fill, fill, trip(lot.fill, fill, closed, fees(lot, fill, closed, whole)));
            lot.rawLeft -= closed;
            left -= closed;
            if (lot.rawLeft == 0) {
                lots.remove(lot);
            }
        }
        if (left > 0) {
            lots.add(new Lot(fill, whole, left));
        }
    }

    private void close(Fill entry, Fill exit, RoundTrip trip) {
        int last = trips.size() - 1;
        if (isOneExecution(entry, lastEntry) && isOneExecution(exit, lastExit)) {
            trips.set(last, trips.get(last).with(trip));
        } else {
            trips.add(trip);
        }
        lastEntry = entry;
        lastExit = exit;
    }

    private static boolean isOneExecution(Fill fill, @Nullable Fill before) {
        return before != null && before.order() == fill.order() && before.tsEvent() == fill.tsEvent();
    }

    private @Nullable BigDecimal fees(Lot lot, Fill exit, long rawClosed, long rawWhole) {
        BigDecimal entered = fee(lot.fill, rawClosed, lot.rawWhole);
        BigDecimal left = fee(exit, rawClosed, rawWhole);
        return entered == null || left == null ? null : entered.add(left);
    }

    private static Lot next(ArrayDeque<Lot> lots, String tag) {
        if (!tag.isEmpty()) {
            for (Lot lot : lots) {
                if (lot.fill.order().request().tag().equals(tag)) {
                    return lot;
                }
            }
        }
        return lots.element();
    }

    /** By how much a fill changes what is held, without sign: a fee in the base currency is taken out of it. */
    static long rawChange(Fill fill) {
        Instrument i = fill.instrument();
        if (fill.rawFee() == 0 || i.kind().isDerivative() || !fill.feeCurrency().equals(i.base())) {
            return fill.rawQuantity();
        }
        long unit = FixedPoint.pow10(i.base().scale() - i.quantityScale());
        long rawFee = -Math.floorDiv(-fill.rawFee(), unit);
        return Math.max(0, fill.side() == Side.BUY ? fill.rawQuantity() - rawFee : fill.rawQuantity() + rawFee);
    }

    private static RoundTrip trip(Fill entry, Fill exit, long rawQuantity, @Nullable BigDecimal fees) {
        Instrument i = entry.instrument();
        long gross = rawGain(entry, rawQuantity, exit.rawPrice());
        return new RoundTrip(
                entry.order().strategyId(),
                i,
                entry.side(),
                rawQuantity,
                entry.tsEvent(),
                exit.tsEvent(),
                FixedPoint.toDecimal(entry.rawPrice(), i.priceScale()),
                FixedPoint.toDecimal(exit.rawPrice(), i.priceScale()),
                FixedPoint.toDecimal(
                        i.rawNotional(entry.rawPrice(), rawQuantity),
                        i.settlement().scale()),
                FixedPoint.toDecimal(gross, i.settlement().scale()),
                fees,
                entry.order().request().tag(),
                exit.order().request().tag(),
                entry.reason(),
                exit.reason());
    }

    /** What a part of a fill gains if it is closed at a price, at the scale of the settlement currency. */
    static long rawGain(Fill entry, long rawQuantity, long rawExitPrice) {
        Instrument i = entry.instrument();
        long opened = i.rawNotional(entry.rawPrice(), rawQuantity);
        long closed = i.rawNotional(rawExitPrice, rawQuantity);
        // An inverse contract is worth less the higher its price.
        boolean isRise = (entry.side() == Side.BUY) != i.isInverse();
        return isRise ? Math.subtractExact(closed, opened) : Math.subtractExact(opened, closed);
    }

    /** True if a fill has a fee whose worth in the settlement currency its own price does not tell. */
    public static boolean hasForeignFee(Fill fill) {
        return fill.rawFee() != 0 && !isOwn(fill) && !isInBase(fill);
    }

    private static boolean isOwn(Fill fill) {
        return fill.feeCurrency().equals(fill.instrument().settlement());
    }

    private static boolean isInBase(Fill fill) {
        Instrument i = fill.instrument();
        return fill.feeCurrency().equals(i.base()) && i.settlement().equals(i.quote());
    }

    /** The part of a fill's fee that falls on a quantity, in the settlement currency and at its scale; null if its worth is not known. */
    private @Nullable BigDecimal fee(Fill fill, long rawPart, long rawWhole) {
        Instrument i = fill.instrument();
        long rawFee = fill.rawFee();
        if (hasForeignFee(fill)) {
            rawFee = foreignFees.applyAsLong(fill);
        } else if (!isOwn(fill) && rawFee != 0) {
            int scale = fill.feeCurrency().scale() + i.priceScale();
            rawFee = FixedPoint.multiply(
                    rawFee, fill.rawPrice(), scale, i.quote().scale());
        }
        if (rawFee == Ledger.UNKNOWN) {
            return null;
        }
        long part = rawPart == rawWhole ? rawFee : FixedPoint.multiplyDivide(rawFee, rawPart, rawWhole);
        return FixedPoint.toDecimal(part, i.settlement().scale());
    }
}
