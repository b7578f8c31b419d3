package io.ttquant.core.book;

/**
 * One message about a book, snapshot or increment: an adapter keeps one, clears it, fills it while it parses, and hands it over. Whoever takes
 * it copies what it needs, so that it can be filled again at once.
 */
public final class BookUpdate {
    /** An id that the venue did not send. */
    public static final long ABSENT = Long.MIN_VALUE;

    private final LevelList bids = new LevelList();
    private final LevelList asks = new LevelList();
    private long firstId = ABSENT;
    private long lastId = ABSENT;
    private long previousId = ABSENT;
    private long tsEvent;
    private int checksum;

    /** An empty message. */
    public BookUpdate() {}

    /** Makes it an empty message without ids, time and checksum. */
    public BookUpdate clear() {
        bids.clear();
        asks.clear();
        firstId = ABSENT;
        lastId = ABSENT;
        previousId = ABSENT;
        tsEvent = 0;
        checksum = 0;
        return this;
    }

    /**
     * The venue's ids.
     *
     * @param first id of the first change in the message (Binance {@code U}), or {@link #ABSENT}
     * @param last id of the last change (Binance {@code u} or {@code lastUpdateId}, OKX {@code seqId}), or {@link #ABSENT}
     * @param previous id of the last change of the message before (Binance {@code pu}, OKX {@code prevSeqId}), or {@link #ABSENT}
     */
    public BookUpdate ids(long first, long last, long previous) {
        firstId = first;
        lastId = last;
        previousId = previous;
        return this;
    }

    /** When the venue changed the book, epoch nanoseconds. Where it does not say, as in spot snapshots of Binance, give the time of receipt. */
    public BookUpdate tsEvent(long ts) {
        tsEvent = ts;
        return this;
    }

    /** The venue's checksum of the book after this message; 0 if it sends none. */
    public BookUpdate checksum(int value) {
        checksum = value;
        return this;
    }

    /**
     * Adds a bid level; quantity zero removes it from the book.
     *
     * @throws IllegalArgumentException if the price is not from 1 to {@link L2Book#MAX_RAW_PRICE} or the quantity is negative
     */
    public BookUpdate bid(long rawPrice, long rawQuantity) {
        L2Book.requireLevel("bid", rawPrice, rawQuantity);
        bids.add(rawPrice, rawQuantity);
        return this;
    }

    /**
     * Adds an ask level; quantity zero removes it from the book.
     *
     * @throws IllegalArgumentException if the price is not from 1 to {@link L2Book#MAX_RAW_PRICE} or the quantity is negative
     */
    public BookUpdate ask(long rawPrice, long rawQuantity) {
        L2Book.requireLevel("ask", rawPrice, rawQuantity);
        asks.add(rawPrice, rawQuantity);
        return this;
    }

    /** Id of the first change, or {@link #ABSENT}. */
    public long firstId() {
        return firstId;
    }

    /** Id of the last change, or {@link #ABSENT}. */
    public long lastId() {
        return lastId;
    }

    /** Id of the last change of the message before, or {@link #ABSENT}. */
    public long previousId() {
        return previousId;
    }

    /** When the venue changed the book, epoch nanoseconds; 0 unless set. */
    public long tsEvent() {
        return tsEvent;
    }

    /** The checksum; 0 if there is none. */
    public int checksum() {
        return checksum;
    }

    /** Number of bid levels in the message. */
    public int bids() {
        return bids.size();
    }

    /** Number of ask levels in the message. */
    public int asks() {
        return asks.size();
    }

    /** Price of a bid level. */
    public long rawBid(int index) {
        return bids.price(index);
    }

    /** Quantity of a bid level. */
    public long rawBidQuantity(int index) {
        return bids.quantity(index);
    }

    /** Price of an ask level. */
    public long rawAsk(int index) {
        return asks.price(index);
    }

    /** Quantity of an ask level. */
    public long rawAskQuantity(int index) {
        return asks.quantity(index);
    }

    LevelList bidLevels() {
        return bids;
    }

    LevelList askLevels() {
        return asks;
    }

    @Override
    public String toString() {
        return "BookUpdate[first=" + id(firstId) + ", last=" + id(lastId) + ", previous=" + id(previousId) + ", bids="
                + bids() + ", asks=" + asks() + "]";
    }

    private static String id(long id) {
        return id == ABSENT ? "absent" : Long.toString(id);
    }
}
