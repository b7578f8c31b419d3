package io.ttquant.exchanges.okx;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.exchanges.feed.BookMessage;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Levels;
import io.ttquant.exchanges.json.Literal;
import io.ttquant.exchanges.json.Names;
import io.ttquant.exchanges.json.PlainReader;
import org.jspecify.annotations.Nullable;

/** Books and the best bid and ask: {@code {"asks":[["px","sz",…]],"bids":[…],"ts","checksum","prevSeqId","seqId"}}. */
final class OkxBooks {
    private static final Names FIELDS = Names.of("asks", "bids", "ts", "seqId", "prevSeqId", "checksum");
    private static final Names ACTIONS = Names.of("snapshot", "update");

    static final int SNAPSHOT = 0;
    static final int UPDATE = 1;
    private static final long NOTHING_BEFORE = -1;

    private static final Literal FIRST_ASKS = Literal.of("{'asks':");
    private static final Literal THEN_BIDS = Literal.of(",'bids':");
    private static final Literal INSTRUMENT = Literal.of(",'instId':");
    private static final Literal TIME = Literal.of(",'ts':");
    private static final Literal CHECKSUM = Literal.of(",'checksum':");
    private static final Literal PREVIOUS = Literal.of(",'prevSeqId':");
    private static final Literal LAST = Literal.of(",'seqId':");

    private final OkxEnvelope frame;
    private final JsonCursor cursor;
    private final BookMessage message = new BookMessage();
    private long tsEvent;
    private long last;
    private long previous;
    private int checksum;

    OkxBooks(OkxEnvelope frame) {
        this.frame = frame;
        cursor = frame.cursor;
    }

    private void clear(long tsInit) {
        message.clear();
        tsEvent = tsInit;
        last = BookSink.ABSENT;
        previous = BookSink.ABSENT;
        checksum = 0;
    }

    private void element(SymbolFeed feed, long tsInit) {
        clear(tsInit);
        boolean hasAsks = false;
        boolean hasBids = false;
        int start = cursor.mark();
        cursor.object();
        int field = cursor.field(FIELDS);
        while (field != JsonCursor.END) {
            switch (field) {
                case 0 -> {
                    message.asks(cursor, feed);
                    hasAsks = true;
                }
                case 1 -> {
                    message.bids(cursor, feed);
                    hasBids = true;
                }
                case 2 -> tsEvent = Math.min(tsInit, cursor.time());
                case 3 -> last = cursor.integerOr(BookSink.ABSENT);
                case 4 -> previous = cursor.integerOr(BookSink.ABSENT);
                case 5 -> checksum = (int) cursor.integerOr(0);
                default -> cursor.skip();
            }
            field = cursor.field(FIELDS);
        }
        if (!hasAsks || !hasBids) {
            // A side that is missing is no empty side: as a snapshot it would wipe out the book.
            throw cursor.failure("a book without " + (hasAsks ? "bids" : "asks"), start);
        }
    }

    /** Reads the array that the cursor stands at, if there is one message in it. */
    boolean readOne(SymbolFeed feed, long tsInit) {
        cursor.array();
        if (!cursor.element()) {
            return false;
        }
        element(feed, tsInit);
        return !cursor.element();
    }

    /** Reads a message that is written as nearly all are; false if it is not. */
    boolean readPlain(PlainReader reader, SymbolFeed feed, long tsInit) {
        clear(tsInit);
        boolean hasSides = reader.is(FIRST_ASKS)
                && message.asks(reader, feed)
                && reader.is(THEN_BIDS)
                && message.bids(reader, feed)
                && (!reader.is(INSTRUMENT) || reader.text())
                && reader.is(TIME);
        if (!hasSides) {
            return false;
        }
        long time = reader.quotedTime();
        long check = reader.is(CHECKSUM) ? reader.signed() : 0;
        previous = reader.is(PREVIOUS) ? reader.signed() : previous;
        last = reader.is(LAST) ? reader.signed() : last;
        tsEvent = Math.min(tsInit, time);
        checksum = (int) check;
        boolean areWhole =
                check != PlainReader.NO_NUMBER && previous != PlainReader.NO_NUMBER && last != PlainReader.NO_NUMBER;
        return time >= 0 && areWhole && reader.is('}');
    }

    OkxFrame best(@Nullable SymbolFeed feed, boolean isRead, long tsInit) {
        if (feed == null) {
            return OkxFrame.QUOTE;
        }
        if (isRead) {
            deliverBest(feed, tsInit);
            return OkxFrame.QUOTE;
        }
        frame.at(OkxEnvelope.DATA).array();
        while (cursor.element()) {
            element(feed, tsInit);
            deliverBest(feed, tsInit);
        }
        return OkxFrame.QUOTE;
    }

    void deliverBest(SymbolFeed feed, long tsInit) {
        Levels bids = message.bids();
        Levels asks = message.asks();
        boolean hasBid = bids.size() > 0;
        boolean hasAsk = asks.size() > 0;
        quote(
                feed,
                tsEvent,
                tsInit,
                hasBid ? bids.rawPrice(0) : 0,
                hasBid ? bids.rawQuantity(0) : 0,
                hasAsk ? asks.rawPrice(0) : 0,
                hasAsk ? asks.rawQuantity(0) : 0);
    }

    /** A side without price or quantity is empty. */
    static void quote(
            SymbolFeed feed, long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
        boolean hasBid = bid != 0 && bidQuantity != 0;
        boolean hasAsk = ask != 0 && askQuantity != 0;
        feed.market()
                .quote(
                        tsEvent,
                        tsInit,
                        hasBid ? bid : 0,
                        hasBid ? bidQuantity : 0,
                        hasAsk ? ask : 0,
                        hasAsk ? askQuantity : 0);
    }

    /** Best levels are a snapshot each time. */
    OkxFrame levels(@Nullable SymbolFeed feed, boolean isBestLevels, boolean isRead, long tsInit) {
        BookSink sink = feed == null ? null : feed.book();
        if (feed == null || sink == null) {
            return OkxFrame.BOOK;
        }
        int action = isBestLevels ? SNAPSHOT : action();
        if (isRead) {
            deliver(sink, action, tsInit);
            return OkxFrame.BOOK;
        }
        frame.at(OkxEnvelope.DATA).array();
        while (cursor.element()) {
            element(feed, tsInit);
            deliver(sink, action, tsInit);
        }
        return OkxFrame.BOOK;
    }

    void deliver(BookSink sink, int action, long tsInit) {
        if (action < 0 && previous != NOTHING_BEFORE) {
            throw cursor.failure(
                    "a book whose action is neither snapshot nor update",
                    frame.at(OkxEnvelope.DATA).mark());
        }
        message.deliver(sink, action != UPDATE, tsEvent, tsInit, BookSink.ABSENT, last, previous, checksum);
    }

    /** An action that is unknown must not be guessed at; without one, the ids tell a snapshot. */
    private int action() {
        return frame.has(OkxEnvelope.ACTION) ? frame.at(OkxEnvelope.ACTION).choice(ACTIONS) : JsonCursor.OTHER;
    }
}
