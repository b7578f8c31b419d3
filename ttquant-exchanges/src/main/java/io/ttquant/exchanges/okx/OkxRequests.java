package io.ttquant.exchanges.okx;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * REST requests of an OKX account. Creates and amendments carry {@code expTime}, after which the venue refuses them. Prices and quantities that are
 * off the tick or lot are refused with a {@link RequestRefused} before anything is built. For one thread.
 */
public final class OkxRequests {
    private static final int MOST_IN_BATCH = 20;
    /** The type of bills of funding. */
    private static final String FUNDING_FEE = "8";

    private final OkxCall call;
    private final OkxOrderFields orders;
    private final OkxMarketRequests market;
    private final OkxAccountRequests account;
    private final OkxAlgoRequests algos;

    private OkxRequests(OkxCall call, OkxOrderFields orders) {
        this.call = call;
        this.orders = orders;
        this.market = new OkxMarketRequests(call);
        this.account = new OkxAccountRequests(call);
        this.algos = new OkxAlgoRequests(call, new OkxAlgoFields(orders));
    }

    /**
     * Requests of an account.
     *
     * @param environment where they go
     * @param credentials key, secret and passphrase; null if only public data is asked for
     * @param venueMillis the venue's clock as we know it, epoch milliseconds
     * @param deadlineMillis how late a create or an amendment may arrive, 1 to 60000 ms
     * @param spotMode how spot orders are margined
     * @param derivativesMode how orders of derivatives are margined: cross or isolated
     */
    public static OkxRequests of(
            OkxEnvironment environment,
            @Nullable Credentials credentials,
            LongSupplier venueMillis,
            int deadlineMillis,
            TradeMode spotMode,
            TradeMode derivativesMode) {
        return new OkxRequests(
                new OkxCall(environment, credentials, venueMillis, deadlineMillis),
                new OkxOrderFields(spotMode, derivativesMode));
    }

    /** Requests in two seconds that each budget allows, by the bucket of a request's cost; orders count one each in a batch. */
    public static Map<String, Integer> limits() {
        Map<String, Integer> limits = new LinkedHashMap<>();
        for (OkxEndpoint endpoint : OkxEndpoint.values()) {
            limits.put(endpoint.cost().bucket(), endpoint.limit());
        }
        return limits;
    }

    /** The buckets of requests that the venue counts by address, whoever sends them; the others it counts by account. */
    public static Set<String> publicBuckets() {
        Set<String> buckets = new HashSet<>();
        for (OkxEndpoint endpoint : OkxEndpoint.values()) {
            if (!endpoint.isSigned()) {
                buckets.add(endpoint.cost().bucket());
            }
        }
        return buckets;
    }

    /** Market data. */
    public OkxMarketRequests market() {
        return market;
    }

    /** The account and its settings. */
    public OkxAccountRequests account() {
        return account;
    }

    /** Conditional orders, which are kept apart from the others. */
    public OkxAlgoRequests algos() {
        return algos;
    }

    /** A new order of any type that the venue has. */
    public RestRequest place(String clientId, OrderRequest r) {
        if (r.type().hasTrigger()) {
            return algos.place(clientId, r);
        }
        Fields f = call.body(OkxEndpoint.PLACE);
        f.text("instId", symbol(r.instrument()));
        orders.write(f, clientId, r);
        call.json().close();
        return call.request(OkxEndpoint.PLACE, OkxEndpoint.PLACE.cost().within(symbol(r.instrument())), true);
    }

    /**
     * Up to twenty new orders at once, none of them conditional; the answer has a code for each.
     *
     * @param clientIds one for each order
     */
    public RestRequest placeAll(List<String> clientIds, List<OrderRequest> requests) {
        requireSize(requests.size());
        call.array(OkxEndpoint.PLACE_BATCH);
        for (int i = 0; i < requests.size(); i++) {
            next(i).text("instId", symbol(requests.get(i).instrument()));
            orders.write(call.json(), clientIds.get(i), requests.get(i));
            call.json().close();
        }
        List<String> symbols =
                requests.stream().map(r -> symbol(r.instrument())).toList();
        return batch(OkxEndpoint.PLACE_BATCH, symbols, true);
    }

    /** Changes total quantity (filled part included) or price of an order that is not conditional. */
    public RestRequest amend(String clientId, Instrument i, Amendment a) {
        Fields f = call.body(OkxEndpoint.AMEND);
        writeAmendment(f, symbol(i), clientId, i, a);
        call.json().close();
        return call.request(OkxEndpoint.AMEND, OkxEndpoint.AMEND.cost().within(symbol(i)), true);
    }

    /** The same by the venue's id, for an order that is not ours. */
    public RestRequest amend(long orderId, Instrument i, Amendment a) {
        Fields f = call.body(OkxEndpoint.AMEND);
        f.text("instId", symbol(i));
        f.text("ordId", Long.toString(orderId));
        writeChanges(f, i, a);
        call.json().close();
        return call.request(OkxEndpoint.AMEND, OkxEndpoint.AMEND.cost().within(symbol(i)), true);
    }

    static void writeAmendment(Fields f, String symbol, String clientId, Instrument i, Amendment a) {
        OkxOrderFields.checkId(clientId);
        f.text("instId", symbol);
        f.text("clOrdId", clientId);
        writeChanges(f, i, a);
    }

    static void writeChanges(Fields f, Instrument i, Amendment a) {
        if (a.rawTrigger() != 0 || (a.rawQuantity() == 0 && a.rawPrice() == 0)) {
            throw new RequestRefused(
                    RejectReason.INVALID_AMENDMENT,
                    "an amendment of an order of " + i
                            + " that is not conditional changes quantity or price, and nothing else");
        }
        f.flag("cxlOnFail", false);
        if (a.rawQuantity() != 0) {
            OrderCheck.quantity(i, a.rawQuantity());
            f.decimal("newSz", a.rawQuantity(), i.quantityScale());
        }
        if (a.rawPrice() != 0) {
            OrderCheck.price(i, a.rawPrice(), "price");
            f.decimal("newPx", a.rawPrice(), i.priceScale());
        }
    }

    /** Cancels an order by our id. */
    public RestRequest cancel(String symbol, String clientId) {
        OkxOrderFields.checkId(clientId);
        Fields f = call.body(OkxEndpoint.CANCEL);
        f.text("instId", symbol);
        f.text("clOrdId", clientId);
        return cancel(symbol);
    }

    /** Cancels an order by the venue's id. */
    public RestRequest cancel(String symbol, long orderId) {
        Fields f = call.body(OkxEndpoint.CANCEL);
        f.text("instId", symbol);
        f.text("ordId", Long.toString(orderId));
        return cancel(symbol);
    }

    private RestRequest cancel(String symbol) {
        call.json().close();
        return call.request(OkxEndpoint.CANCEL, OkxEndpoint.CANCEL.cost().within(symbol), false);
    }

    /**
     * Cancels up to twenty orders by our ids. The venue has no request that cancels everything: list the open orders, then cancel these.
     *
     * @param symbols the instrument of each order
     */
    public RestRequest cancelAll(List<String> symbols, List<String> clientIds) {
        requireSize(clientIds.size());
        call.array(OkxEndpoint.CANCEL_BATCH);
        for (int i = 0; i < clientIds.size(); i++) {
            OkxOrderFields.checkId(clientIds.get(i));
            next(i).text("instId", symbols.get(i));
            call.json().text("clOrdId", clientIds.get(i));
            call.json().close();
        }
        return batch(OkxEndpoint.CANCEL_BATCH, symbols, false);
    }

    /**
     * Cancels all orders of the account that are not conditional when this is not sent again in time.
     *
     * @param seconds 10 to 120; 0 stops the timer
     */
    public RestRequest cancelAllAfter(int seconds) {
        if (seconds != 0 && (seconds < 10 || seconds > 120)) {
            throw new IllegalArgumentException("cancel-all-after " + seconds
                    + " s is not 0 or from 10 to 120, which OKX takes; 30 is a good start");
        }
        call.body(OkxEndpoint.CANCEL_ALL_AFTER).text("timeOut", Integer.toString(seconds));
        call.json().close();
        return call.request(OkxEndpoint.CANCEL_ALL_AFTER, OkxEndpoint.CANCEL_ALL_AFTER.cost(), false);
    }

    /** An order by our id. */
    public RestRequest order(String symbol, String clientId) {
        OkxOrderFields.checkId(clientId);
        Fields f = call.query(OkxEndpoint.ORDER);
        f.text("instId", symbol);
        f.text("clOrdId", clientId);
        return call.request(OkxEndpoint.ORDER);
    }

    /** An order by the venue's id. */
    public RestRequest order(String symbol, long orderId) {
        Fields f = call.query(OkxEndpoint.ORDER);
        f.text("instId", symbol);
        f.number("ordId", orderId);
        return call.request(OkxEndpoint.ORDER);
    }

    /** Open orders, newest first, at most 100; pages by order id. Null for all instruments. */
    public RestRequest openOrders(@Nullable String symbol, OkxPage page) {
        Fields f = call.query(OkxEndpoint.PENDING);
        f.textIf("instId", symbol);
        page.write(f);
        return call.request(OkxEndpoint.PENDING);
    }

    /** Orders that ended in the last seven days, newest first, at most 100; pages by order id. */
    public RestRequest orders(String kind, @Nullable String symbol, OkxPage page) {
        return history(OkxEndpoint.HISTORY, kind, symbol, page);
    }

    /** Orders that ended in the last three months; as {@link #orders}. */
    public RestRequest archivedOrders(String kind, @Nullable String symbol, OkxPage page) {
        return history(OkxEndpoint.ARCHIVE, kind, symbol, page);
    }

    /** Fills of the last three days, newest first, at most 100; pages by bill id. */
    public RestRequest fills(String kind, @Nullable String symbol, OkxPage page) {
        return history(OkxEndpoint.FILLS, kind, symbol, page);
    }

    /** Fills of the last three months; as {@link #fills}. */
    public RestRequest archivedFills(String kind, @Nullable String symbol, OkxPage page) {
        return history(OkxEndpoint.FILLS_HISTORY, kind, symbol, page);
    }

    /** Fills of an order, by the venue's id of it, of the last three days; as {@link #fills}. */
    public RestRequest fillsOf(String kind, String symbol, String orderId, OkxPage page) {
        return fillsOf(OkxEndpoint.FILLS, kind, symbol, orderId, page);
    }

    /** Fills of an order of the last three months; as {@link #fillsOf}. */
    public RestRequest archivedFillsOf(String kind, String symbol, String orderId, OkxPage page) {
        return fillsOf(OkxEndpoint.FILLS_HISTORY, kind, symbol, orderId, page);
    }

    /** Payments of funding of the last seven days, newest first, at most 100; pages by bill id. */
    public RestRequest fundingBills(OkxPage page) {
        return bills(FUNDING_FEE, page);
    }

    /**
     * Changes of balances of the last seven days, newest first, at most 100; pages by bill id.
     *
     * @param type the venue's number of a kind of bills
     */
    public RestRequest bills(String type, OkxPage page) {
        Fields f = call.query(OkxEndpoint.BILLS);
        f.text("type", type);
        page.write(f);
        return call.request(OkxEndpoint.BILLS);
    }

    private RestRequest fillsOf(OkxEndpoint endpoint, String kind, String symbol, String orderId, OkxPage page) {
        Fields f = call.query(endpoint);
        f.text("instType", kind);
        f.text("instId", symbol);
        f.text("ordId", orderId);
        page.write(f);
        return call.request(endpoint);
    }

    private RestRequest history(OkxEndpoint endpoint, String kind, @Nullable String symbol, OkxPage page) {
        Fields f = call.query(endpoint);
        f.text("instType", kind);
        f.textIf("instId", symbol);
        page.write(f);
        return call.request(endpoint);
    }

    private Fields next(int index) {
        if (index > 0) {
            call.text().put(',');
        }
        return call.json().open();
    }

    /** Orders are counted by instrument; those of several together, which is stricter than the venue. */
    private RestRequest batch(OkxEndpoint endpoint, List<String> symbols, boolean hasDeadline) {
        call.text().put(']');
        String first = symbols.get(0);
        String scope = symbols.stream().allMatch(first::equals) ? first : "";
        return call.request(endpoint, endpoint.cost().times(symbols.size()).within(scope), hasDeadline);
    }

    private static void requireSize(int size) {
        if (size < 1 || size > MOST_IN_BATCH) {
            throw new IllegalArgumentException(
                    size + " orders in one request; OKX takes 1 to " + MOST_IN_BATCH + ", so send several requests");
        }
    }

    static String symbol(Instrument i) {
        return i.id().symbol();
    }
}
