package io.ttquant.exchanges.binance;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Candle;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closed bars of a span, forwards. Binance gives the oldest of the span first, and the bar that is still open without saying so. */
public final class KlinePages implements Pages<Candle> {
    private final BinanceMarketRequests market;
    private final String symbol;
    private final String interval;
    private final long endMillis;
    private final int limit;
    private long nextMillis;
    private boolean isDone;

    /**
     * Bars that open within a span.
     *
     * @param startMillis first opening time, epoch milliseconds, inclusive
     * @param endMillis last opening time, inclusive; the bars must have closed by now
     * @param limit rows of a page, at most 1000 on Spot and 1500 on futures
     */
    public KlinePages(
            BinanceMarketRequests market, String symbol, String interval, long startMillis, long endMillis, int limit) {
        this.market = market;
        this.symbol = symbol;
        this.interval = interval;
        this.nextMillis = startMillis;
        this.endMillis = endMillis;
        this.limit = limit;
    }

    @Override
    public @Nullable RestRequest next() {
        return isDone || nextMillis > endMillis
                ? null
                : market.klines(symbol, interval, Page.between(nextMillis, endMillis, limit));
    }

    @Override
    public List<Candle> take(List<Candle> page) {
        List<Candle> fresh = page.stream()
                .filter(bar -> millis(bar) >= nextMillis && millis(bar) <= endMillis)
                .toList();
        isDone = fresh.isEmpty() || page.size() < limit;
        if (!fresh.isEmpty()) {
            nextMillis = millis(fresh.get(fresh.size() - 1)) + 1;
        }
        return fresh;
    }

    private static long millis(Candle bar) {
        return bar.tsOpen() / EpochNanos.MILLISECOND;
    }
}
