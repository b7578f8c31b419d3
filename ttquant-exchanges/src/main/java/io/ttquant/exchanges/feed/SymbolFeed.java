package io.ttquant.exchanges.feed;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.json.SymbolTable;
import org.jspecify.annotations.Nullable;

/** Where the market data of one symbol goes. What has no sink is passed over. */
public final class SymbolFeed {
    /** An id that a message does not have. */
    public static final long NO_ID = Long.MIN_VALUE;

    private static final int MOST_RECENT = 256;

    private final InstrumentSink market;
    private final int priceScale;
    private final int quantityScale;
    private final SymbolTable<BarFeed> bars = new SymbolTable<>();
    private @Nullable BookSink book;
    private @Nullable TradeTaker trades;
    private boolean isQuotedByTicker;
    private boolean isOnce;
    private @Nullable RecentIds recentTrades;
    private long lastTrade = NO_ID;
    private long lastQuote = NO_ID;

    /** A feed of everything but the book and bars. */
    public SymbolFeed(InstrumentSink market) {
        this.market = market;
        priceScale = market.instrument().priceScale();
        quantityScale = market.instrument().quantityScale();
    }

    /** Takes the book too. */
    public SymbolFeed withBook() {
        book = market.book();
        return this;
    }

    /** Takes the book too, by way of a keeper of it. */
    public SymbolFeed withBook(BookSink keeper) {
        book = keeper;
        return this;
    }

    /** Takes trades and quotes once and in the order of the venue's ids, though two connections carry them. */
    public SymbolFeed once() {
        isOnce = true;
        return this;
    }

    /**
     * Takes each trade once, though two connections carry them, in the order in which they come: one whose id is lower than that of the last is taken too if it
     * is none of the last 256.
     */
    public SymbolFeed onceEach() {
        recentTrades = new RecentIds(MOST_RECENT);
        return this;
    }

    /** Hands trades with an id to a keeper of them, which passes on those that are {@link #isNewTrade}. */
    public SymbolFeed withTrades(TradeTaker keeper) {
        trades = keeper;
        return this;
    }

    /** Starts over with trades: their ids begin anew. */
    public void restartTrades() {
        lastTrade = NO_ID;
    }

    /** Starts over with quotes: after a connection was lost the ids may begin anew. */
    public void restartQuotes() {
        lastQuote = NO_ID;
    }

    /**
     * A trade of the stream.
     *
     * @param firstId as {@link TradeTaker#trade}
     * @param id as {@link TradeTaker#trade}; {@link #NO_ID} if it has none
     */
    public void trade(
            long firstId,
            long id,
            long tsEvent,
            long tsInit,
            long rawPrice,
            long rawQuantity,
            AggressorSide aggressor) {
        TradeTaker keeper = trades;
        if (keeper != null && id != NO_ID) {
            keeper.trade(firstId, id, tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
        } else if (isNewTrade(id)) {
            market.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
        }
    }

    /** Whether a trade of an id is to be passed on; from then on none of that id is, and after {@link #once} none of an earlier one. */
    public boolean isNewTrade(long id) {
        if (id == NO_ID) {
            return true;
        }
        if (recentTrades != null) {
            return recentTrades.isNew(id);
        }
        if (!isOnce) {
            return true;
        }
        boolean isNew = id > lastTrade;
        lastTrade = Math.max(lastTrade, id);
        return isNew;
    }

    /** Whether a quote of an id is to be passed on; from then on none of that id or an earlier one is. */
    public boolean isNewQuote(long id) {
        if (!isOnce || id == NO_ID) {
            return true;
        }
        boolean isNew = id > lastQuote;
        lastQuote = Math.max(lastQuote, id);
        return isNew;
    }

    /** Takes closed bars too: those that the venue calls by this word, whose length is given for venues that do not send their close. */
    public SymbolFeed withBars(String venueWord, BarSink sink, long nanosPerBar) {
        bars.put(venueWord, new BarFeed(sink, nanosPerBar));
        return this;
    }

    /** Takes the best bid and ask from tickers, for when there is no stream of the best bid and ask. */
    public SymbolFeed quotedByTicker() {
        isQuotedByTicker = true;
        return this;
    }

    /** Everything but the book and bars. */
    public InstrumentSink market() {
        return market;
    }

    /** The book, or null if it is not wanted. */
    public @Nullable BookSink book() {
        return book;
    }

    /** Bars by the venue's word for their length. */
    public SymbolTable<BarFeed> bars() {
        return bars;
    }

    /** Whether tickers tell the best bid and ask. */
    public boolean isQuotedByTicker() {
        return isQuotedByTicker;
    }

    /** Decimals of raw prices. */
    public int priceScale() {
        return priceScale;
    }

    /** Decimals of raw quantities. */
    public int quantityScale() {
        return quantityScale;
    }
}
