package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Checks the messages of a book by price level, and the book that they make. */
final class BookLog implements BookSink {
    private final Instrument instrument;
    private final MarketLog market;
    private final NavigableMap<Long, Long> bids = new TreeMap<>();
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private boolean isKnown;

    BookLog(Instrument instrument, MarketLog market) {
        this.instrument = instrument;
        this.market = market;
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        market.came(Capability.BOOKS, tsEvent, tsInit, "snapshot");
        isKnown = true;
        bids.clear();
        asks.clear();
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        market.came(Capability.BOOKS, tsEvent, tsInit, "increment");
        market.require(isKnown, "a change of a book came before its first snapshot, or after the book was lost");
    }

    @Override
    public void ids(long first, long last, long previous) {
        market.require(
                first == ABSENT || last == ABSENT || first <= last,
                "a message of a book came with the ids " + first + " to " + last + ", which do not rise");
    }

    @Override
    public void checksum(int value) {
        // Any value may be right.
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        keep(bids, rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        keep(asks, rawPrice, rawQuantity);
    }

    private static void keep(NavigableMap<Long, Long> levels, long rawPrice, long rawQuantity) {
        if (rawQuantity == 0) {
            levels.remove(rawPrice);
        } else {
            levels.put(rawPrice, rawQuantity);
        }
    }

    @Override
    public void end() {
        if (!bids.isEmpty()) {
            long bid = bids.lastKey();
            market.price(bid);
            market.require(
                    asks.isEmpty() || bid < asks.firstKey(),
                    "a book came with bid " + instrument.formatPrice(bid) + " not below ask "
                            + (asks.isEmpty() ? "" : instrument.formatPrice(asks.firstKey())));
        }
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        isKnown = false;
        market.losses++;
    }

    @Override
    public boolean needsSnapshot() {
        return !isKnown;
    }
}
