package io.ttquant.exchanges.okx;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.Literal;
import io.ttquant.exchanges.json.PlainReader;
import io.ttquant.exchanges.json.SymbolTable;
import org.jspecify.annotations.Nullable;

/**
 * Trades, best bid and ask and books, most of all that comes, in one pass if they are written as nearly all are: in
 * the venue's order of fields, without white space, of an instrument that is wanted. All else is {@link
 * OkxMarketDecoder}'s, which makes the same of what is read here.
 */
final class PlainFrames {
    private static final Literal ARGUMENT = Literal.of("{'arg':{'channel':");
    private static final Literal INSTRUMENT = Literal.of(",'instId':");
    private static final Literal DATA = Literal.of("},'data':[");
    private static final Literal UPDATE = Literal.of("},'action':'update'");
    private static final Literal SNAPSHOT = Literal.of("},'action':'snapshot'");
    private static final Literal DATA_OF_ACTION = Literal.of(",'data':[");
    private static final Literal END = Literal.of("]}");

    private static final Literal TRADE = Literal.of("{'instId':");
    private static final Literal TRADE_ID = Literal.of(",'tradeId':");
    private static final Literal PRICE = Literal.of(",'px':");
    private static final Literal QUANTITY = Literal.of(",'sz':");
    private static final Literal BOUGHT = Literal.of(",'side':'buy'");
    private static final Literal SOLD = Literal.of(",'side':'sell'");
    private static final Literal TIME = Literal.of(",'ts':");
    private static final Literal COUNT = Literal.of(",'count':");
    private static final Literal SOURCE = Literal.of(",'source':");
    private static final Literal SEQUENCE = Literal.of(",'seqId':");
    private static final int BUY = 0;
    private static final int SELL = 1;

    private final PlainReader reader = new PlainReader();
    private final SymbolTable<SymbolFeed> feeds;
    private final OkxTrades trades;
    private final OkxBooks books;
    private Channel channel = Channel.OTHER;
    private @Nullable SymbolFeed feed;
    private int action;
    private long count;

    PlainFrames(SymbolTable<SymbolFeed> feeds, OkxTrades trades, OkxBooks books) {
        this.feeds = feeds;
        this.trades = trades;
        this.books = books;
    }

    /** Whether a frame is one of these and was read. Nothing of it is passed on yet. */
    boolean read(byte[] bytes, int offset, int length, long tsInit) {
        reader.over(bytes, offset, length);
        if (!reader.is(ARGUMENT) || !reader.text()) {
            return false;
        }
        channel = Channel.of(reader);
        if (!reader.is(INSTRUMENT) || !reader.text()) {
            return false;
        }
        SymbolFeed to = reader.symbol(feeds);
        feed = to;
        return to != null && data(to, tsInit) && reader.is(END) && reader.isAtEnd();
    }

    private boolean data(SymbolFeed to, long tsInit) {
        return switch (channel) {
            case TRADES, ALL_TRADES -> reader.is(DATA) && trades(to, tsInit);
            case BEST -> reader.is(DATA) && books.readPlain(reader, to, tsInit);
            case BEST_LEVELS -> to.book() != null && reader.is(DATA) && books.readPlain(reader, to, tsInit);
            case BOOK, BOOK_50, BOOK_FAST -> to.book() != null && action() && books.readPlain(reader, to, tsInit);
            default -> false;
        };
    }

    private boolean action() {
        boolean isUpdate = reader.is(UPDATE);
        action = isUpdate ? OkxBooks.UPDATE : OkxBooks.SNAPSHOT;
        return (isUpdate || reader.is(SNAPSHOT)) && reader.is(DATA_OF_ACTION);
    }

    private boolean trades(SymbolFeed to, long tsInit) {
        trades.clear();
        do {
            if (!trade(to, tsInit)) {
                return false;
            }
        } while (reader.is(','));
        return true;
    }

    private boolean trade(SymbolFeed to, long tsInit) {
        if (!reader.is(TRADE) || !reader.text() || !reader.is(TRADE_ID)) {
            return false;
        }
        long id = reader.quotedWhole();
        long price = reader.is(PRICE) ? reader.decimal(to.priceScale()) : PlainReader.OTHER;
        long quantity = reader.is(QUANTITY) ? reader.decimal(to.quantityScale()) : PlainReader.OTHER;
        boolean isBought = reader.is(BOUGHT);
        boolean hasSide = (isBought || reader.is(SOLD)) && source();
        if (id < 0 || price <= 0 || quantity <= 0 || !hasSide || !reader.is(TIME)) {
            return false;
        }
        long time = reader.quotedTime();
        long told = reader.is(COUNT) ? reader.quotedWhole() : 1;
        if (time < 0 || told < 0 || !source() || !sequence() || !reader.is('}')) {
            return false;
        }
        trades.add(Math.min(tsInit, time), price, quantity, isBought ? BUY : SELL, id, Math.max(1, told));
        return true;
    }

    /** Goes over what is of no account here. */
    private boolean source() {
        return !reader.is(SOURCE) || reader.text();
    }

    /** Goes over what is of no account here. */
    private boolean sequence() {
        return !reader.is(SEQUENCE) || reader.whole() >= 0;
    }

    Channel channel() {
        return channel;
    }

    /** Whose data was read. */
    @Nullable
    SymbolFeed feed() {
        return feed;
    }

    /** How many frames were passed on. */
    long count() {
        return count;
    }

    /** Passes on what was read. */
    void deliver(SymbolFeed to, long tsInit) {
        count++;
        switch (channel) {
            case TRADES, ALL_TRADES -> trades.deliver(to, tsInit);
            case BEST -> books.deliverBest(to, tsInit);
            default -> book(to.book(), tsInit);
        }
    }

    private void book(@Nullable BookSink sink, long tsInit) {
        if (sink != null) {
            books.deliver(sink, channel == Channel.BEST_LEVELS ? OkxBooks.SNAPSHOT : action, tsInit);
        }
    }
}
