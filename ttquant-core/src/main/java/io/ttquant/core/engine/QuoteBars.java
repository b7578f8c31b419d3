package io.ttquant.core.engine;

import io.ttquant.api.market.PriceSource;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.market.BarAggregator;

/** Reduces quotes to the price that a series is made from. A quote that lacks that price is passed over. */
record QuoteBars(PriceSource source, BarAggregator aggregator) {
    void quote(long tsEvent, long tsInit, long rawBid, long rawAsk) {
        long rawPrice = switch (source) {
            case BID -> rawBid;
            case ASK -> rawAsk;
            default -> rawBid > 0 && rawAsk > 0 ? FixedPoint.divideHalfEven(Math.addExact(rawBid, rawAsk), 2) : 0;
        };
        if (rawPrice > 0) {
            aggregator.tick(tsEvent, tsInit, rawPrice, 0);
        }
    }

    long nextCloseNanos() {
        return aggregator.nextCloseNanos();
    }
}
