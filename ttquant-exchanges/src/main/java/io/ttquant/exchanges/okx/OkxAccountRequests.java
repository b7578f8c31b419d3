package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.RestRequest;
import org.jspecify.annotations.Nullable;

/** Requests for an account of OKX and its settings. Made by {@link OkxRequests}. */
public final class OkxAccountRequests {
    private final OkxCall call;

    OkxAccountRequests(OkxCall call) {
        this.call = call;
    }

    /** Balances of all currencies, or of some, such as {@code BTC,USDT}. */
    public RestRequest balance(@Nullable String currencies) {
        call.query(OkxEndpoint.BALANCE).textIf("ccy", currencies);
        return call.request(OkxEndpoint.BALANCE);
    }

    /** Positions of a kind, of an instrument, or of all for two nulls. */
    public RestRequest positions(@Nullable String kind, @Nullable String symbol) {
        Fields f = call.query(OkxEndpoint.POSITIONS);
        f.textIf("instType", kind);
        f.textIf("instId", symbol);
        return call.request(OkxEndpoint.POSITIONS);
    }

    /** Modes of the account, and what the key may do and from where. */
    public RestRequest config() {
        call.query(OkxEndpoint.CONFIG);
        return call.request(OkxEndpoint.CONFIG);
    }

    /** Fees of a kind of instruments. */
    public RestRequest fees(String kind) {
        call.query(OkxEndpoint.TRADE_FEE).text("instType", kind);
        return call.request(OkxEndpoint.TRADE_FEE);
    }

    /** Leverage of an instrument. */
    public RestRequest leverage(String symbol, TradeMode mode) {
        Fields f = call.query(OkxEndpoint.LEVERAGE_INFO);
        f.text("instId", symbol);
        f.text("mgnMode", mode.word());
        return call.request(OkxEndpoint.LEVERAGE_INFO);
    }

    /**
     * Sets the leverage of an instrument, by which its margin mode is chosen too.
     *
     * @param positionSide {@code long} or {@code short} where margin is isolated in hedge mode, else null
     */
    public RestRequest setLeverage(String symbol, int leverage, TradeMode mode, @Nullable String positionSide) {
        Fields f = call.body(OkxEndpoint.SET_LEVERAGE);
        f.text("instId", symbol);
        f.text("lever", Integer.toString(leverage));
        f.text("mgnMode", mode.word());
        f.textIf("posSide", positionSide);
        call.json().close();
        return call.request(OkxEndpoint.SET_LEVERAGE, OkxEndpoint.SET_LEVERAGE.cost(), false);
    }

    /** Puts the account into hedge or one-way mode; fails while orders or positions are open. */
    public RestRequest setPositionMode(boolean isHedging) {
        call.body(OkxEndpoint.SET_POSITION_MODE).text("posMode", isHedging ? "long_short_mode" : "net_mode");
        call.json().close();
        return call.request(OkxEndpoint.SET_POSITION_MODE, OkxEndpoint.SET_POSITION_MODE.cost(), false);
    }

    /** How many new orders and amendments the account may send. */
    public RestRequest orderLimit() {
        call.query(OkxEndpoint.RATE_LIMIT);
        return call.request(OkxEndpoint.RATE_LIMIT);
    }
}
