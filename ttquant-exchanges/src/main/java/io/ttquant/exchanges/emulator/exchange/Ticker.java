package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of 24 hours, to the minute.
 *
 * @param symbol of the market
 * @param last the last trade, null before the first
 * @param bid best bid, null if there is none
 * @param ask best ask, null if there is none
 * @param day all trades of the last 24 hours as one candle, null if nothing has traded yet
 * @param firstTrade id of the oldest known trade within, 0 if there is none
 * @param time epoch nanoseconds
 */
public record Ticker(
        String symbol,
        @Nullable Trade last,
        @Nullable BookLevel bid,
        @Nullable BookLevel ask,
        @Nullable Candle day,
        long firstTrade,
        long time) {
    private static final long DAY = 24 * 60 * Candles.MINUTE;

    static Ticker of(MarketState state, long now) {
        List<Candle> day = state.candles.intervals(open -> now - DAY, now - DAY, now);
        long first = state.trades.stream()
                .filter(trade -> trade.time() >= now - DAY)
                .mapToLong(Trade::id)
                .findFirst()
                .orElse(0);
        return new Ticker(
                state.market.symbol(),
                state.trades.peekLast(),
                state.view.best(Side.BUY),
                state.view.best(Side.SELL),
                day.isEmpty() ? null : day.get(0),
                first,
                now);
    }

    /** Change of the price over the 24 hours; 0 if nothing has traded. */
    public BigDecimal change() {
        return day == null ? BigDecimal.ZERO : day.close().subtract(day.open());
    }
}
