package io.ttquant.exchanges.binance;

import static io.ttquant.exchanges.binance.MarketFields.*;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.exchanges.feed.BookMessage;
import io.ttquant.exchanges.feed.SymbolFeed;
import org.jspecify.annotations.Nullable;

/** Books: changes with their ids, best levels, and snapshots. */
final class BinanceBooks {
    private final BinanceEnvelope frame;
    private final BookMessage message = new BookMessage();
    private @Nullable SymbolFeed bidsOf;
    private @Nullable SymbolFeed asksOf;

    BinanceBooks(BinanceEnvelope frame) {
        this.frame = frame;
    }

    /** Begins a frame. */
    void begin() {
        bidsOf = null;
        asksOf = null;
    }

    /** Reads a side where it stands, as it is known already whose it is. */
    void side(boolean isBids, SymbolFeed feed) {
        if (isBids) {
            message.bids(frame.cursor, feed);
            bidsOf = feed;
        } else {
            message.asks(frame.cursor, feed);
            asksOf = feed;
        }
    }

    /** Reads what was not read where it stood. */
    private void sides(SymbolFeed feed, int bids, int asks) {
        if (bidsOf != feed) {
            message.bids(frame.at(bids), feed);
        }
        if (asksOf != feed) {
            message.asks(frame.at(asks), feed);
        }
    }

    /** {@code depthUpdate}: changes, or on futures best levels too. */
    BinanceFrame update(@Nullable SymbolFeed feed, boolean isBestLevels, long tsInit) {
        BookSink sink = feed == null ? null : feed.book();
        if (feed == null || sink == null) {
            return BinanceFrame.BOOK;
        }
        sides(feed, BID, ASK);
        long last = frame.at(LAST_ID).integer();
        long first = id(FIRST_ID);
        long previous = id(PREVIOUS_ID);
        long tsEvent = Moments.happened(frame, tsInit);
        if (isBestLevels) {
            message.deliver(sink, true, tsEvent, tsInit, BookSink.ABSENT, last, BookSink.ABSENT, 0);
        } else {
            message.deliver(sink, false, tsEvent, tsInit, first, last, previous, 0);
        }
        return BinanceFrame.BOOK;
    }

    private long id(int field) {
        return frame.has(field) ? frame.at(field).integer() : BookSink.ABSENT;
    }

    /** {@code lastUpdateId}, {@code bids} and {@code asks}: best levels of Spot, or a whole book. */
    BinanceFrame snapshot(@Nullable SymbolFeed feed, long tsInit) {
        BookSink sink = feed == null ? null : feed.book();
        if (feed == null || sink == null) {
            return BinanceFrame.BOOK;
        }
        sides(feed, BIDS, ASKS);
        long last = frame.at(SNAPSHOT_ID).integer();
        message.deliver(sink, true, Moments.happened(frame, tsInit), tsInit, BookSink.ABSENT, last, BookSink.ABSENT, 0);
        return BinanceFrame.BOOK;
    }
}
