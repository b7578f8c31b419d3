package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.json.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the public channels of OKX from bytes to the sinks of each instrument. Trades, best bid and ask and books allocate nothing. A frame is checked
 * whole before anything of it is passed on. What nobody subscribed to is passed over. Of trades and bars only those are left out that cannot be
 * read, and the gate hears of each.
 *
 * <p>Quantities are the venue's: base currency for spot, contracts for swaps and futures, whose instruments have the multiplier. {@code tsEvent} is
 * the venue's {@code ts}, or the time of receipt where there is none, and never after {@code tsInit}.
 */
public final class OkxMarketDecoder {
    private static final int MAX_CHANNEL = 64;

    private final SymbolTable<SymbolFeed> feeds = new SymbolTable<>();
    private final SymbolTable<List<SymbolFeed>> indices = new SymbolTable<>();
    private final OkxEnvelope frame = new OkxEnvelope();
    private final JsonCursor cursor = frame.cursor;
    private final OkxBooks books = new OkxBooks(frame);
    private final OkxFigures figures = new OkxFigures(cursor);
    private final OkxBars bars;
    private final OkxTrades trades;
    private final PlainFrames plain;
    private final OkxEnvelope.DataReader atOnce = this::readAtOnce;
    private final byte[] channelRest = new byte[MAX_CHANNEL];
    private Channel channel = Channel.OTHER;
    private @Nullable SymbolFeed feed;
    private boolean isRead;
    private final OkxGate gate;
    private long now;

    /** A decoder without instruments. */
    public OkxMarketDecoder() {
        this(OkxGate.OPEN);
    }

    /** A decoder without instruments, which asks before it passes data on. */
    public OkxMarketDecoder(OkxGate gate) {
        this.gate = gate;
        bars = new OkxBars(cursor, gate);
        trades = new OkxTrades(cursor, gate);
        plain = new PlainFrames(feeds, trades, books);
    }

    /** Sends the data of an instrument ({@code instId}) to its sinks. */
    public void feed(String instrument, SymbolFeed feed) {
        feeds.put(instrument, feed);
    }

    /** Sends the price of an index to an instrument that it is the index of, beside others. */
    public void feedIndex(String index, SymbolFeed feed) {
        indices.get(index, ArrayList::new).add(feed);
    }

    /** Passes over the data of an instrument, or of an index, from now on. */
    public void forget(String instrumentOrIndex) {
        feeds.remove(instrumentOrIndex);
        indices.remove(instrumentOrIndex);
    }

    /**
     * Decodes a frame.
     *
     * @param tsInit when we had it, epoch nanoseconds
     * @return what it was
     * @throws JsonException if it is malformed, or a figure but of a trade or bar does not fit its instrument; of several books in a frame, those
     *     before may have been passed on
     */
    public OkxFrame decode(byte[] bytes, int offset, int length, long tsInit) {
        if (OkxEnvelope.isPong(bytes, offset, length)) {
            return OkxFrame.PONG;
        }
        SymbolFeed plainly = plain.read(bytes, offset, length, tsInit) ? plain.feed() : null;
        return plainly == null ? general(bytes, offset, length, tsInit) : plain(plainly, tsInit);
    }

    private OkxFrame plain(SymbolFeed to, long tsInit) {
        OkxFrame kind = kind(plain.channel());
        if (gate.isWanted(kind, to, "")) {
            plain.deliver(to, tsInit);
        }
        return kind;
    }

    /** How many frames were written as nearly all are, and passed on without the general way. */
    long plainFrames() {
        return plain.count();
    }

    private OkxFrame general(byte[] bytes, int offset, int length, long tsInit) {
        isRead = false;
        feed = null;
        channel = Channel.OTHER;
        now = tsInit;
        try {
            return read(bytes, offset, length, tsInit);
        } catch (JsonException e) {
            SymbolFeed to = feed;
            if (to != null && kind(channel) == OkxFrame.BOOK) {
                gate.bookMissed(to);
            }
            throw e;
        }
    }

    private OkxFrame read(byte[] bytes, int offset, int length, long tsInit) {
        frame.read(bytes, offset, length, atOnce);
        if (frame.has(OkxEnvelope.EVENT)) {
            return OkxFrame.EVENT;
        }
        if (frame.has(OkxEnvelope.OPERATION)) {
            return OkxFrame.ANSWER;
        }
        if (!frame.has(OkxEnvelope.DATA) || !frame.argument.has(OkxEnvelope.ARG_CHANNEL)) {
            return OkxFrame.OTHER;
        }
        if (!isRead) {
            address();
        }
        SymbolFeed to = feed;
        OkxFrame kind = kind(channel);
        return to == null || gate.isWanted(kind, to, channel == Channel.CANDLES ? barWord() : "") ? data(tsInit) : kind;
    }

    private String barWord() {
        return new String(channelRest, 0, channelRest[MAX_CHANNEL - 1], StandardCharsets.US_ASCII);
    }

    private static OkxFrame kind(Channel channel) {
        return switch (channel) {
            case TRADES, ALL_TRADES -> OkxFrame.TRADE;
            case BEST -> OkxFrame.QUOTE;
            case BEST_LEVELS, BOOK, BOOK_50, BOOK_FAST -> OkxFrame.BOOK;
            case MARK -> OkxFrame.MARK;
            case INDEX -> OkxFrame.INDEX;
            case FUNDING -> OkxFrame.FUNDING;
            case TICKER -> OkxFrame.TICKER;
            case CANDLES -> OkxFrame.BAR;
            case ORDERS,
                    ALGO_ORDERS,
                    ADVANCED_ALGO_ORDERS,
                    ACCOUNT,
                    POSITIONS,
                    BALANCES_AND_POSITIONS,
                    FILLS,
                    LIQUIDATION_WARNING -> OkxFrame.ACCOUNT;
            case OTHER -> OkxFrame.OTHER;
        };
    }

    /** Whose data it is, and of what kind. */
    private void address() {
        channel = Channel.read(frame.argument.at(cursor, OkxEnvelope.ARG_CHANNEL), channelRest);
        feed = frame.argument.has(OkxEnvelope.ARG_INSTRUMENT)
                ? frame.argument.symbol(cursor, OkxEnvelope.ARG_INSTRUMENT, feeds)
                : null;
    }

    /** The frequent kinds are read in one pass, as nearly all frames name the channel before the data. */
    private boolean readAtOnce() {
        int start = cursor.mark();
        address();
        cursor.back(start);
        SymbolFeed to = feed;
        if (to == null || isRead) {
            isRead = false;
            return false;
        }
        isRead = switch (channel) {
            case TRADES, ALL_TRADES -> {
                trades.read(to, now);
                yield true;
            }
            case BEST, BEST_LEVELS, BOOK, BOOK_50, BOOK_FAST -> books.readOne(to, now);
            default -> false;
        };
        return isRead;
    }

    private OkxFrame data(long tsInit) {
        return switch (channel) {
            case TRADES, ALL_TRADES -> trades(tsInit);
            case BEST -> books.best(feed, isRead, tsInit);
            case BEST_LEVELS -> books.levels(feed, true, isRead, tsInit);
            case BOOK, BOOK_50, BOOK_FAST -> books.levels(feed, false, isRead, tsInit);
            case MARK -> figures.mark(elements(feed), feed, tsInit);
            case INDEX -> index(tsInit);
            case FUNDING -> figures.funding(elements(feed), feed, tsInit);
            case TICKER -> figures.ticker(elements(feed), feed, tsInit);
            case CANDLES -> bars.read(elements(feed), feed, channelRest, channelRest[MAX_CHANNEL - 1], tsInit);
            default -> kind(channel);
        };
    }

    /** Enters the data, if anybody wants it. */
    private boolean elements(@Nullable Object wanted) {
        if (wanted != null) {
            frame.at(OkxEnvelope.DATA).array();
        }
        return wanted != null;
    }

    private OkxFrame trades(long tsInit) {
        SymbolFeed to = feed;
        if (to != null) {
            if (!isRead) {
                frame.at(OkxEnvelope.DATA);
                trades.read(to, tsInit);
            }
            trades.deliver(to, tsInit);
        }
        return OkxFrame.TRADE;
    }

    private OkxFrame index(long tsInit) {
        List<SymbolFeed> wanting = frame.argument.has(OkxEnvelope.ARG_INSTRUMENT)
                ? frame.argument.at(cursor, OkxEnvelope.ARG_INSTRUMENT).symbol(indices)
                : null;
        return figures.index(elements(wanting), wanting, tsInit);
    }

    /** What the last frame says of the connection, if it was an {@link OkxFrame#EVENT}. The frame's bytes must not have changed. */
    public OkxEvent event() {
        return frame.event();
    }
}
