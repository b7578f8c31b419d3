package io.ttquant.exchanges.binance;

import static io.ttquant.exchanges.binance.MarketFields.*;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonKind;
import io.ttquant.exchanges.json.Names;
import io.ttquant.exchanges.json.SymbolTable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the market streams of Binance, Spot and USDT-margined futures, raw and combined, from bytes to the sinks of each symbol. Trades, best bid and ask
 * and books allocate nothing. A frame is checked whole before anything of it is passed on. What nobody subscribed to is passed over.
 *
 * <p>{@code tsEvent} is the time of the trade or of the matching engine where the venue sends it, else the event's, else that of receipt, and never after
 * {@code tsInit}. An order book of best levels is a snapshot each time.
 */
public final class BinanceMarketDecoder {
    private static final Names TYPES = Names.of(
            "trade",
            "aggTrade",
            "bookTicker",
            "depthUpdate",
            "kline",
            "markPriceUpdate",
            "24hrTicker",
            "24hrMiniTicker",
            "serverShutdown");
    private static final int TRADE = 0;
    private static final int AGGREGATE_TRADE = 1;
    private static final int BOOK_TICKER = 2;
    private static final int DEPTH = 3;
    private static final int KLINE = 4;
    private static final int MARK = 5;
    private static final int TICKER = 6;
    private static final int MINI_TICKER = 7;
    private static final int SHUTDOWN = 8;
    private static final Names MARKET_TRADE = Names.of("MARKET");

    private final SymbolTable<SymbolFeed> feeds = new SymbolTable<>();
    private final SymbolTable<SymbolFeed> streams = new SymbolTable<>();
    private final BinanceEnvelope frame = MarketFields.envelope();
    private final JsonCursor cursor = frame.cursor;
    private final StreamName stream = new StreamName();
    private final PlainEvents plain = new PlainEvents(feeds, streams, stream, frame.fields.names());
    private final BinanceBooks books = new BinanceBooks(frame);
    private final BarReader bars = new BarReader(frame);
    private final AnswerReader answers = new AnswerReader();
    private @Nullable SymbolFeed unnamed;
    private boolean isUnnamedBestLevels;
    private StreamGate gate = (name, length) -> true;

    /** Says whether what a stream brings is to be used; asked once for each frame that names its stream. */
    @FunctionalInterface
    public interface StreamGate {
        /**
         * Whether to pass it on.
         *
         * @param name holds the name in UTF-8, valid during the call
         * @param length bytes of the name
         */
        boolean passes(byte[] name, int length);
    }

    /** A decoder without symbols. */
    public BinanceMarketDecoder() {
        frame.readingBy(this::readAtOnce);
    }

    /** Sides of books are read in one pass where the symbol comes before them, as in nearly all frames. */
    private boolean readAtOnce(int field) {
        boolean isUpdate = (field == BID || field == ASK) && frame.has(TYPE) && frame.has(SYMBOL);
        boolean isLevels = (field == BIDS || field == ASKS) && frame.has(BinanceEnvelope.STREAM);
        if ((!isUpdate && !isLevels) || cursor.kind() != JsonKind.ARRAY) {
            return false;
        }
        int start = cursor.mark();
        SymbolFeed feed = isUpdate ? updated() : streamed();
        cursor.back(start);
        if (feed == null || feed.book() == null) {
            return false;
        }
        books.side(field == BID || field == BIDS, feed);
        return true;
    }

    private @Nullable SymbolFeed updated() {
        return frame.choice(TYPE, TYPES) == DEPTH ? frame.symbol(SYMBOL, feeds) : null;
    }

    private @Nullable SymbolFeed streamed() {
        frame.fields.read(cursor, BinanceEnvelope.STREAM);
        stream.take(cursor);
        return streams.find(stream.bytes, 0, stream.symbolLength());
    }

    /** Sends the data of a symbol, spelled as the venue does, to its sinks. */
    public void feed(String symbol, SymbolFeed feed) {
        feeds.put(symbol, feed);
        streams.put(symbol.toLowerCase(Locale.ROOT), feed);
    }

    /** Passes over the data of a symbol from now on. */
    public void forget(String symbol) {
        feeds.remove(symbol);
        streams.remove(symbol.toLowerCase(Locale.ROOT));
    }

    /** Asks before anything of a combined stream is passed on. */
    public void gatedBy(StreamGate asked) {
        gate = asked;
    }

    /**
     * What frames without the name of a stream are, on a socket of one raw stream: which symbol it is where they do not say, and whether books are best
     * levels.
     */
    public void unnamed(SymbolFeed feed, boolean isBestLevels) {
        unnamed = feed;
        isUnnamedBestLevels = isBestLevels;
    }

    /**
     * Decodes a frame.
     *
     * @param tsInit when we had it, epoch nanoseconds
     * @return what it was
     * @throws io.ttquant.exchanges.json.JsonException if it is malformed, or a figure does not fit its instrument; nothing was passed on but, of a
     *     list, the events before
     */
    public BinanceFrame decode(byte[] bytes, int offset, int length, long tsInit) {
        if (plain.read(bytes, offset, length)) {
            return plain(tsInit);
        }
        books.begin();
        frame.read(bytes, offset, length);
        if (frame.isList()) {
            return list(tsInit);
        }
        return event(tsInit);
    }

    private BinanceFrame plain(long tsInit) {
        boolean isWanted = !plain.isNamed() || gate.passes(stream.bytes, stream.length());
        return isWanted ? plain.deliver(isUnnamedBestLevels, tsInit) : BinanceFrame.OTHER;
    }

    /** How many frames were written as nearly all are, and passed on without the general way. */
    long plainFrames() {
        return plain.count();
    }

    private BinanceFrame list(long tsInit) {
        BinanceFrame kind = BinanceFrame.OTHER;
        cursor.back(frame.at(BinanceEnvelope.DATA).mark()).array();
        while (cursor.element()) {
            if (cursor.kind() != JsonKind.OBJECT) {
                cursor.skip();
                continue;
            }
            int element = cursor.mark();
            books.begin();
            frame.element();
            kind = event(tsInit);
            cursor.back(element).skip();
        }
        return kind;
    }

    private BinanceFrame event(long tsInit) {
        boolean isNamed = frame.has(BinanceEnvelope.STREAM);
        if (isNamed) {
            frame.fields.read(cursor, BinanceEnvelope.STREAM);
            stream.take(cursor);
            if (!gate.passes(stream.bytes, stream.length())) {
                return BinanceFrame.OTHER;
            }
        }
        if (!frame.has(TYPE)) {
            return untyped(isNamed, tsInit);
        }
        int type = frame.choice(TYPE, TYPES);
        if (type == SHUTDOWN) {
            return BinanceFrame.SHUTDOWN;
        }
        SymbolFeed feed = frame.has(SYMBOL) ? frame.symbol(SYMBOL, feeds) : null;
        boolean isBestLevels = isNamed ? stream.isBestLevels() : isUnnamedBestLevels;
        return switch (type) {
            case TRADE -> trade(feed, TRADE_ID, tsInit);
            case AGGREGATE_TRADE -> trade(feed, ASK, tsInit);
            case BOOK_TICKER -> quote(feed, tsInit, BinanceFrame.QUOTE);
            case DEPTH -> books.update(feed, isBestLevels, tsInit);
            case KLINE -> bars.read(feed, tsInit);
            case MARK -> mark(feed, tsInit);
            case TICKER -> ticker(feed, tsInit);
            case MINI_TICKER -> BinanceFrame.TICKER;
            default -> BinanceFrame.OTHER;
        };
    }

    /** Best bid and ask and best levels of Spot do not say what they are, and the levels not even of what. */
    private BinanceFrame untyped(boolean isNamed, long tsInit) {
        if (frame.has(SNAPSHOT_ID)) {
            SymbolFeed feed = isNamed ? streams.find(stream.bytes, 0, stream.symbolLength()) : unnamed;
            return books.snapshot(feed, tsInit);
        }
        if (frame.has(BID_QUANTITY) && frame.has(ASK_QUANTITY) && frame.has(SYMBOL)) {
            return quote(frame.symbol(SYMBOL, feeds), tsInit, BinanceFrame.QUOTE);
        }
        return frame.isAnswer() ? BinanceFrame.ANSWER : BinanceFrame.OTHER;
    }

    /** Trades of the insurance fund and of deleveraging have a kind of their own and are none of the market's. */
    private BinanceFrame trade(@Nullable SymbolFeed feed, int idField, long tsInit) {
        if (feed == null || (frame.has(TRADE_KIND) && frame.at(TRADE_KIND).choice(MARKET_TRADE) < 0)) {
            return BinanceFrame.TRADE;
        }
        long price = frame.at(PRICE).decimal(feed.priceScale());
        long quantity = frame.at(QUANTITY).decimal(feed.quantityScale());
        AggressorSide side = frame.fields.truth(cursor, BUYER_IS_MAKER) ? AggressorSide.SELLER : AggressorSide.BUYER;
        if (price > 0 && quantity > 0) {
            long id = id(idField);
            feed.trade(id, id, Moments.happened(frame, tsInit), tsInit, price, quantity, side);
        }
        return BinanceFrame.TRADE;
    }

    private BinanceFrame quote(@Nullable SymbolFeed feed, long tsInit, BinanceFrame kind) {
        if (feed == null) {
            return kind;
        }
        long bid = frame.at(BID).decimal(feed.priceScale());
        long bidQuantity = frame.at(BID_QUANTITY).decimal(feed.quantityScale());
        long ask = frame.at(ASK).decimal(feed.priceScale());
        long askQuantity = frame.at(ASK_QUANTITY).decimal(feed.quantityScale());
        if (kind == BinanceFrame.QUOTE && !feed.isNewQuote(id(LAST_ID))) {
            return kind;
        }
        // A price below zero is none, and no strategy may see it.
        if (bid < 0 || ask < 0 || bidQuantity < 0 || askQuantity < 0) {
            return kind;
        }
        long tsEvent = Moments.happened(frame, tsInit);
        feed.market()
                .quote(
                        tsEvent,
                        tsInit,
                        bidQuantity == 0 ? 0 : bid,
                        bid == 0 ? 0 : bidQuantity,
                        askQuantity == 0 ? 0 : ask,
                        ask == 0 ? 0 : askQuantity);
        return kind;
    }

    private long id(int field) {
        return frame.has(field) && frame.at(field).kind() == JsonKind.NUMBER
                ? frame.at(field).integer()
                : SymbolFeed.NO_ID;
    }

    private BinanceFrame ticker(@Nullable SymbolFeed feed, long tsInit) {
        boolean isQuote = feed != null && feed.isQuotedByTicker() && frame.has(BID_QUANTITY) && frame.has(ASK_QUANTITY);
        return isQuote ? quote(feed, tsInit, BinanceFrame.TICKER) : BinanceFrame.TICKER;
    }

    /** Mark and index keep to no tick and are rounded to the instrument's scale. A delivery contract has no funding. */
    private BinanceFrame mark(@Nullable SymbolFeed feed, long tsInit) {
        if (feed == null) {
            return BinanceFrame.MARK;
        }
        long tsEvent = Moments.sent(frame, tsInit);
        long mark = frame.at(PRICE).rounded(feed.priceScale());
        long index = frame.has(INDEX_PRICE) && !isBlank(INDEX_PRICE)
                ? frame.at(INDEX_PRICE).rounded(feed.priceScale())
                : 0;
        java.math.BigDecimal rate = frame.fields.big(cursor, FUNDING_RATE);
        long settlement = frame.fields.timeOrZero(cursor, TIME);
        if (mark > 0) {
            feed.market().markPrice(tsEvent, tsInit, mark);
        }
        if (index > 0) {
            feed.market().indexPrice(tsEvent, tsInit, index);
        }
        if (rate != null && settlement > 0) {
            feed.market().funding(tsEvent, tsInit, rate, settlement);
        }
        return BinanceFrame.MARK;
    }

    private boolean isBlank(int field) {
        frame.choice(field, MARKET_TRADE);
        return cursor.isBlank();
    }

    /**
     * Decodes the body of a book fetched by REST, or an answer of the WebSocket API that holds one, as a snapshot of a symbol's book.
     *
     * @throws io.ttquant.exchanges.json.JsonException if it is malformed; the book is as it was
     */
    public BinanceFrame decodeBook(String symbol, byte[] bytes, int offset, int length, long tsInit) {
        books.begin();
        frame.read(bytes, offset, length);
        if (!frame.has(SNAPSHOT_ID) && frame.has(BinanceEnvelope.RESULT)) {
            frame.at(BinanceEnvelope.RESULT);
            frame.element();
        }
        if (!frame.has(SNAPSHOT_ID)) {
            throw cursor.failure("no book: the field 'lastUpdateId' is missing", offset);
        }
        return books.snapshot(feeds.find(symbol), tsInit);
    }

    /** What the last frame answered, if it was an {@link BinanceFrame#ANSWER}. The frame's bytes must not have changed. */
    public BinanceAnswer answer() {
        return answers.read(frame);
    }
}
