package io.ttquant.exchanges.okx;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Candle;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closed bars of a span, backwards page by page: a cursor that asks for newer rows gives the newest page of all. A short page is no sign of the end;
 * an empty one is.
 */
public final class CandlePages implements Pages<Candle> {
    private final OkxMarketRequests market;
    private final String symbol;
    private final String bar;
    private final long startMillis;
    private final int limit;
    private long cursorMillis;
    private boolean isDone;

    /**
     * Bars that open within a span.
     *
     * @param startMillis first opening time, epoch milliseconds, inclusive
     * @param endMillis last opening time, inclusive
     * @param limit rows of a page, at most 300
     */
    public CandlePages(
            OkxMarketRequests market, String symbol, String bar, long startMillis, long endMillis, int limit) {
        this.market = market;
        this.symbol = symbol;
        this.bar = bar;
        this.startMillis = startMillis;
        this.cursorMillis = endMillis + 1;
        this.limit = limit;
    }

    @Override
    public @Nullable RestRequest next() {
        return isDone || cursorMillis <= startMillis
                ? null
                : market.historyCandles(symbol, bar, OkxPage.after(cursorMillis, limit));
    }

    @Override
    public List<Candle> take(List<Candle> page) {
        List<Candle> older =
                page.stream().filter(row -> millis(row) < cursorMillis).toList();
        isDone = older.isEmpty();
        if (!isDone) {
            cursorMillis = millis(older.get(0));
        }
        return older.stream()
                .filter(row -> row.isClosed() && millis(row) >= startMillis)
                .toList();
    }

    private static long millis(Candle row) {
        return row.tsOpen() / EpochNanos.MILLISECOND;
    }
}
