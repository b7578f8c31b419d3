package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.HttpMethod;

/** The endpoints of Binance Spot that are used. Weights are the documented ones of July 2026. */
final class SpotEndpoints {
    static final Endpoint TIME = Endpoint.open("/api/v3/time", 1);
    static final Endpoint EXCHANGE_INFO = Endpoint.open("/api/v3/exchangeInfo", 20);
    static final Endpoint DEPTH = Endpoint.open("/api/v3/depth", 5);
    static final Endpoint TRADES = Endpoint.open("/api/v3/trades", 25);
    static final Endpoint HISTORICAL_TRADES = Endpoint.open("/api/v3/historicalTrades", 25);
    static final Endpoint AGG_TRADES = Endpoint.open("/api/v3/aggTrades", 4);
    static final Endpoint KLINES = Endpoint.open("/api/v3/klines", 2);
    static final Endpoint TICKER = Endpoint.open("/api/v3/ticker/24hr", 2);
    static final Endpoint BOOK_TICKER = Endpoint.open("/api/v3/ticker/bookTicker", 2);

    static final Endpoint ACCOUNT = Endpoint.read("/api/v3/account", 20);
    static final Endpoint COMMISSION = Endpoint.read("/api/v3/account/commission", 20);
    static final Endpoint ORDER_COUNT = Endpoint.read("/api/v3/rateLimit/order", 40);
    static final Endpoint RESTRICTIONS =
            Endpoint.read("/sapi/v1/account/apiRestrictions", 1).at(HostKind.ACCOUNT_REST);

    static final Endpoint PLACE = Endpoint.order(HttpMethod.POST, "/api/v3/order", 1);
    static final Endpoint TEST = Endpoint.change(HttpMethod.POST, "/api/v3/order/test", 1);
    static final Endpoint REPLACE = Endpoint.order(HttpMethod.POST, "/api/v3/order/cancelReplace", 1);
    static final Endpoint AMEND = Endpoint.change(HttpMethod.PUT, "/api/v3/order/amend/keepPriority", 4);
    static final Endpoint CANCEL = Endpoint.cancel(HttpMethod.DELETE, "/api/v3/order", 1);
    static final Endpoint CANCEL_ALL = Endpoint.cancel(HttpMethod.DELETE, "/api/v3/openOrders", 1);
    static final Endpoint ORDER = Endpoint.read("/api/v3/order", 4);
    static final Endpoint OPEN_ORDERS = Endpoint.read("/api/v3/openOrders", 6);
    static final Endpoint ALL_ORDERS = Endpoint.read("/api/v3/allOrders", 20);
    static final Endpoint MY_TRADES = Endpoint.read("/api/v3/myTrades", 20);

    private SpotEndpoints() {}
}
