package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import org.jspecify.annotations.Nullable;

/** Requests for the account of Binance futures, its settings, marks and funding. Made by {@link UsdmRequests}. */
public final class UsdmAccountRequests {
    private final BinanceCall call;

    UsdmAccountRequests(BinanceCall call) {
        this.call = call;
    }

    /** The whole account: assets, and positions that are open. */
    public RestRequest account() {
        call.to();
        return call.request(UsdmEndpoints.ACCOUNT);
    }

    /** Balances. */
    public RestRequest balances() {
        call.to();
        return call.request(UsdmEndpoints.BALANCE);
    }

    /** Positions of a symbol, or of all with a position or an order. */
    public RestRequest positions(@Nullable String symbol) {
        return ofSymbol(UsdmEndpoints.POSITIONS, symbol);
    }

    /** Whether the account is in hedge mode. */
    public RestRequest positionMode() {
        call.to();
        return call.request(UsdmEndpoints.POSITION_MODE);
    }

    /** Puts the account into hedge or one-way mode; fails while orders or positions are open. */
    public RestRequest setPositionMode(boolean isHedging) {
        call.to().flag("dualSidePosition", isHedging);
        return call.request(UsdmEndpoints.SET_POSITION_MODE);
    }

    /** Sets the leverage of a symbol. */
    public RestRequest setLeverage(String symbol, int leverage) {
        Fields f = call.to();
        f.text("symbol", symbol);
        f.number("leverage", leverage);
        return call.request(UsdmEndpoints.SET_LEVERAGE);
    }

    /** Sets the margin mode of a symbol; fails while orders or positions are open. */
    public RestRequest setMarginMode(String symbol, boolean isIsolated) {
        Fields f = call.to();
        f.text("symbol", symbol);
        f.text("marginType", isIsolated ? "ISOLATED" : "CROSSED");
        return call.request(UsdmEndpoints.SET_MARGIN_TYPE);
    }

    /** Leverage and margin mode of a symbol. */
    public RestRequest symbolConfig(@Nullable String symbol) {
        return ofSymbol(UsdmEndpoints.SYMBOL_CONFIG, symbol);
    }

    /** Settings of the account, whether it may trade among them. */
    public RestRequest accountConfig() {
        call.to();
        return call.request(UsdmEndpoints.ACCOUNT_CONFIG);
    }

    /** Leverage brackets of a symbol, or of all. */
    public RestRequest brackets(@Nullable String symbol) {
        return ofSymbol(UsdmEndpoints.BRACKETS, symbol);
    }

    /** Fees of a symbol. */
    public RestRequest fees(String symbol) {
        return ofSymbol(UsdmEndpoints.COMMISSION, symbol);
    }

    /** Payments to and from the account, funding among them. */
    public RestRequest income(@Nullable String symbol, Page page) {
        Fields f = call.to();
        f.textIf("symbol", symbol);
        BinancePages.times(f, page);
        return call.request(UsdmEndpoints.INCOME);
    }

    /**
     * Payments of one type from a time on, oldest first.
     *
     * @param type the venue's word, as {@code FUNDING_FEE}
     * @param startMillis the earliest time wanted, epoch milliseconds, inclusive
     * @param page which page, from 1
     */
    public RestRequest income(@Nullable String symbol, String type, long startMillis, int page, int limit) {
        Fields f = call.to();
        f.textIf("symbol", symbol);
        f.text("incomeType", type);
        f.number("startTime", startMillis);
        f.number("page", page);
        f.number("limit", limit);
        return call.request(UsdmEndpoints.INCOME);
    }

    /** Limits on orders. */
    public RestRequest orderCount() {
        call.to();
        return call.request(UsdmEndpoints.ORDER_COUNT);
    }

    /** What the key may do, and from where; asked at the host of the account as a whole. */
    public RestRequest keyPermissions() {
        call.to();
        return call.request(SpotEndpoints.RESTRICTIONS);
    }

    /** Mark price, index price and the next funding of a symbol, or of all. */
    public RestRequest markPrice(@Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        return call.request(symbol == null ? UsdmEndpoints.PREMIUM_INDEX.weighing(10) : UsdmEndpoints.PREMIUM_INDEX);
    }

    /** Funding rates that were settled, oldest first, at most 1000. */
    public RestRequest fundingRates(String symbol, Page page) {
        Fields f = call.to();
        f.text("symbol", symbol);
        BinancePages.times(f, page);
        return call.request(UsdmEndpoints.FUNDING_RATE);
    }

    /** Interval and bounds of funding where they are not the usual ones. */
    public RestRequest fundingIntervals() {
        call.to();
        return call.request(UsdmEndpoints.FUNDING_INFO);
    }

    private RestRequest ofSymbol(Endpoint endpoint, @Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        return call.request(endpoint);
    }
}
