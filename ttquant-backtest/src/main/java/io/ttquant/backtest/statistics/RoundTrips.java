package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs fills into round trips, first in, first out, for each strategy and instrument by itself. */
public final class RoundTrips {
    private final Map<Key, ArrayDeque<Lot>> open = new LinkedHashMap<>();
    private final List<RoundTrip> trips = new ArrayList<>();

    private record Key(String strategyId, InstrumentId instrument) {}

    private static final class Lot {
        private final Fill fill;
        private long rawLeft;

        Lot(Fill fill, long rawLeft) {
            this.fill = fill;
            this.rawLeft = rawLeft;
        }
    }

    private RoundTrips() {}

    /** The round trips of fills that are in the order of time. What is still open at the end makes none. */
    public static List<RoundTrip> of(List<Fill> fills) {
        RoundTrips builder = new RoundTrips();
        fills.forEach(builder::add);
        return builder.trips;
    }

    private void add(Fill fill) {
        Key key = new Key(fill.order().strategyId(), fill.instrument().id());
        ArrayDeque<Lot> lots = open.computeIfAbsent(key, k -> new ArrayDeque<>());
        long left = fill.rawQuantity();
        while (left > 0 && !lots.isEmpty() && lots.peek().fill.side() != fill.side()) {
            Lot lot = lots.peek();
            long closed = Math.min(left, lot.rawLeft);
            trips.add(trip(lot.fill, fill, closed));
            lot.rawLeft -= closed;
            left -= closed;
            if (lot.rawLeft == 0) {
                lots.remove();
            }
        }
        if (left > 0) {
            lots.add(new Lot(fill, left));
        }
    }

    private static RoundTrip trip(Fill entry, Fill exit, long rawQuantity) {
        Instrument i = entry.instrument();
        int scale = i.quote().scale();
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
                FixedPoint.toDecimal(gross, scale),
                fee(entry, rawQuantity).add(fee(exit, rawQuantity)),
                entry.order().request().tag(),
                exit.order().request().tag());
    }

    /** The part of a fill's fee that falls on a quantity, in the quote currency. */
    private static BigDecimal fee(Fill fill, long rawQuantity) {
        BigDecimal fee = FixedPoint.toDecimal(fill.rawFee(), fill.feeCurrency().scale());
        Instrument i = fill.instrument();
        BigDecimal inQuote = fee;
        if (fill.feeCurrency().equals(i.base())) {
            inQuote = fee.multiply(FixedPoint.toDecimal(fill.rawPrice(), i.priceScale()));
        } else if (!fill.feeCurrency().equals(i.quote())) {
            return BigDecimal.ZERO;
        }
        if (rawQuantity == fill.rawQuantity()) {
            return inQuote;
        }
        return inQuote.multiply(BigDecimal.valueOf(rawQuantity))
                .divide(BigDecimal.valueOf(fill.rawQuantity()), MathContext.DECIMAL64);
    }
}
