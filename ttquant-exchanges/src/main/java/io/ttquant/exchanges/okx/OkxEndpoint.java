package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.HttpMethod;

/**
 * The REST endpoints of OKX that are used, each with the requests that are allowed in two seconds (batches: orders), as documented in June 2026.
 * Each has a budget of its own, by address where it is public, else by account, and for orders by instrument.
 */
@SuppressWarnings("ImmutableEnumChecker") // A cost is a record of values.
enum OkxEndpoint {
    TIME("/api/v5/public/time", 10),
    INSTRUMENTS("/api/v5/public/instruments", 20),
    FUNDING_RATE("/api/v5/public/funding-rate", 10),
    FUNDING_HISTORY("/api/v5/public/funding-rate-history", 10),
    MARK_PRICE("/api/v5/public/mark-price", 10),
    POSITION_TIERS("/api/v5/public/position-tiers", 10),
    PRICE_LIMIT("/api/v5/public/price-limit", 20),
    TICKER("/api/v5/market/ticker", 20),
    TICKERS("/api/v5/market/tickers", 20),
    BOOKS("/api/v5/market/books", 40),
    CANDLES("/api/v5/market/candles", 40),
    HISTORY_CANDLES("/api/v5/market/history-candles", 20),
    TRADES("/api/v5/market/trades", 100),
    HISTORY_TRADES("/api/v5/market/history-trades", 20),

    BALANCE(HttpMethod.GET, "/api/v5/account/balance", 10),
    POSITIONS(HttpMethod.GET, "/api/v5/account/positions", 10),
    CONFIG(HttpMethod.GET, "/api/v5/account/config", 5),
    BILLS(HttpMethod.GET, "/api/v5/account/bills", 10),
    TRADE_FEE(HttpMethod.GET, "/api/v5/account/trade-fee", 5),
    LEVERAGE_INFO(HttpMethod.GET, "/api/v5/account/leverage-info", 20),
    SET_LEVERAGE(HttpMethod.POST, "/api/v5/account/set-leverage", 20),
    SET_POSITION_MODE(HttpMethod.POST, "/api/v5/account/set-position-mode", 5),
    RATE_LIMIT(HttpMethod.GET, "/api/v5/trade/account-rate-limit", 2),

    PLACE(HttpMethod.POST, "/api/v5/trade/order", 60),
    PLACE_BATCH(HttpMethod.POST, "/api/v5/trade/batch-orders", 300),
    AMEND(HttpMethod.POST, "/api/v5/trade/amend-order", 60),
    AMEND_BATCH(HttpMethod.POST, "/api/v5/trade/amend-batch-orders", 300),
    CANCEL(HttpMethod.POST, "/api/v5/trade/cancel-order", 60),
    CANCEL_BATCH(HttpMethod.POST, "/api/v5/trade/cancel-batch-orders", 300),
    CANCEL_ALL_AFTER(HttpMethod.POST, "/api/v5/trade/cancel-all-after", 2),
    ORDER(HttpMethod.GET, "/api/v5/trade/order", 60),
    PENDING(HttpMethod.GET, "/api/v5/trade/orders-pending", 60),
    HISTORY(HttpMethod.GET, "/api/v5/trade/orders-history", 40),
    ARCHIVE(HttpMethod.GET, "/api/v5/trade/orders-history-archive", 20),
    FILLS(HttpMethod.GET, "/api/v5/trade/fills", 60),
    FILLS_HISTORY(HttpMethod.GET, "/api/v5/trade/fills-history", 10),

    PLACE_ALGO(HttpMethod.POST, "/api/v5/trade/order-algo", 20),
    CANCEL_ALGOS(HttpMethod.POST, "/api/v5/trade/cancel-algos", 20),
    AMEND_ALGO(HttpMethod.POST, "/api/v5/trade/amend-algos", 20),
    ALGO_ORDER(HttpMethod.GET, "/api/v5/trade/order-algo", 20),
    ALGO_PENDING(HttpMethod.GET, "/api/v5/trade/orders-algo-pending", 20),
    ALGO_HISTORY(HttpMethod.GET, "/api/v5/trade/orders-algo-history", 20);

    private final HttpMethod method;
    private final String path;
    private final int limit;
    private final boolean isSigned;
    private final Cost cost;

    OkxEndpoint(String path, int limit) {
        this(HttpMethod.GET, path, limit, false);
    }

    OkxEndpoint(HttpMethod method, String path, int limit) {
        this(method, path, limit, true);
    }

    OkxEndpoint(HttpMethod method, String path, int limit, boolean isSigned) {
        this.method = method;
        this.path = path;
        this.limit = limit;
        this.isSigned = isSigned;
        this.cost = cost(name());
    }

    private static Cost cost(String name) {
        return switch (name) {
            case "PLACE", "PLACE_BATCH", "AMEND", "AMEND_BATCH", "PLACE_ALGO", "AMEND_ALGO" ->
                Cost.ofOrders(name, 1, 1);
            case "CANCEL", "CANCEL_BATCH", "CANCEL_ALGOS", "CANCEL_ALL_AFTER" -> Cost.reducing(name, 1);
            default -> Cost.of(name, 1);
        };
    }

    HttpMethod method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Requests in two seconds; orders for a batch. */
    int limit() {
        return limit;
    }

    boolean isSigned() {
        return isSigned;
    }

    Cost cost() {
        return cost;
    }
}
