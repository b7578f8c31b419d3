package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import org.jspecify.annotations.Nullable;

/** Requests for market data of Binance, which Spot and futures answer at different paths and weights. Made by their requests. */
public final class BinanceMarketRequests {
    private final BinanceCall call;
    private final boolean isSpot;

    private BinanceMarketRequests(BinanceCall call, boolean isSpot) {
        this.call = call;
        this.isSpot = isSpot;
    }

    static BinanceMarketRequests spot(BinanceCall call) {
        return new BinanceMarketRequests(call, true);
    }

    static BinanceMarketRequests usdm(BinanceCall call) {
        return new BinanceMarketRequests(call, false);
    }

    /** The venue's clock. */
    public RestRequest time() {
        call.to();
        return call.request(isSpot ? SpotEndpoints.TIME : UsdmEndpoints.TIME);
    }

    /** All symbols with their filters, and the limits of requests. */
    public RestRequest instruments() {
        call.to();
        return call.request(isSpot ? SpotEndpoints.EXCHANGE_INFO : UsdmEndpoints.EXCHANGE_INFO);
    }

    /** A snapshot of a book. Futures take 5, 10, 20, 50, 100, 500 and 1000 levels only; Spot takes 1 to 5000. */
    public RestRequest depth(String symbol, int levels) {
        Fields f = call.to();
        f.text("symbol", symbol);
        f.number("limit", levels);
        return call.request((isSpot ? SpotEndpoints.DEPTH : UsdmEndpoints.DEPTH).weighing(depthWeight(levels)));
    }

    /** The newest trades, at most 1000. */
    public RestRequest trades(String symbol, int limit) {
        Fields f = call.to();
        f.text("symbol", symbol);
        f.number("limit", limit);
        return call.request(isSpot ? SpotEndpoints.TRADES : UsdmEndpoints.TRADES);
    }

    /** Trades of one taker order and price together, at most 1000, oldest first, from an id or within a span (an hour at most on futures). */
    public RestRequest aggregateTrades(String symbol, Page page) {
        Fields f = call.to();
        f.text("symbol", symbol);
        BinancePages.write(f, page, "fromId");
        return call.request(isSpot ? SpotEndpoints.AGG_TRADES : UsdmEndpoints.AGG_TRADES);
    }

    /** The trades that the stream of a symbol brings, from an id on, at most 1000, oldest first: single ones on Spot, aggregate ones on futures. */
    public RestRequest tradesFrom(String symbol, long fromId, int limit) {
        if (!isSpot) {
            return aggregateTrades(symbol, Page.fromId(fromId, limit));
        }
        Fields f = call.to();
        f.text("symbol", symbol);
        BinancePages.write(f, Page.fromId(fromId, limit), "fromId");
        return call.request(SpotEndpoints.HISTORICAL_TRADES);
    }

    /** Bars, oldest first, at most 1000 on Spot and 1500 on futures; the last one may not be closed. */
    public RestRequest klines(String symbol, String interval, Page page) {
        Fields f = call.to();
        f.text("symbol", symbol);
        f.text("interval", interval);
        BinancePages.times(f, page);
        return call.request(isSpot ? SpotEndpoints.KLINES : UsdmEndpoints.KLINES.weighing(klineWeight(page.limit())));
    }

    /** Figures of the last 24 hours; of all symbols for null. */
    public RestRequest ticker(@Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        Endpoint one = isSpot ? SpotEndpoints.TICKER : UsdmEndpoints.TICKER;
        return call.request(symbol == null ? one.weighing(isSpot ? 80 : 40) : one);
    }

    /** Best bid and ask; of all symbols for null. */
    public RestRequest bookTicker(@Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        Endpoint one = isSpot ? SpotEndpoints.BOOK_TICKER : UsdmEndpoints.BOOK_TICKER;
        return call.request(symbol == null ? one.weighing(isSpot ? 4 : 5) : one);
    }

    private int depthWeight(int levels) {
        if (isSpot) {
            return levels <= 100 ? 5 : levels <= 500 ? 25 : levels <= 1000 ? 50 : 250;
        }
        return levels <= 50 ? 2 : levels <= 100 ? 5 : levels <= 500 ? 10 : 20;
    }

    private static int klineWeight(int limit) {
        return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
    }
}
