package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link LineParser} found: messages about symbols, one after the other. State the symbol with {@link #symbol} and the times with
 * {@link #at}, then write a message; both hold until they are stated anew.
 *
 * <pre>{@code
 * tape.symbol("BTCUSDT").at(line.time(), Tape.ABSENT);
 * tape.quote(line.price(tape), line.quantity(tape), line.price(tape), line.quantity(tape));
 * }</pre>
 *
 * <p>Prices and quantities are raw values at the scales of the symbol; {@link Line#price} and {@link Line#quantity} read them so.
 */
public final class Tape {
    /** A time or an id that the recording does not have. */
    public static final long ABSENT = BookSink.ABSENT;

    /** A row about an order inside a message of an order-by-order book. */
    static final int CLEAR = 0;

    static final int ADD = 1;
    static final int MODIFY = 2;
    static final int EXECUTE = 3;
    static final int DELETE = 4;

    static final int KIND = 0;
    static final int EVENT = 1;
    static final int RECEIVED = 2;
    static final int SYMBOL = 3;
    static final int LENGTH = 4;
    static final int FIRST = 5;
    static final int LAST = 6;
    static final int PREVIOUS = 7;
    static final int CHECKSUM = 8;
    static final int RANK = 9;
    static final int BODY = 10;

    private static final int MOST_DECIMALS = 18;

    private final Symbols symbols;
    private final long[] counts = new long[Kind.values().length];
    private final Map<String, long[]> notes = new TreeMap<>();
    long[] words = new long[4_096];
    /** Where the next message is written. */
    private int size;

    private int open = -1;
    private int read;
    private int symbol = -1;
    private String symbolName = "";
    private long event = ABSENT;
    private long received = ABSENT;
    private int rank;
    private long firstNoted = ABSENT;
    private long lastNoted = ABSENT;

    Tape(Symbols symbols) {
        this.symbols = symbols;
    }

    /** States the symbol of what follows, as the venue spells it. */
    public Tape symbol(String name) {
        if (!name.equals(symbolName)) {
            symbolName = name;
            symbol = symbols.number(name);
        }
        return this;
    }

    /**
     * States the times of what follows. Inside a message they are those of the message, and may be stated up to its end.
     *
     * @param eventNanos when it happened at the venue, epoch nanoseconds, or {@link #ABSENT}
     * @param receivedNanos when it was received, epoch nanoseconds, or {@link #ABSENT}; it may lie before the event, as clocks differ
     */
    public Tape at(long eventNanos, long receivedNanos) {
        event = eventNanos;
        received = receivedNanos;
        return this;
    }

    /**
     * States the rank of the books that follow, 0 unless it is stated. Where a recording has several books by level about one symbol, such as one of
     * 5 levels beside one of 400, the one of the highest rank is replayed: both together would overwrite each other.
     *
     * @param value 0 or higher, such as the number of levels
     * @throws IllegalArgumentException if it is negative
     */
    public Tape rank(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("rank " + value + " of a book must be at least 0");
        }
        rank = value;
        return this;
    }

    /**
     * A trade between others.
     *
     * @param id the venue's number of it, with which lost and repeated ones are noticed, or {@link #ABSENT}
     */
    public void trade(long id, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        begin(Kind.TRADE);
        add(rawPrice, rawQuantity);
        add(aggressor.ordinal(), 0);
        words[open + LAST] = id;
        end();
    }

    /** The best bid and ask; a side that is empty has price and quantity 0. */
    public void quote(long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        begin(Kind.QUOTE);
        add(rawBid, rawBidQuantity);
        add(rawAsk, rawAskQuantity);
        end();
    }

    /**
     * A funding rate of a perpetual.
     *
     * @param rate fraction of position value, below 1 in size; positive: longs pay
     * @param settlementNanos when it is settled, epoch nanoseconds
     * @throws IllegalArgumentException if the rate is 1 or more in size, or has more than 18 decimals
     */
    public void funding(BigDecimal rate, long settlementNanos) {
        if (rate.abs().compareTo(BigDecimal.ONE) >= 0 || rate.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("has a funding rate of " + symbolName + " of " + rate.toPlainString()
                    + "; it must be below 1 in size, with 18 decimals at most: mend the line");
        }
        BigDecimal plain = rate.setScale(Math.max(0, rate.scale()));
        begin(Kind.FUNDING);
        add(plain.unscaledValue().longValueExact(), plain.scale());
        add(settlementNanos, 0);
        end();
    }

    /** A mark price. */
    public void markPrice(long rawPrice) {
        begin(Kind.MARK).add(rawPrice, 0).end();
    }

    /** An index price. */
    public void indexPrice(long rawPrice) {
        begin(Kind.INDEX).add(rawPrice, 0).end();
    }

    /** A change in whether the instrument trades. */
    public void status(TradingStatus status) {
        begin(Kind.STATUS).add(status.ordinal(), 0).end();
    }

    /**
     * A bar. It is known at its end, which is its time, so {@link #at} plays no part in it.
     *
     * @param spec which bars, of time
     * @param openNanos start of its interval, epoch nanoseconds
     * @param closeNanos end of its interval, later than the start
     * @throws IllegalArgumentException if it ends before it starts, a price is not above zero, low and high do not enclose open and close, or the
     *     volume is negative
     */
    public void bar(
            BarSpec spec,
            long openNanos,
            long closeNanos,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        RecordedBar bar = new RecordedBar(spec, openNanos, closeNanos, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        if (!symbols.decimals(requireSymbol()).isRaised()) {
            bar.requireSound(priceScale(), quantityScale());
        }
        long eventBefore = event;
        long receivedBefore = received;
        at(closeNanos, ABSENT);
        begin(Kind.BAR);
        add(spec.step(), spec.source().ordinal());
        add(openNanos, closeNanos);
        add(rawOpen, rawHigh);
        add(rawLow, rawClose);
        add(rawVolume, 0);
        end();
        at(eventBefore, receivedBefore);
    }

    /** Begins a message that replaces the book by price level. */
    public Tape snapshot() {
        return begin(Kind.SNAPSHOT);
    }

    /** Begins a message with the price levels that changed. */
    public Tape increment() {
        return begin(Kind.INCREMENT);
    }

    /** Begins a message of a book by order. */
    public Tape orders() {
        return begin(Kind.ORDERS);
    }

    private Tape begin(Kind kind) {
        if (open >= 0) {
            throw new IllegalStateException("a message begins inside another; call end() first");
        }
        if (symbol < 0) {
            throw new IllegalStateException("a message of no symbol; call symbol(...) first");
        }
        room(BODY);
        open = size;
        words[open + KIND] = kind.ordinal();
        Arrays.fill(words, open + FIRST, open + CHECKSUM, ABSENT);
        words[open + CHECKSUM] = 0;
        words[open + RANK] = rank;
        size += BODY;
        return this;
    }

    /** Whether a message was begun that has not ended; it may go on over several lines. */
    public boolean isOpen() {
        return open >= 0;
    }

    /** Whether the open message is a snapshot. */
    boolean isSnapshot() {
        return open >= 0 && words[open + KIND] == Kind.SNAPSHOT.ordinal();
    }

    /** Makes the open message a snapshot, where that becomes known only behind its levels. */
    void makeSnapshot() {
        words[open + KIND] = Kind.SNAPSHOT.ordinal();
    }

    /** The venue's ids of the open message; {@link #ABSENT} where it has none. See {@link BookSink#ids}. */
    public Tape ids(long first, long last, long previous) {
        words[open + FIRST] = first;
        words[open + LAST] = last;
        words[open + PREVIOUS] = previous;
        return this;
    }

    /** The venue's checksum of the book after the open message. */
    public Tape checksum(int value) {
        words[open + CHECKSUM] = value;
        return this;
    }

    /**
     * The quantity bid at a price, in the open message; 0 removes the level.
     *
     * @throws IllegalArgumentException if the price is not above zero
     */
    public Tape bid(long rawPrice, long rawQuantity) {
        return add(level(rawPrice, "bid"), rawQuantity);
    }

    /**
     * The quantity asked at a price, in the open message; 0 removes the level.
     *
     * @throws IllegalArgumentException if the price is not above zero
     */
    public Tape ask(long rawPrice, long rawQuantity) {
        return add(-level(rawPrice, "ask"), rawQuantity);
    }

    /** The sign of a price says its side on the tape. A price is 0 while its decimals are being found; then all is read again. */
    private long level(long rawPrice, String side) {
        if (rawPrice < 0 || (rawPrice == 0 && !symbols.decimals(requireSymbol()).isRaised())) {
            throw new IllegalArgumentException("has a level of " + symbolName + " whose " + side + " price is "
                    + FixedPoint.format(rawPrice, priceScale())
                    + "; a price in a book must be above zero: remove the level, or the file");
        }
        return rawPrice;
    }

    /** In a message about orders: the book is empty, and the rows that follow are a snapshot. */
    public Tape clear() {
        return row(CLEAR, 0, 0, 0);
    }

    /** In a message about orders: a new order. */
    public Tape add(long id, Side side, long rawPrice, long rawQuantity) {
        return row(side == Side.BUY ? ADD : ADD | 8, id, rawPrice, rawQuantity);
    }

    /** In a message about orders: the price and quantity that an order has now. */
    public Tape modify(long id, long rawPrice, long rawQuantity) {
        return row(MODIFY, id, rawPrice, rawQuantity);
    }

    /** In a message about orders: a quantity of an order that was executed. */
    public Tape execute(long id, long rawQuantity) {
        return row(EXECUTE, id, 0, rawQuantity);
    }

    /** In a message about orders: an order that went without being executed. */
    public Tape delete(long id) {
        return row(DELETE, id, 0, 0);
    }

    private Tape row(int what, long id, long rawPrice, long rawQuantity) {
        add(what, id);
        return add(rawPrice, rawQuantity);
    }

    private Tape add(long a, long b) {
        if (open < 0) {
            throw new IllegalStateException(
                    "a level or row belongs to no message; call snapshot(), increment() or orders() first");
        }
        room(2);
        words[size++] = a;
        words[size++] = b;
        return this;
    }

    /** Ends the open message. */
    public void end() {
        words[open + EVENT] = event;
        words[open + RECEIVED] = received;
        words[open + SYMBOL] = symbol;
        words[open + LENGTH] = (long) size - open;
        counts[(int) words[open + KIND]]++;
        open = -1;
    }

    /** Drops the open message. */
    public void drop() {
        size = open;
        open = -1;
    }

    /** Something was missed: the book is worthless until the next snapshot. */
    public void lost() {
        begin(Kind.LOST).end();
    }

    /** Counts a message that is not replayed, under the name by which reports call such messages. */
    public void note(String what) {
        notes.computeIfAbsent(what, key -> new long[1])[0]++;
        long stamp = received == ABSENT ? event : received;
        if (stamp != ABSENT) {
            firstNoted = firstNoted == ABSENT ? stamp : Math.min(firstNoted, stamp);
            lastNoted = Math.max(lastNoted, stamp);
        }
    }

    /** The earliest time that stood when a message was noted; {@link #ABSENT} if none did. */
    long firstNoted() {
        return firstNoted;
    }

    /** The latest such time. */
    long lastNoted() {
        return lastNoted;
    }

    private void room(int more) {
        if (size + more > words.length) {
            words = Arrays.copyOf(words, Math.max(words.length * 2, size + more));
        }
    }

    /** A quantity in hundred-millionths, at the scale of the symbol. */
    long satoshi(long value) {
        return scaled(value, 8, false);
    }

    /** A price in ten-thousandths, at the scale of the symbol. */
    long tenThousandths(long value) {
        return scaled(value, 4, true);
    }

    private long scaled(long value, int valueDecimals, boolean isPrice) {
        int decimals = valueDecimals;
        long digits = value;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        int scale = isPrice ? priceScale() : quantityScale();
        if (decimals <= scale) {
            return Math.multiplyExact(digits, FixedPoint.pow10(scale - decimals));
        }
        if (!raise(isPrice, decimals)) {
            throw new IllegalArgumentException(
                    "instrument " + symbolName + " keeps " + scale + " decimals, and the recording needs " + decimals
                            + "; give it a finer " + (isPrice ? "tick" : "lot"));
        }
        return 0;
    }

    int priceScale() {
        return symbols.decimals(requireSymbol()).price();
    }

    int quantityScale() {
        return symbols.decimals(requireSymbol()).quantity();
    }

    boolean raise(boolean isPrice, int decimals) {
        return symbols.decimals(requireSymbol()).raise(isPrice, decimals);
    }

    private int requireSymbol() {
        if (symbol < 0) {
            throw new IllegalStateException("prices and quantities of no symbol; call symbol(...) first");
        }
        return symbol;
    }

    /** Whether a symbol was stated. */
    boolean hasSymbol() {
        return symbol >= 0;
    }

    /** Where the next message that ended begins, which is taken with it; -1 if there is none. */
    int take() {
        int end = open >= 0 ? open : size;
        if (read == end) {
            return -1;
        }
        int message = read;
        read += (int) words[message + LENGTH];
        return message;
    }

    /** Makes room: what was taken is forgotten. */
    void rewind() {
        int rest = size - read;
        System.arraycopy(words, read, words, 0, rest);
        open = open < 0 ? -1 : open - read;
        size = rest;
        read = 0;
    }

    /** Words written since the last {@link #rewind}. */
    int size() {
        return size;
    }

    /** Messages of each kind so far, and of those that were only noted. */
    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                all.put(Kind.of(i).plural(), counts[i]);
            }
        }
        notes.forEach((name, count) -> all.merge(name, count[0], Long::sum));
        return all;
    }
}
