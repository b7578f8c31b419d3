package io.ttquant.exchanges.binance;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Literal;
import io.ttquant.exchanges.json.Names;
import io.ttquant.exchanges.json.PlainReader;
import io.ttquant.exchanges.json.SymbolTable;
import org.jspecify.annotations.Nullable;

/**
 * Trades and best bid and ask, most of all that comes, in one pass without a note of where what is, if they are written as nearly all are and of a symbol that
 * is wanted. All else is {@link BinanceMarketDecoder}'s, which makes the same of what is read here.
 */
final class PlainEvents {
    private static final Literal STREAM = Literal.of("{'stream':");
    private static final Literal DATA = Literal.of(",'data':{");
    private static final Names TYPES = Names.of("trade", "aggTrade", "bookTicker");
    private static final int UNTYPED = -1;
    private static final int TRADE = 0;
    private static final int AGGREGATE_TRADE = 1;
    private static final Names MARKET_TRADE = Names.of("MARKET");

    private static final long OF_TIME = bits("T");
    private static final long BEFORE_TYPE = bits("E");
    private static final long BEFORE_SYMBOL = bits("eETu");
    private static final long OF_TRADE = bits("espqmt");
    private static final long OF_AGGREGATE_TRADE = bits("espqma");
    private static final long OF_QUOTE = bits("sbBaAu");

    private final PlainReader reader = new PlainReader();
    private final SymbolTable<SymbolFeed> feeds;
    private final StreamName stream;
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
    private long update;
    private long trade;
    private long aggregate;
    private long time;
    private long eventTime;
    private int isBuyerMaker;
    private boolean isMarket;

    PlainEvents(SymbolTable<SymbolFeed> feeds, StreamName stream) {
        this.feeds = feeds;
        this.stream = stream;
    }

    private static long bits(String letters) {
        return letters.chars().mapToLong(PlainEvents::bit).reduce(0, (a, b) -> a | b);
    }

    /** Letters from A to z are less than 64 apart. */
    private static long bit(int letter) {
        return 1L << (letter - 'A');
    }

    /** Whether a frame is one of these and was read. */
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
        isMarket = true;
        boolean isOpen = isNamed ? reader.is(DATA) : reader.is('{');
        return isOpen && fields() && (!isNamed || reader.is('}')) && reader.isAtEnd() && isWhole();
    }

    private boolean fields() {
        do {
            int letter = reader.letter();
            if (letter < 'A' || !field(letter)) {
                return false;
            }
            seen |= bit(letter);
        } while (reader.is(','));
        return reader.is('}');
    }

    private boolean isWhole() {
        long needed = type == TRADE ? OF_TRADE : type == AGGREGATE_TRADE ? OF_AGGREGATE_TRADE : OF_QUOTE;
        return (seen & needed) == needed;
    }

    private boolean field(int letter) {
        return switch (letter) {
            case 'e' -> (seen & ~BEFORE_TYPE) == 0 && reader.text() && isOf(reader.choice(TYPES));
            case 's' -> (seen & ~BEFORE_SYMBOL) == 0 && reader.text() && isOf(reader.symbol(feeds));
            case 'E' -> (eventTime = reader.time()) >= 0;
            case 'T' -> (time = reader.time()) >= 0;
            case 'u' -> (update = reader.whole()) >= 0;
            default -> figure(letter);
        };
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
            return false;
        }
        return type == TRADE || type == AGGREGATE_TRADE ? ofTrade(letter, to) : ofQuote(letter, to);
    }

    private boolean ofTrade(int letter, SymbolFeed to) {
        return switch (letter) {
            case 'p' -> (price = reader.price(to.priceScale())) >= 0;
            case 'q' -> (quantity = reader.decimal(to.quantityScale())) >= 0;
            case 't' -> (trade = reader.whole()) >= 0;
            case 'a' -> (aggregate = reader.whole()) >= 0;
            case 'm' -> (isBuyerMaker = reader.truth()) >= 0;
            case 'X' -> reader.text() && isOfMarket(reader.choice(MARKET_TRADE));
            default -> reader.skip();
        };
    }

    private boolean isOfMarket(int found) {
        isMarket = found != JsonCursor.OTHER;
        return true;
    }

    private boolean ofQuote(int letter, SymbolFeed to) {
        return switch (letter) {
            case 'b' -> (bid = reader.price(to.priceScale())) >= 0;
            case 'B' -> (bidQuantity = reader.decimal(to.quantityScale())) >= 0;
            case 'a' -> (ask = reader.price(to.priceScale())) >= 0;
            case 'A' -> (askQuantity = reader.decimal(to.quantityScale())) >= 0;
            default -> reader.skip();
        };
    }

    /** Whether the stream had a name. */
    boolean isNamed() {
        return isNamed;
    }

    /** Passes on what was read. */
    BinanceFrame deliver(long tsInit) {
        SymbolFeed to = feed;
        if (to == null) {
            return BinanceFrame.OTHER;
        }
        if (type == TRADE || type == AGGREGATE_TRADE) {
            if (isMarket && price > 0 && quantity > 0 && to.isNewTrade(type == TRADE ? trade : aggregate)) {
                AggressorSide side = isBuyerMaker == 1 ? AggressorSide.SELLER : AggressorSide.BUYER;
                to.market().trade(happened(tsInit), tsInit, price, quantity, side);
            }
            return BinanceFrame.TRADE;
        }
        if (to.isNewQuote(update)) {
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

    private long happened(long tsInit) {
        return (seen & OF_TIME) != 0 ? Math.min(tsInit, time) : (seen & BEFORE_TYPE) != 0 ? Math.min(tsInit, eventTime) : tsInit;
    }
}
