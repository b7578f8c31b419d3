package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs fills into round trips, for each strategy and instrument by itself: a fill closes first what was opened under its own order's tag, and then
 * what was opened first. So the levels of a grid, whose orders bear the level's name, pair with themselves. A fee in the base currency makes what was bought
 * smaller, as it does in the account.
 */
public final class RoundTrips {
    private final Map<Key, ArrayDeque<Lot>> open = new LinkedHashMap<>();
    private final List<RoundTrip> trips = new ArrayList<>();

    private record Key(String strategyId, InstrumentId instrument) {}

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

    private RoundTrips() {}

    /** Pairs fills that are in the order of time. */
    public static RoundTrips pair(List<Fill> fills) {
        RoundTrips builder = new RoundTrips();
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

    /** What is still open, in the order of opening for each strategy and instrument. Less than a lot, which cannot be traded, is left out. */
    public List<OpenTrade> open() {
        List<OpenTrade> all = new ArrayList<>();
        for (ArrayDeque<Lot> lots : open.values()) {
            for (Lot lot : lots) {
                if (lot.rawLeft >= lot.fill.instrument().rawLot()) {
                    all.add(new OpenTrade(lot.fill, lot.rawLeft, fee(lot.fill, lot.rawLeft, lot.rawWhole)));
                }
            }
        }
        return all;
    }

    private void add(Fill fill) {
        Key key = new Key(fill.order().strategyId(), fill.instrument().id());
        ArrayDeque<Lot> lots = open.computeIfAbsent(key, k -> new ArrayDeque<>());
        long whole = rawChange(fill);
        long left = whole;
        while (left > 0 && !lots.isEmpty() && lots.peek().fill.side() != fill.side()) {
            Lot lot = next(lots, fill.order().request().tag());
            long closed = Math.min(left, lot.rawLeft);
            BigDecimal fees = fee(lot.fill, closed, lot.rawWhole).add(fee(fill, closed, whole));
            trips.add(trip(lot.fill, fill, closed, fees));
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

    private static RoundTrip trip(Fill entry, Fill exit, long rawQuantity, BigDecimal fees) {
        Instrument i = entry.instrument();
        long bought = i.rawNotional(entry.rawPrice(), rawQuantity);
        long sold = i.rawNotional(exit.rawPrice(), rawQuantity);
        long gross = entry.side() == Side.BUY ? sold - bought : bought - sold;
        return new RoundTrip(
                entry.order().strategyId(),
                i,
                entry.side(),
                rawQuantity,
                entry.tsEvent(),
                exit.tsEvent(),
                entry.rawPrice(),
                exit.rawPrice(),
                FixedPoint.toDecimal(gross, i.quote().scale()),
                fees,
                entry.order().request().tag(),
                exit.order().request().tag(),
                entry.reason(),
                exit.reason());
    }

    /** The part of a fill's fee that falls on a quantity, in the quote currency and at its scale. */
    private static BigDecimal fee(Fill fill, long rawPart, long rawWhole) {
        Instrument i = fill.instrument();
        long rawFee;
        if (fill.feeCurrency().equals(i.quote())) {
            rawFee = fill.rawFee();
        } else if (fill.feeCurrency().equals(i.base())) {
            int scale = fill.feeCurrency().scale() + i.priceScale();
            rawFee = FixedPoint.multiply(
                    fill.rawFee(), fill.rawPrice(), scale, i.quote().scale());
        } else {
            return BigDecimal.ZERO;
        }
        long part = rawPart == rawWhole ? rawFee : FixedPoint.multiplyDivide(rawFee, rawPart, rawWhole);
        return FixedPoint.toDecimal(part, i.quote().scale());
    }
}
