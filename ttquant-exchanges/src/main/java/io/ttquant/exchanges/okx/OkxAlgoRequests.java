package io.ttquant.exchanges.okx;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for the conditional orders of OKX. Made by {@link OkxRequests}. The venue takes no deadline for them. */
public final class OkxAlgoRequests {
    private static final int MOST_CANCELED = 10;

    private final OkxCall call;
    private final OkxAlgoFields algos;

    OkxAlgoRequests(OkxCall call, OkxAlgoFields algos) {
        this.call = call;
        this.algos = algos;
    }

    /** A new conditional order. */
    public RestRequest place(String clientId, OrderRequest r) {
        String symbol = OkxRequests.symbol(r.instrument());
        Fields f = call.body(OkxEndpoint.PLACE_ALGO);
        f.text("instId", symbol);
        algos.write(f, clientId, r);
        call.json().close();
        return call.request(
                OkxEndpoint.PLACE_ALGO, OkxEndpoint.PLACE_ALGO.cost().within(symbol), false);
    }

    /** Changes quantity, price or trigger of a conditional order that is not triggered and does not trail. */
    public RestRequest amend(String clientId, OrderRequest r, Amendment a) {
        Instrument i = r.instrument();
        if (r.type().isTrailing() || !r.type().hasTrigger()) {
            throw new RequestRefused(
                    RejectReason.INVALID_AMENDMENT,
                    "an order " + r.type() + " of " + i
                            + " cannot be amended as a conditional one; cancel it and place another");
        }
        // A price would turn an order that executes at the market into one that may not be filled.
        boolean isPriced = a.rawPrice() != 0 && !r.type().hasPrice();
        if (isPriced || (a.rawQuantity() == 0 && a.rawPrice() == 0 && a.rawTrigger() == 0)) {
            throw new RequestRefused(
                    RejectReason.INVALID_AMENDMENT,
                    "an amendment of an order " + r.type() + " of " + i
                            + " changes its quantity, its trigger or a price that it has; say which");
        }
        OkxOrderFields.checkId(clientId);
        Fields f = call.body(OkxEndpoint.AMEND_ALGO);
        f.text("instId", OkxRequests.symbol(i));
        f.text("algoClOrdId", clientId);
        f.flag("cxlOnFail", false);
        if (a.rawQuantity() != 0) {
            OrderCheck.quantity(i, a.rawQuantity());
            f.decimal("newSz", a.rawQuantity(), i.quantityScale());
        }
        String leg = r.type().isStop() ? "newSl" : "newTp";
        price(f, i, leg + "TriggerPx", a.rawTrigger());
        price(f, i, leg + "OrdPx", a.rawPrice());
        call.json().close();
        return call.request(
                OkxEndpoint.AMEND_ALGO, OkxEndpoint.AMEND_ALGO.cost().within(OkxRequests.symbol(i)), false);
    }

    private static void price(Fields f, Instrument i, String name, long raw) {
        if (raw != 0) {
            OrderCheck.price(i, raw, "price");
            f.decimal(name, raw, i.priceScale());
        }
    }

    /**
     * Cancels up to ten conditional orders by our ids.
     *
     * @param symbols the instrument of each order
     */
    public RestRequest cancel(List<String> symbols, List<String> clientIds) {
        if (clientIds.isEmpty() || clientIds.size() > MOST_CANCELED) {
            throw new IllegalArgumentException(clientIds.size() + " conditional orders in one request; OKX takes 1 to "
                    + MOST_CANCELED + ", so send several requests");
        }
        call.array(OkxEndpoint.CANCEL_ALGOS);
        for (int i = 0; i < clientIds.size(); i++) {
            OkxOrderFields.checkId(clientIds.get(i));
            if (i > 0) {
                call.text().put(',');
            }
            call.json().open().text("instId", symbols.get(i));
            call.json().text("algoClOrdId", clientIds.get(i));
            call.json().close();
        }
        return cancellation(symbols);
    }

    /** Cancels a conditional order by the venue's id. */
    public RestRequest cancel(String symbol, long algoId) {
        call.array(OkxEndpoint.CANCEL_ALGOS);
        call.json().open().text("instId", symbol);
        call.json().text("algoId", Long.toString(algoId));
        call.json().close();
        return cancellation(List.of(symbol));
    }

    private RestRequest cancellation(List<String> symbols) {
        call.text().put(']');
        String first = symbols.get(0);
        String scope = symbols.stream().allMatch(first::equals) ? first : "";
        return call.request(
                OkxEndpoint.CANCEL_ALGOS,
                OkxEndpoint.CANCEL_ALGOS.cost().times(symbols.size()).within(scope),
                false);
    }

    /** A conditional order by our id. */
    public RestRequest order(String clientId) {
        OkxOrderFields.checkId(clientId);
        call.query(OkxEndpoint.ALGO_ORDER).text("algoClOrdId", clientId);
        return call.request(OkxEndpoint.ALGO_ORDER);
    }

    /** A conditional order by the venue's id. */
    public RestRequest order(long algoId) {
        call.query(OkxEndpoint.ALGO_ORDER).number("algoId", algoId);
        return call.request(OkxEndpoint.ALGO_ORDER);
    }

    /**
     * Conditional orders that wait, newest first, at most 100; pages by algo id.
     *
     * @param kind {@code conditional}, {@code move_order_stop} and so on: the venue lists each kind for itself
     */
    public RestRequest openOrders(String kind, @Nullable String symbol, OkxPage page) {
        Fields f = call.query(OkxEndpoint.ALGO_PENDING);
        f.text("ordType", kind);
        f.textIf("instId", symbol);
        page.write(f);
        return call.request(OkxEndpoint.ALGO_PENDING);
    }

    /**
     * Conditional orders of the last three months that ended in a way.
     *
     * @param state {@code effective}, {@code canceled} or {@code order_failed}
     */
    public RestRequest orders(String kind, String state, @Nullable String symbol, OkxPage page) {
        Fields f = call.query(OkxEndpoint.ALGO_HISTORY);
        f.text("ordType", kind);
        f.text("state", state);
        f.textIf("instId", symbol);
        page.write(f);
        return call.request(OkxEndpoint.ALGO_HISTORY);
    }
}
