package io.ttquant.exchanges.binance;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trades of a span, forwards: the first page by time, the others by id, since many trades may have one time. */
public final class AggregateTradePages implements Pages<PublicTrade> {
    private final BinanceMarketRequests market;
    private final String symbol;
    private final long startMillis;
    private final long endMillis;
    private final int limit;
    private long nextId = Page.ABSENT;
    private boolean isDone;

    /**
     * Trades within a span.
     *
     * @param startMillis epoch milliseconds, inclusive
     * @param endMillis epoch milliseconds, inclusive
     * @param limit rows of a page, at most 1000
     */
    public AggregateTradePages(
            BinanceMarketRequests market, String symbol, long startMillis, long endMillis, int limit) {
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
        Page page = nextId == Page.ABSENT ? Page.since(startMillis, limit) : Page.fromId(nextId, limit);
        return market.aggregateTrades(symbol, page);
    }

    @Override
    public List<PublicTrade> take(List<PublicTrade> page) {
        List<PublicTrade> fresh = page.stream()
                .filter(trade -> trade.id() >= nextId && millis(trade) >= startMillis && millis(trade) <= endMillis)
                .toList();
        isDone = page.size() < limit || millis(page.get(page.size() - 1)) > endMillis;
        if (!page.isEmpty()) {
            nextId = Math.max(nextId, page.get(page.size() - 1).id() + 1);
        }
        return fresh;
    }

    private static long millis(PublicTrade trade) {
        return trade.tsEvent() / EpochNanos.MILLISECOND;
    }
}
