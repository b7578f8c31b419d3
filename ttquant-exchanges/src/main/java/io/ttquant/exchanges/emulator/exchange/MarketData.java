package io.ttquant.exchanges.emulator.exchange;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** What everybody may ask about markets. Every call first lets happen what was due until now. */
public final class MarketData {
    private final Core core;

    MarketData(Core core) {
        this.core = core;
    }

    /** All markets with their rules of now, in the order in which they were opened. */
    public List<Market> markets() {
        return core.markets.values().stream().map(state -> state.market).toList();
    }

    /** A market with its rules of now. */
    public Optional<Market> market(String symbol) {
        return Optional.ofNullable(core.markets.get(symbol)).map(state -> state.market);
    }

    /** What the market lets happen now. */
    public MarketStatus status(String symbol) {
        return state(symbol).status;
    }

    /** The book, at most so many levels a side. */
    public BookSnapshot book(String symbol, int depth) {
        return state(symbol).view.snapshot(symbol, depth);
    }

    /** The newest trades, oldest first; of the last 10 000. */
    public List<Trade> trades(String symbol, int count) {
        return newest(state(symbol).trades, count);
    }

    /**
     * Candles of any interval, oldest first, the last one unfinished; intervals without trades are flat.
     *
     * @param openOf the start, epoch nanoseconds and a full minute, of the interval that a moment is in
     * @param from first moment, epoch nanoseconds
     * @param until last moment, epoch nanoseconds; not after now
     */
    public List<Candle> candles(String symbol, LongUnaryOperator openOf, long from, long until) {
        MarketState state = state(symbol);
        return List.copyOf(state.candles.intervals(openOf, from, Math.min(until, core.now())));
    }

    /** Figures of the last 24 hours. */
    public Ticker ticker(String symbol) {
        return Ticker.of(state(symbol), core.now());
    }

    /** Mark price, index price and funding. */
    public MarkPrice mark(String symbol) {
        return state(symbol).prices(core.now());
    }

    /** The newest funding payments, oldest first; of the last 10 000. */
    public List<FundingPayment> fundings(String symbol, int count) {
        return newest(state(symbol).fundings, count);
    }

    private static <T> List<T> newest(Deque<T> all, int count) {
        return all.stream().skip(Math.max(0, all.size() - count)).toList();
    }

    private MarketState state(String symbol) {
        core.catchUp();
        MarketState state = core.markets.get(symbol);
        if (state == null) {
            throw new IllegalArgumentException("there is no market " + symbol + "; there are " + core.markets.keySet());
        }
        return state;
    }
}
