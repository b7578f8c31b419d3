package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.HttpMethod;

/** The endpoints of Binance USDT-margined futures that are used. Weights are the documented ones of May 2026. */
final class UsdmEndpoints {
    static final Endpoint TIME = Endpoint.open("/fapi/v1/time", 1);
    static final Endpoint EXCHANGE_INFO = Endpoint.open("/fapi/v1/exchangeInfo", 1);
    static final Endpoint DEPTH = Endpoint.open("/fapi/v1/depth", 20);
    static final Endpoint TRADES = Endpoint.open("/fapi/v1/trades", 5);
    static final Endpoint AGG_TRADES = Endpoint.open("/fapi/v1/aggTrades", 20);
    static final Endpoint KLINES = Endpoint.open("/fapi/v1/klines", 10);
    static final Endpoint TICKER = Endpoint.open("/fapi/v1/ticker/24hr", 1);
    static final Endpoint BOOK_TICKER = Endpoint.open("/fapi/v1/ticker/bookTicker", 2);
    static final Endpoint PREMIUM_INDEX = Endpoint.open("/fapi/v1/premiumIndex", 1);
    static final Endpoint FUNDING_RATE = Endpoint.open("/fapi/v1/fundingRate", 1);
    static final Endpoint FUNDING_INFO = Endpoint.open("/fapi/v1/fundingInfo", 1);

    static final Endpoint ACCOUNT = Endpoint.read("/fapi/v3/account", 5);
    static final Endpoint BALANCE = Endpoint.read("/fapi/v3/balance", 5);
    static final Endpoint POSITIONS = Endpoint.read("/fapi/v3/positionRisk", 5);
    static final Endpoint POSITION_MODE = Endpoint.read("/fapi/v1/positionSide/dual", 30);
    static final Endpoint SET_POSITION_MODE = Endpoint.change(HttpMethod.POST, "/fapi/v1/positionSide/dual", 1);
    static final Endpoint SET_LEVERAGE = Endpoint.change(HttpMethod.POST, "/fapi/v1/leverage", 1);
    static final Endpoint SET_MARGIN_TYPE = Endpoint.change(HttpMethod.POST, "/fapi/v1/marginType", 1);
    static final Endpoint BRACKETS = Endpoint.read("/fapi/v1/leverageBracket", 1);
    static final Endpoint SYMBOL_CONFIG = Endpoint.read("/fapi/v1/symbolConfig", 5);
    static final Endpoint ACCOUNT_CONFIG = Endpoint.read("/fapi/v1/accountConfig", 5);
    static final Endpoint COMMISSION = Endpoint.read("/fapi/v1/commissionRate", 20);
    static final Endpoint INCOME = Endpoint.read("/fapi/v1/income", 30);
    static final Endpoint ORDER_COUNT = Endpoint.read("/fapi/v1/rateLimit/order", 1);

    static final Endpoint PLACE = Endpoint.order(HttpMethod.POST, "/fapi/v1/order", 0);
    static final Endpoint TEST = Endpoint.change(HttpMethod.POST, "/fapi/v1/order/test", 0);
    static final Endpoint AMEND = Endpoint.order(HttpMethod.PUT, "/fapi/v1/order", 0);
    static final Endpoint CANCEL = Endpoint.cancel(HttpMethod.DELETE, "/fapi/v1/order", 1);
    static final Endpoint PLACE_BATCH = Endpoint.order(HttpMethod.POST, "/fapi/v1/batchOrders", 5);
    static final Endpoint CANCEL_BATCH = Endpoint.cancel(HttpMethod.DELETE, "/fapi/v1/batchOrders", 1);
    static final Endpoint CANCEL_ALL = Endpoint.cancel(HttpMethod.DELETE, "/fapi/v1/allOpenOrders", 1);
    static final Endpoint COUNTDOWN = Endpoint.cancel(HttpMethod.POST, "/fapi/v1/countdownCancelAll", 10);
    static final Endpoint ORDER = Endpoint.read("/fapi/v1/order", 1);
    static final Endpoint OPEN_ORDERS = Endpoint.read("/fapi/v1/openOrders", 1);
    static final Endpoint ALL_ORDERS = Endpoint.read("/fapi/v1/allOrders", 5);
    static final Endpoint USER_TRADES = Endpoint.read("/fapi/v1/userTrades", 5);

    static final Endpoint PLACE_ALGO = Endpoint.order(HttpMethod.POST, "/fapi/v1/algoOrder", 0);
    static final Endpoint CANCEL_ALGO = Endpoint.cancel(HttpMethod.DELETE, "/fapi/v1/algoOrder", 1);
    static final Endpoint CANCEL_ALL_ALGOS = Endpoint.cancel(HttpMethod.DELETE, "/fapi/v1/algoOpenOrders", 1);
    static final Endpoint ALGO_ORDER = Endpoint.read("/fapi/v1/algoOrder", 1);
    static final Endpoint OPEN_ALGOS = Endpoint.read("/fapi/v1/openAlgoOrders", 1);
    static final Endpoint ALL_ALGOS = Endpoint.read("/fapi/v1/allAlgoOrders", 5);

    static final Endpoint NEW_LISTEN_KEY = Endpoint.keyed(HttpMethod.POST, "/fapi/v1/listenKey", 1);
    static final Endpoint KEEP_LISTEN_KEY = Endpoint.keyed(HttpMethod.PUT, "/fapi/v1/listenKey", 1);
    static final Endpoint END_LISTEN_KEY = Endpoint.keyed(HttpMethod.DELETE, "/fapi/v1/listenKey", 1);

    private UsdmEndpoints() {}
}
