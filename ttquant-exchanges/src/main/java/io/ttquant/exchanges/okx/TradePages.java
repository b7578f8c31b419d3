package io.ttquant.exchanges.okx;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trades of a span of the last three months, backwards: the first page by time, the others by id, since many trades may have one time. */
public final class TradePages implements Pages<PublicTrade> {
    private final OkxMarketRequests market;
    private final String symbol;
    private final long startMillis;
    private final long endMillis;
    private final int limit;
    private long cursorId = OkxPage.ABSENT;
    private boolean isDone;

    /**
     * Trades within a span.
     *
     * @param startMillis epoch milliseconds, inclusive
     * @param endMillis epoch milliseconds, inclusive
     * @param limit rows of a page, at most 100
     */
    public TradePages(OkxMarketRequests market, String symbol, long startMillis, long endMillis, int limit) {
        this.market = market;
        this.symbol = symbol;
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.limit = limit;
    }

    @Override
    public @Nullable RestRequest next() {
        if (isDone) {
            return null;
        }
        return cursorId == OkxPage.ABSENT
                ? market.historyTradesBefore(symbol, endMillis + 1, limit)
                : market.historyTrades(symbol, OkxPage.after(cursorId, limit));
    }

    @Override
    public List<PublicTrade> take(List<PublicTrade> page) {
        List<PublicTrade> older = page.stream()
                .filter(trade -> cursorId == OkxPage.ABSENT || trade.id() < cursorId)
                .toList();
        isDone = older.isEmpty() || millis(older.get(0)) < startMillis;
        if (!older.isEmpty()) {
            cursorId = older.get(0).id();
        }
        return older.stream()
                .filter(trade -> millis(trade) >= startMillis && millis(trade) <= endMillis)
                .toList();
    }

    private static long millis(PublicTrade trade) {
        return trade.tsEvent() / EpochNanos.MILLISECOND;
    }
}
