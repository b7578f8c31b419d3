package io.ttquant.exchanges.binance;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * REST requests for orders of a Binance futures account (USDT-margined). Every signed request carries {@code recvWindow}. Prices and quantities that
 * are off the tick or lot are refused with a {@link RequestRefused} before anything is built. For one thread.
 */
public final class UsdmRequests {
    private static final int MOST_PLACED = 5;
    private static final int MOST_CANCELED = 10;

    private final BinanceCall call;
    private final BinanceMarketRequests market;
    private final UsdmAccountRequests account;

    private UsdmRequests(BinanceCall call) {
        this.call = call;
        this.market = BinanceMarketRequests.usdm(call);
        this.account = new UsdmAccountRequests(call);
    }

    /**
     * Requests of an account.
     *
     * @param credentials key and secret; null if only public data is asked for
     * @param venueMillis the venue's clock as we know it, epoch milliseconds
     * @param recvWindowMillis how late a request may arrive, 1 to 60000 ms
     */
    public static UsdmRequests of(@Nullable Credentials credentials, LongSupplier venueMillis, int recvWindowMillis) {
        return new UsdmRequests(BinanceCall.of(credentials, venueMillis, recvWindowMillis));
    }

    /** Market data. */
    public BinanceMarketRequests market() {
        return market;
    }

    /** The account and its settings. */
    public UsdmAccountRequests account() {
        return account;
    }

    /** A new order of any type that the venue has; conditional ones go to the algo service. */
    public RestRequest place(String clientId, OrderRequest r) {
        Fields f = call.to();
        if (r.type().hasTrigger()) {
            UsdmOrderFields.writeAlgo(f, clientId, r, call.venueMillis());
            return call.request(UsdmEndpoints.PLACE_ALGO);
        }
        UsdmOrderFields.write(f, clientId, r, call.venueMillis());
        return call.request(UsdmEndpoints.PLACE);
    }

    /**
     * Up to five new orders at once, none of them conditional. They are executed in any order, and the answer has a result or an error for each.
     *
     * @param clientIds one for each order
     */
    public RestRequest placeAll(List<String> clientIds, List<OrderRequest> orders) {
        requireSize(orders.size(), MOST_PLACED, "orders");
        BinanceList list = new BinanceList();
        for (int i = 0; i < orders.size(); i++) {
            UsdmOrderFields.write(list.next(), clientIds.get(i), orders.get(i), call.venueMillis());
        }
        call.to().text("batchOrders", list.end());
        return call.request(batch(UsdmEndpoints.PLACE_BATCH, orders.size()));
    }

    /**
     * Changes price and total quantity of a limit order, which loses its place in the queue.
     *
     * @param rawQuantity the new total, filled part included
     */
    public RestRequest amend(String clientId, OrderRequest r, long rawQuantity, long rawPrice) {
        Instrument i = r.instrument();
        OrderCheck.quantity(i, rawQuantity);
        OrderCheck.price(i, rawPrice, "price");
        Fields f = call.to();
        OrderRef.ofClient(i.id().symbol(), clientId).write(f);
        f.text("side", r.side().name());
        f.decimal("quantity", rawQuantity, i.quantityScale());
        f.decimal("price", rawPrice, i.priceScale());
        return call.request(UsdmEndpoints.AMEND);
    }

    /** Cancels an order by our id. */
    public RestRequest cancel(String symbol, String clientId) {
        return of(UsdmEndpoints.CANCEL, OrderRef.ofClient(symbol, clientId));
    }

    /** Cancels an order by the venue's id. */
    public RestRequest cancel(String symbol, long orderId) {
        return of(UsdmEndpoints.CANCEL, OrderRef.of(symbol, orderId));
    }

    /** Cancels up to ten orders of a symbol by our ids. */
    public RestRequest cancelAll(String symbol, List<String> clientIds) {
        requireSize(clientIds.size(), MOST_CANCELED, "orders to cancel");
        Fields f = call.to();
        f.text("symbol", symbol);
        f.text("origClientOrderIdList", BinanceList.of(clientIds));
        return call.request(UsdmEndpoints.CANCEL_BATCH);
    }

    /** Cancels all orders of a symbol, but not its conditional ones: {@link #cancelAllConditional} does that. */
    public RestRequest cancelAll(String symbol) {
        call.to().text("symbol", symbol);
        return call.request(UsdmEndpoints.CANCEL_ALL);
    }

    /** Cancels a conditional order by our id. */
    public RestRequest cancelConditional(String clientId) {
        return ofAlgo(UsdmEndpoints.CANCEL_ALGO, clientId);
    }

    /** Cancels a conditional order by the venue's id. */
    public RestRequest cancelConditional(long algoId) {
        call.to().number("algoId", algoId);
        return call.request(UsdmEndpoints.CANCEL_ALGO);
    }

    /** Cancels all conditional orders of a symbol. */
    public RestRequest cancelAllConditional(String symbol) {
        call.to().text("symbol", symbol);
        return call.request(UsdmEndpoints.CANCEL_ALL_ALGOS);
    }

    /**
     * Cancels all orders of a symbol when this is not sent again in time.
     *
     * @param afterMillis in how many milliseconds; 0 stops the timer
     */
    public RestRequest countdownCancelAll(String symbol, long afterMillis) {
        Fields f = call.to();
        f.text("symbol", symbol);
        f.number("countdownTime", afterMillis);
        return call.request(UsdmEndpoints.COUNTDOWN);
    }

    /** An order by our id. */
    public RestRequest order(String symbol, String clientId) {
        return of(UsdmEndpoints.ORDER, OrderRef.ofClient(symbol, clientId));
    }

    /** An order by the venue's id. */
    public RestRequest order(String symbol, long orderId) {
        return of(UsdmEndpoints.ORDER, OrderRef.of(symbol, orderId));
    }

    /** A conditional order by our id. */
    public RestRequest conditional(String clientId) {
        return ofAlgo(UsdmEndpoints.ALGO_ORDER, clientId);
    }

    /** A conditional order by the venue's id. */
    public RestRequest conditional(long algoId) {
        call.to().number("algoId", algoId);
        return call.request(UsdmEndpoints.ALGO_ORDER);
    }

    /** Open orders of a symbol; of all for null, which costs much more. */
    public RestRequest openOrders(@Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        return call.request(symbol == null ? UsdmEndpoints.OPEN_ORDERS.weighing(40) : UsdmEndpoints.OPEN_ORDERS);
    }

    /** Untriggered conditional orders of a symbol; of all for null. */
    public RestRequest openConditionals(@Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        return call.request(symbol == null ? UsdmEndpoints.OPEN_ALGOS.weighing(40) : UsdmEndpoints.OPEN_ALGOS);
    }

    /** Orders of a symbol, ended ones too, from an order id or within at most seven days; at most 1000. */
    public RestRequest orders(String symbol, Page page) {
        return history(UsdmEndpoints.ALL_ORDERS, symbol, page, "orderId");
    }

    /** Conditional orders of a symbol, ended ones too; at most 1000. */
    public RestRequest conditionals(String symbol, Page page) {
        return history(UsdmEndpoints.ALL_ALGOS, symbol, page, "algoId");
    }

    /** Fills of a symbol, from a trade id or within at most seven days; at most 1000. */
    public RestRequest fills(String symbol, Page page) {
        return history(UsdmEndpoints.USER_TRADES, symbol, page, "fromId");
    }

    /** Makes or extends the key of the user data stream; it lives for 60 minutes. */
    public RestRequest newListenKey() {
        call.to();
        return call.request(UsdmEndpoints.NEW_LISTEN_KEY);
    }

    /** Extends the key of the user data stream. */
    public RestRequest keepListenKey() {
        call.to();
        return call.request(UsdmEndpoints.KEEP_LISTEN_KEY);
    }

    /** Ends the user data stream. */
    public RestRequest endListenKey() {
        call.to();
        return call.request(UsdmEndpoints.END_LISTEN_KEY);
    }

    private RestRequest of(Endpoint endpoint, OrderRef order) {
        order.write(call.to());
        return call.request(endpoint);
    }

    private RestRequest ofAlgo(Endpoint endpoint, String clientId) {
        BinanceOrderFields.checkId(clientId);
        call.to().text("clientAlgoId", clientId);
        return call.request(endpoint);
    }

    private RestRequest history(Endpoint endpoint, String symbol, Page page, String idName) {
        Fields f = call.to();
        f.text("symbol", symbol);
        BinancePages.write(f, page, idName);
        return call.request(endpoint);
    }

    private static Endpoint batch(Endpoint one, int orders) {
        return new Endpoint(
                one.method(),
                one.host(),
                one.path(),
                one.security(),
                Cost.ofOrders(Endpoint.IP, one.cost().weight(), orders));
    }

    private static void requireSize(int size, int most, String what) {
        if (size < 1 || size > most) {
            throw new IllegalArgumentException(
                    size + " " + what + " in one request; the venue takes 1 to " + most + ", so send several requests");
        }
    }
}
