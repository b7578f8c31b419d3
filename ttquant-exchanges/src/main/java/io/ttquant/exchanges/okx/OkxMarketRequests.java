package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.RestRequest;
import org.jspecify.annotations.Nullable;

/** Requests for market data of OKX. Made by {@link OkxRequests}. */
public final class OkxMarketRequests {
    private static final int BY_TRADE_ID = 1;
    private static final int BY_TIME = 2;

    private final OkxCall call;

    OkxMarketRequests(OkxCall call) {
        this.call = call;
    }

    /** The venue's clock. */
    public RestRequest time() {
        call.query(OkxEndpoint.TIME);
        return call.request(OkxEndpoint.TIME);
    }

    /**
     * Instruments of a kind.
     *
     * @param kind {@code SPOT}, {@code SWAP} or {@code FUTURES}
     */
    public RestRequest instruments(String kind) {
        call.query(OkxEndpoint.INSTRUMENTS).text("instType", kind);
        return call.request(OkxEndpoint.INSTRUMENTS);
    }

    /** A snapshot of a book, at most 400 levels a side. */
    public RestRequest book(String symbol, int levels) {
        Fields f = call.query(OkxEndpoint.BOOKS);
        f.text("instId", symbol);
        f.number("sz", levels);
        return call.request(OkxEndpoint.BOOKS);
    }

    /** The latest bars, newest first, at most 300; of the last 1440 bars only. Pages by the bar's opening time. */
    public RestRequest candles(String symbol, String bar, OkxPage page) {
        return candles(OkxEndpoint.CANDLES, symbol, bar, page);
    }

    /** Bars of years back, newest first, at most 300 (a shorter page is no sign of the end). Pages by the bar's opening time. */
    public RestRequest historyCandles(String symbol, String bar, OkxPage page) {
        return candles(OkxEndpoint.HISTORY_CANDLES, symbol, bar, page);
    }

    private RestRequest candles(OkxEndpoint endpoint, String symbol, String bar, OkxPage page) {
        Fields f = call.query(endpoint);
        f.text("instId", symbol);
        f.text("bar", bar);
        page.write(f);
        return call.request(endpoint);
    }

    /** The newest trades, at most 500. */
    public RestRequest trades(String symbol, int limit) {
        Fields f = call.query(OkxEndpoint.TRADES);
        f.text("instId", symbol);
        f.number("limit", limit);
        return call.request(OkxEndpoint.TRADES);
    }

    /** Trades of three months back, newest first, at most 100; pages by trade id. */
    public RestRequest historyTrades(String symbol, OkxPage page) {
        Fields f = call.query(OkxEndpoint.HISTORY_TRADES);
        f.text("instId", symbol);
        f.number("type", BY_TRADE_ID);
        page.write(f);
        return call.request(OkxEndpoint.HISTORY_TRADES);
    }

    /** Trades of three months back, newest first, at most 100, that are older than a time. */
    public RestRequest historyTradesBefore(String symbol, long millis, int limit) {
        Fields f = call.query(OkxEndpoint.HISTORY_TRADES);
        f.text("instId", symbol);
        f.number("type", BY_TIME);
        OkxPage.after(millis, limit).write(f);
        return call.request(OkxEndpoint.HISTORY_TRADES);
    }

    /** Last price, best bid and ask and figures of the last 24 hours. */
    public RestRequest ticker(String symbol) {
        call.query(OkxEndpoint.TICKER).text("instId", symbol);
        return call.request(OkxEndpoint.TICKER);
    }

    /** The same of all instruments of a kind. */
    public RestRequest tickers(String kind) {
        call.query(OkxEndpoint.TICKERS).text("instType", kind);
        return call.request(OkxEndpoint.TICKERS);
    }

    /** The funding rate of a swap, and when it is settled. */
    public RestRequest fundingRate(String symbol) {
        call.query(OkxEndpoint.FUNDING_RATE).text("instId", symbol);
        return call.request(OkxEndpoint.FUNDING_RATE);
    }

    /** Funding rates that were settled, newest first; pages by time. */
    public RestRequest fundingHistory(String symbol, OkxPage page) {
        Fields f = call.query(OkxEndpoint.FUNDING_HISTORY);
        f.text("instId", symbol);
        page.write(f);
        return call.request(OkxEndpoint.FUNDING_HISTORY);
    }

    /** Mark prices of a kind, or of one instrument of it. */
    public RestRequest markPrice(String kind, @Nullable String symbol) {
        Fields f = call.query(OkxEndpoint.MARK_PRICE);
        f.text("instType", kind);
        f.textIf("instId", symbol);
        return call.request(OkxEndpoint.MARK_PRICE);
    }

    /** The highest price for buys and the lowest for sells now. */
    public RestRequest priceLimit(String symbol) {
        call.query(OkxEndpoint.PRICE_LIMIT).text("instId", symbol);
        return call.request(OkxEndpoint.PRICE_LIMIT);
    }

    /** Margin tiers of a family of derivatives. */
    public RestRequest positionTiers(String kind, TradeMode mode, String family) {
        Fields f = call.query(OkxEndpoint.POSITION_TIERS);
        f.text("instType", kind);
        f.text("tdMode", mode.word());
        f.text("instFamily", family);
        return call.request(OkxEndpoint.POSITION_TIERS);
    }
}
