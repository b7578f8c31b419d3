package io.ttquant.exchanges.binance;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.feed.BookMessage;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Literal;
import io.ttquant.exchanges.json.Names;
import io.ttquant.exchanges.json.PlainReader;
import io.ttquant.exchanges.json.SymbolTable;
import org.jspecify.annotations.Nullable;

/**
 * Trades, best bid and ask and books, most of all that comes, in one pass without a note of where what is, if they
 * are written as nearly all are and of a symbol that is wanted. All else is {@link BinanceMarketDecoder}'s, which
 * makes the same of what is read here.
 */
final class PlainEvents {
    private static final Literal STREAM = Literal.of("{'stream':");
    private static final Literal DATA = Literal.of(",'data':{");
    private static final Literal PREVIOUS_ID = Literal.of("'pu':");
    private static final Literal SNAPSHOT_ID = Literal.of("'lastUpdateId':");
    private static final Literal BIDS = Literal.of(",'bids':");
    private static final Literal ASKS = Literal.of(",'asks':");
    private static final Names TYPES = Names.of("trade", "aggTrade", "bookTicker", "depthUpdate");
    private static final int UNTYPED = -1;
    private static final int TRADE = 0;
    private static final int AGGREGATE_TRADE = 1;
    private static final int DEPTH = 3;
    private static final int SNAPSHOT = 4;
    private static final Names MARKET_TRADE = Names.of("MARKET");

    private static final long OF_TIME = bits("T");
    private static final long BEFORE_TYPE = bits("E");
    private static final long BEFORE_SYMBOL = bits("eETua");
    private static final long OF_TRADE = bits("espqmt");
    private static final long OF_AGGREGATE_TRADE = bits("espqma");
    private static final long OF_QUOTE = bits("sbBaAu");
    private static final long OF_DEPTH = bits("esbau");

    private final PlainReader reader = new PlainReader();
    private final BookMessage message = new BookMessage();
    private final SymbolTable<SymbolFeed> feeds;
    private final SymbolTable<SymbolFeed> streams;
    private final StreamName stream;
    private final Names names;
    private boolean isNamed;
    private long seen;
    private int type;
    private @Nullable SymbolFeed feed;
    private long price;
    private long quantity;
    private long bid;
    private long bidQuantity;
    private long ask;
    private long askQuantity;
    private long first;
    private long last;
    private long previous;
    private long trade;
    private long time;
    private long eventTime;
    private int isBuyerMaker;
    private long count;

    /** With the names that mean something in a frame; those of one letter aside, they are none of these events'. */
    PlainEvents(SymbolTable<SymbolFeed> feeds, SymbolTable<SymbolFeed> streams, StreamName stream, Names names) {
        this.names = names;
        this.feeds = feeds;
        this.streams = streams;
        this.stream = stream;
    }

    private static long bits(String letters) {
        return letters.chars().mapToLong(PlainEvents::bit).reduce(0, (a, b) -> a | b);
    }

    /** Letters from A to z are less than 64 apart; what is no letter has no bit of theirs. */
    private static long bit(int letter) {
        return letter == PlainReader.NO_LETTER ? 0 : 1L << (letter - 'A');
    }

    /** Whether a frame is one of these and was read. Nothing of it is passed on yet. */
    boolean read(byte[] bytes, int offset, int length) {
        reader.over(bytes, offset, length);
        isNamed = reader.is(STREAM);
        if (isNamed) {
            if (!reader.text()) {
                return false;
            }
            stream.take(reader);
        }
        seen = 0;
        type = UNTYPED;
        feed = null;
        first = BookSink.ABSENT;
        previous = BookSink.ABSENT;
        boolean isOpen = isNamed ? reader.is(DATA) : reader.is('{');
        return isOpen && data() && (!isNamed || reader.is('}')) && reader.isAtEnd();
    }

    private boolean data() {
        return (isNamed && reader.is(SNAPSHOT_ID)) ? snapshot() : fields();
    }

    private boolean fields() {
        do {
            int letter = reader.letter();
            boolean isRead = letter == PlainReader.NO_LETTER ? longName() : field(letter);
            if (!isRead) {
                return false;
            }
            seen |= bit(letter);
        } while (reader.is(','));
        return reader.is('}') && isWhole();
    }

    private boolean longName() {
        if (reader.is(PREVIOUS_ID)) {
            previous = reader.whole();
            return previous >= 0;
        }
        boolean isUnknown = reader.text() && reader.is(':') && reader.choice(names) == JsonCursor.OTHER;
        return isUnknown && reader.skip();
    }

    private boolean isWhole() {
        long needed = switch (type) {
            case TRADE -> OF_TRADE;
            case AGGREGATE_TRADE -> OF_AGGREGATE_TRADE;
            case DEPTH -> OF_DEPTH;
            default -> OF_QUOTE;
        };
        return (seen & needed) == needed;
    }

    private boolean field(int letter) {
        switch (letter) {
            case 'e' -> {
                return (seen & ~BEFORE_TYPE) == 0 && reader.text() && isOf(reader.choice(TYPES));
            }
            case 's' -> {
                return (seen & ~BEFORE_SYMBOL) == 0 && reader.text() && isOf(reader.symbol(feeds));
            }
            case 'E' -> {
                eventTime = reader.time();
                return eventTime >= 0;
            }
            case 'T' -> {
                time = reader.time();
                return time >= 0;
            }
            case 'u' -> {
                last = reader.whole();
                return last >= 0;
            }
            default -> {
                return figure(letter);
            }
        }
    }

    private boolean isOf(int found) {
        type = found;
        return found != JsonCursor.OTHER;
    }

    private boolean isOf(@Nullable SymbolFeed found) {
        feed = found;
        return found != null;
    }

    private boolean figure(int letter) {
        SymbolFeed to = feed;
        if (to == null) {
            // Futures send the id before the symbol.
            return type == AGGREGATE_TRADE && letter == 'a' && tradeId();
        }
        return switch (type) {
            case TRADE, AGGREGATE_TRADE -> ofTrade(letter, to);
            case DEPTH -> ofDepth(letter, to);
            default -> ofQuote(letter, to);
        };
    }

    private boolean ofTrade(int letter, SymbolFeed to) {
        switch (letter) {
            case 'p' -> {
                price = reader.decimal(to.priceScale());
                return price >= 0;
            }
            case 'q' -> {
                quantity = reader.decimal(to.quantityScale());
                return quantity >= 0;
            }
            case 't' -> {
                return type == TRADE ? tradeId() : reader.skip();
            }
            case 'a' -> {
                return type == AGGREGATE_TRADE ? tradeId() : reader.skip();
            }
            case 'm' -> {
                isBuyerMaker = reader.truth();
                return isBuyerMaker >= 0;
            }
            case 'X' -> {
                return reader.text() && reader.choice(MARKET_TRADE) != JsonCursor.OTHER;
            }
            default -> {
                return reader.skip();
            }
        }
    }

    private boolean tradeId() {
        trade = reader.whole();
        return trade >= 0;
    }

    private boolean ofQuote(int letter, SymbolFeed to) {
        switch (letter) {
            case 'b' -> {
                bid = reader.decimal(to.priceScale());
                return bid >= 0;
            }
            case 'B' -> {
                bidQuantity = reader.decimal(to.quantityScale());
                return bidQuantity >= 0;
            }
            case 'a' -> {
                ask = reader.decimal(to.priceScale());
                return ask >= 0;
            }
            case 'A' -> {
                askQuantity = reader.decimal(to.quantityScale());
                return askQuantity >= 0;
            }
            default -> {
                return reader.skip();
            }
        }
    }

    private boolean ofDepth(int letter, SymbolFeed to) {
        if (to.book() == null) {
            return false;
        }
        return switch (letter) {
            case 'b' -> message.bids(reader, to);
            case 'a' -> message.asks(reader, to);
            case 'U' -> firstId();
            default -> reader.skip();
        };
    }

    private boolean firstId() {
        first = reader.whole();
        return first >= 0;
    }

    /** Best levels of Spot from behind the name of their id on; only the stream's name says whose they are. */
    private boolean snapshot() {
        last = reader.whole();
        type = SNAPSHOT;
        SymbolFeed to = streams.find(stream.bytes, 0, stream.symbolLength());
        feed = to;
        return last >= 0
                && to != null
                && to.book() != null
                && reader.is(BIDS)
                && message.bids(reader, to)
                && reader.is(ASKS)
                && message.asks(reader, to)
                && reader.is('}');
    }

    /** Whether the stream had a name. */
    boolean isNamed() {
        return isNamed;
    }

    /** How many frames were passed on. */
    long count() {
        return count;
    }

    /**
     * Passes on what was read.
     *
     * @param isUnnamedBestLevels whether changes of a book are best levels instead where the stream has no name
     */
    BinanceFrame deliver(boolean isUnnamedBestLevels, long tsInit) {
        SymbolFeed to = feed;
        if (to == null) {
            return BinanceFrame.OTHER;
        }
        count++;
        return switch (type) {
            case TRADE, AGGREGATE_TRADE -> trade(to, tsInit);
            case DEPTH -> book(to, isNamed ? stream.isBestLevels() : isUnnamedBestLevels, tsInit);
            case SNAPSHOT -> book(to, true, tsInit);
            default -> quote(to, tsInit);
        };
    }

    private BinanceFrame trade(SymbolFeed to, long tsInit) {
        if (price > 0 && quantity > 0) {
            AggressorSide side = isBuyerMaker == 1 ? AggressorSide.SELLER : AggressorSide.BUYER;
            to.trade(trade, trade, happened(tsInit), tsInit, price, quantity, side);
        }
        return BinanceFrame.TRADE;
    }

    private BinanceFrame quote(SymbolFeed to, long tsInit) {
        if (to.isNewQuote(last)) {
            boolean hasBid = bid != 0 && bidQuantity != 0;
            boolean hasAsk = ask != 0 && askQuantity != 0;
            to.market()
                    .quote(
                            happened(tsInit),
                            tsInit,
                            hasBid ? bid : 0,
                            hasBid ? bidQuantity : 0,
                            hasAsk ? ask : 0,
                            hasAsk ? askQuantity : 0);
        }
        return BinanceFrame.QUOTE;
    }

    private BinanceFrame book(SymbolFeed to, boolean isSnapshot, long tsInit) {
        BookSink sink = to.book();
        if (sink != null) {
            long from = isSnapshot ? BookSink.ABSENT : first;
            long before = isSnapshot ? BookSink.ABSENT : previous;
            message.deliver(sink, isSnapshot, happened(tsInit), tsInit, from, last, before, 0);
        }
        return BinanceFrame.BOOK;
    }

    private long happened(long tsInit) {
        if ((seen & OF_TIME) != 0) {
            return Math.min(tsInit, time);
        }
        return (seen & BEFORE_TYPE) != 0 ? Math.min(tsInit, eventTime) : tsInit;
    }
}
