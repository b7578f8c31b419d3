package io.ttquant.exchanges.binance;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * REST requests of a Binance Spot account. Every signed request carries {@code recvWindow}, so that the venue refuses it when it is late.
 * Prices and quantities that are off the tick or lot are refused with a {@link RequestRefused} before anything is built. For one thread.
 */
public final class SpotRequests {
    private final BinanceCall call;
    private final BinanceMarketRequests market;

    private SpotRequests(BinanceCall call) {
        this.call = call;
        this.market = BinanceMarketRequests.spot(call);
    }

    /**
     * Requests of an account.
     *
     * @param credentials key and secret; null if only public data is asked for
     * @param venueMillis the venue's clock as we know it, epoch milliseconds
     * @param recvWindowMillis how late a request may arrive, 1 to 60000 ms
     */
    public static SpotRequests of(@Nullable Credentials credentials, LongSupplier venueMillis, int recvWindowMillis) {
        return new SpotRequests(BinanceCall.of(credentials, venueMillis, recvWindowMillis));
    }

    /** Market data. */
    public BinanceMarketRequests market() {
        return market;
    }

    /** A new order of any type that the venue has. */
    public RestRequest place(String clientId, OrderRequest r) {
        SpotOrderFields.write(call.to(), clientId, r);
        return call.request(SpotEndpoints.PLACE);
    }

    /** The same, checked by the venue but not executed. */
    public RestRequest test(String clientId, OrderRequest r) {
        SpotOrderFields.write(call.to(), clientId, r);
        return call.request(SpotEndpoints.TEST);
    }

    /** Cancels an order and, only if that worked, places another in its stead. */
    public RestRequest replace(String oldClientId, String newClientId, OrderRequest r) {
        Fields f = call.to();
        SpotOrderFields.write(f, newClientId, r);
        f.text("cancelReplaceMode", "STOP_ON_FAILURE");
        BinanceOrderFields.checkId(oldClientId);
        f.text("cancelOrigClientOrderId", oldClientId);
        return call.request(SpotEndpoints.REPLACE);
    }

    /** Makes an order smaller, its place in the queue kept. It keeps our id, which has to be sent anew: without one the venue makes another up. */
    public RestRequest reduce(String clientId, OrderRequest r, long rawNewQuantity) {
        OrderCheck.quantity(r.instrument(), rawNewQuantity);
        Fields f = call.to();
        OrderRef.ofClient(BinanceOrderFields.symbol(r), clientId).write(f);
        f.text("newClientOrderId", clientId);
        f.decimal("newQty", rawNewQuantity, r.instrument().quantityScale());
        return call.request(SpotEndpoints.AMEND);
    }

    /** Cancels an order by our id. */
    public RestRequest cancel(String symbol, String clientId) {
        return of(SpotEndpoints.CANCEL, OrderRef.ofClient(symbol, clientId));
    }

    /** Cancels an order by the venue's id. */
    public RestRequest cancel(String symbol, long orderId) {
        return of(SpotEndpoints.CANCEL, OrderRef.of(symbol, orderId));
    }

    /** Cancels all orders of a symbol. */
    public RestRequest cancelAll(String symbol) {
        call.to().text("symbol", symbol);
        return call.request(SpotEndpoints.CANCEL_ALL);
    }

    /** An order by our id. */
    public RestRequest order(String symbol, String clientId) {
        return of(SpotEndpoints.ORDER, OrderRef.ofClient(symbol, clientId));
    }

    /** An order by the venue's id. */
    public RestRequest order(String symbol, long orderId) {
        return of(SpotEndpoints.ORDER, OrderRef.of(symbol, orderId));
    }

    /** Open orders of a symbol; of all for null, which costs much more. */
    public RestRequest openOrders(@Nullable String symbol) {
        call.to().textIf("symbol", symbol);
        return call.request(symbol == null ? SpotEndpoints.OPEN_ORDERS.weighing(80) : SpotEndpoints.OPEN_ORDERS);
    }

    /** Orders of a symbol, ended ones too, from an order id or within at most 24 hours; at most 1000. */
    public RestRequest orders(String symbol, Page page) {
        Fields f = call.to();
        f.text("symbol", symbol);
        BinancePages.write(f, page, "orderId");
        return call.request(SpotEndpoints.ALL_ORDERS);
    }

    /** Fills of a symbol, from a trade id or within at most 24 hours; at most 1000. */
    public RestRequest fills(String symbol, Page page) {
        Fields f = call.to();
        f.text("symbol", symbol);
        BinancePages.write(f, page, "fromId");
        return call.request(SpotEndpoints.MY_TRADES);
    }

    /** Fills of an order, the newest or from a trade id on; at most 1000. */
    public RestRequest fillsOf(String symbol, long orderId, Page page) {
        Fields f = call.to();
        OrderRef.of(symbol, orderId).write(f);
        BinancePages.write(f, page, "fromId");
        return call.request(SpotEndpoints.MY_TRADES.weighing(5));
    }

    /** Balances, permissions and fees of the account. */
    public RestRequest account() {
        call.to().flag("omitZeroBalances", true);
        return call.request(SpotEndpoints.ACCOUNT);
    }

    /** Fees of a symbol. */
    public RestRequest fees(String symbol) {
        call.to().text("symbol", symbol);
        return call.request(SpotEndpoints.COMMISSION);
    }

    /** How many orders were counted against the limits. */
    public RestRequest orderCount() {
        call.to();
        return call.request(SpotEndpoints.ORDER_COUNT);
    }

    /** What the key may do, and from where. */
    public RestRequest keyPermissions() {
        call.to();
        return call.request(SpotEndpoints.RESTRICTIONS);
    }

    private RestRequest of(Endpoint endpoint, OrderRef order) {
        order.write(call.to());
        return call.request(endpoint);
    }
}
