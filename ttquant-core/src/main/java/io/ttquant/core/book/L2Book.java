package io.ttquant.core.book;

import io.ttquant.api.market.Instrument;

/**
 * A book by price level. Set the levels of one message, then {@link #commit}: only then is the book seen, and only if its best bid is below
 * its best ask. A crossed or cleared book has no levels for whoever reads it; it is never served.
 *
 * <p>No allocation per change once it has found its size. Not safe for use by several threads.
 */
public final class L2Book implements BookView {
    /** Ticks around the touch that are held by tick, at most, unless told otherwise; levels farther off are sorted. */
    public static final int DEFAULT_BAND_TICKS = 32_768;

    /** The highest raw price that a book takes: 2<sup>62</sup>. */
    public static final long MAX_RAW_PRICE = 1L << 62;

    private static final int BAND_UNIT = 512;
    private static final int MAX_BAND_TICKS = 1 << 24;

    private final Instrument instrument;
    private final BookSide bids;
    private final BookSide asks;
    private long tsEvent;
    private boolean served;

    private L2Book(Instrument instrument, int bandTicks) {
        this.instrument = instrument;
        this.bids = new BookSide(true, instrument.rawTick(), bandTicks);
        this.asks = new BookSide(false, instrument.rawTick(), bandTicks);
    }

    /** An empty book with a band of {@link #DEFAULT_BAND_TICKS}. */
    public static L2Book of(Instrument instrument) {
        return new L2Book(instrument, DEFAULT_BAND_TICKS);
    }

    /**
     * An empty book.
     *
     * @param bandTicks the most ticks held by tick, 16 bytes each for the two sides; a multiple of 512 up to 2<sup>24</sup>. A book starts with
     *     4,096 and takes more while many changes fall outside. It decides on speed, never on content
     * @throws IllegalArgumentException if it is not
     */
    public static L2Book of(Instrument instrument, int bandTicks) {
        if (bandTicks < BAND_UNIT || bandTicks > MAX_BAND_TICKS || bandTicks % BAND_UNIT != 0) {
            throw new IllegalArgumentException("a band of " + bandTicks + " ticks for " + instrument
                    + " is not a multiple of 512 from 512 to 16777216; use L2Book.of(instrument) for the usual one");
        }
        return new L2Book(instrument, bandTicks);
    }

    /**
     * Sets the quantity at a bid price; zero removes the level.
     *
     * @return false if there was no level to remove, which is normal on some venues
     * @throws IllegalArgumentException if the price is not from 1 to {@link #MAX_RAW_PRICE} or the quantity is negative
     */
    public boolean setBid(long rawPrice, long rawQuantity) {
        requireLevel("bid", rawPrice, rawQuantity);
        return bids.set(rawPrice, rawQuantity);
    }

    /**
     * Sets the quantity at an ask price; zero removes the level.
     *
     * @return false if there was no level to remove, which is normal on some venues
     * @throws IllegalArgumentException if the price is not from 1 to {@link #MAX_RAW_PRICE} or the quantity is negative
     */
    public boolean setAsk(long rawPrice, long rawQuantity) {
        requireLevel("ask", rawPrice, rawQuantity);
        return asks.set(rawPrice, rawQuantity);
    }

    static void requireLevel(String what, long rawPrice, long rawQuantity) {
        if (rawPrice <= 0 || rawPrice > MAX_RAW_PRICE || rawQuantity < 0) {
            throw new IllegalArgumentException(
                    what + " level with raw price " + rawPrice + " and raw quantity " + rawQuantity
                            + ": the price must be from 1 to 2^62, the quantity not negative; do not apply this message, resynchronise");
        }
    }

    /**
     * Ends a message.
     *
     * @param ts when the venue changed the book, epoch nanoseconds
     * @return whether the book is served: false if it is crossed or locked
     */
    public boolean commit(long ts) {
        tsEvent = ts;
        served = !isCrossed();
        return served;
    }

    /** Sets all levels of a message, without {@link #commit}. */
    void apply(BookUpdate update) {
        for (int i = 0; i < update.bids(); i++) {
            bids.set(update.rawBid(i), update.rawBidQuantity(i));
        }
        for (int i = 0; i < update.asks(); i++) {
            asks.set(update.rawAsk(i), update.rawAskQuantity(i));
        }
    }

    /** Replaces all levels, without {@link #commit}. */
    void load(BookUpdate snapshot) {
        clear();
        bids.setAll(snapshot.bidLevels());
        asks.setAll(snapshot.askLevels());
    }

    /** Adds all levels to a message, served or not, the best of each side first. */
    void copyTo(BookUpdate target) {
        for (int i = 0, n = bids.depth(); i < n; i++) {
            target.bid(bids.rawPrice(i), bids.rawQuantity(i));
        }
        for (int i = 0, n = asks.depth(); i < n; i++) {
            target.ask(asks.rawPrice(i), asks.rawQuantity(i));
        }
    }

    /** Forgets all levels; nothing is served until the next {@link #commit}. */
    public void clear() {
        bids.clear();
        asks.clear();
        served = false;
    }

    /** Whether the levels set so far have a best bid at or above the best ask. */
    public boolean isCrossed() {
        long bid = bids.rawBest();
        long ask = asks.rawBest();
        return ask != 0 && bid >= ask;
    }

    @Override
    public boolean isServed() {
        return served;
    }

    BookSide bids() {
        return bids;
    }

    BookSide asks() {
        return asks;
    }

    @Override
    public long rawBestBid() {
        return served ? bids.rawBest() : 0;
    }

    @Override
    public long rawBestBidQuantity() {
        return served ? bids.rawBestQuantity() : 0;
    }

    @Override
    public long rawBestAsk() {
        return served ? asks.rawBest() : 0;
    }

    @Override
    public long rawBestAskQuantity() {
        return served ? asks.rawBestQuantity() : 0;
    }

    @Override
    public long rawBidQuantityAt(long rawPrice) {
        return served ? bids.rawQuantityAt(rawPrice) : 0;
    }

    @Override
    public long rawAskQuantityAt(long rawPrice) {
        return served ? asks.rawQuantityAt(rawPrice) : 0;
    }

    @Override
    public long rawWorstBid() {
        return served ? bids.rawWorst() : 0;
    }

    @Override
    public long rawWorstAsk() {
        return served ? asks.rawWorst() : 0;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long tsEvent() {
        return tsEvent;
    }

    @Override
    public int bidDepth() {
        return served ? bids.depth() : 0;
    }

    @Override
    public int askDepth() {
        return served ? asks.depth() : 0;
    }

    /** {@inheritDoc} Going from level to level, in order, takes one step each. */
    @Override
    public long rawBid(int level) {
        requireServed(level);
        return bids.rawPrice(level);
    }

    @Override
    public long rawBidQuantity(int level) {
        requireServed(level);
        return bids.rawQuantity(level);
    }

    /** {@inheritDoc} Going from level to level, in order, takes one step each. */
    @Override
    public long rawAsk(int level) {
        requireServed(level);
        return asks.rawPrice(level);
    }

    @Override
    public long rawAskQuantity(int level) {
        requireServed(level);
        return asks.rawQuantity(level);
    }

    private void requireServed(int level) {
        if (!served) {
            throw new IndexOutOfBoundsException(
                    "level " + level + " of the book of " + instrument
                            + ", which has none now: it is empty, crossed or out of step; look at bidDepth() and askDepth() first");
        }
    }
}
