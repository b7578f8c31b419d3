package io.ttquant.exchanges.feed;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Levels;
import io.ttquant.exchanges.json.PlainReader;

/** One message about a book, read whole before any of it is passed on, so that a broken one changes nothing. */
public final class BookMessage {
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();

    /** An empty message. */
    public BookMessage() {}

    /** Reads the bids that a cursor stands at. */
    public void bids(JsonCursor cursor, SymbolFeed feed) {
        bids.read(cursor, feed.priceScale(), feed.quantityScale());
    }

    /** Reads the asks that a cursor stands at. */
    public void asks(JsonCursor cursor, SymbolFeed feed) {
        asks.read(cursor, feed.priceScale(), feed.quantityScale());
    }

    /** Reads the bids that stand next if they are plain; false, and nothing may be used, if they are not. */
    public boolean bids(PlainReader reader, SymbolFeed feed) {
        return reader.levels(bids, feed.priceScale(), feed.quantityScale());
    }

    /** Reads the asks that stand next if they are plain; false, and nothing may be used, if they are not. */
    public boolean asks(PlainReader reader, SymbolFeed feed) {
        return reader.levels(asks, feed.priceScale(), feed.quantityScale());
    }

    /** Takes all levels out. */
    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** The bids. */
    public Levels bids() {
        return bids;
    }

    /** The asks. */
    public Levels asks() {
        return asks;
    }

    /** Passes it on; {@code first}, {@code last} and {@code previous} are {@link BookSink#ABSENT} where the venue has none. */
    public void deliver(
            BookSink sink,
            boolean isSnapshot,
            long tsEvent,
            long tsInit,
            long first,
            long last,
            long previous,
            int checksum) {
        if (isSnapshot) {
            sink.snapshot(tsEvent, tsInit);
        } else {
            sink.increment(tsEvent, tsInit);
        }
        sink.ids(first, last, previous);
        if (checksum != 0) {
            sink.checksum(checksum);
        }
        for (int i = 0; i < bids.size(); i++) {
            sink.bid(bids.rawPrice(i), bids.rawQuantity(i));
        }
        for (int i = 0; i < asks.size(); i++) {
            sink.ask(asks.rawPrice(i), asks.rawQuantity(i));
        }
        sink.end();
    }
}
