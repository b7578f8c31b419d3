package io.ttquant.exchanges.binance;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.SocketRequest;
import io.ttquant.exchanges.request.WireBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Requests of the WebSocket APIs of Binance: commands, and on Spot the subscription to the account's events, each signed by itself so that any
 * kind of key will do. For one thread.
 */
public final class BinanceSocketRequests {
    private static final String IP = Endpoint.IP;

    private final BinanceCall call;
    private final boolean isSpot;
    private final WireBuffer text = new WireBuffer();
    private final WireBuffer signature = new WireBuffer();
    private final JsonFields json = new JsonFields(text);

    private BinanceSocketRequests(BinanceCall call, boolean isSpot) {
        this.call = call;
        this.isSpot = isSpot;
    }

    /** Requests of a Spot account; parameters as of {@link SpotRequests#of}. */
    public static BinanceSocketRequests spot(Credentials credentials, LongSupplier venueMillis, int recvWindowMillis) {
        return new BinanceSocketRequests(BinanceCall.of(credentials, venueMillis, recvWindowMillis), true);
    }

    /** Requests of a futures account; parameters as of {@link UsdmRequests#of}. */
    public static BinanceSocketRequests usdm(Credentials credentials, LongSupplier venueMillis, int recvWindowMillis) {
        return new BinanceSocketRequests(BinanceCall.of(credentials, venueMillis, recvWindowMillis), false);
    }

    /** Subscribes to the events of a Spot account. */
    public SocketRequest subscribeUserData(String id) {
        return signed(id, "userDataStream.subscribe.signature", new SocketFields(), Cost.of(IP, 2));
    }

    /** Logs the session on; an Ed25519 key is needed. */
    public SocketRequest logOn(String id) {
        if (!call.signer().mayLogOn()) {
            throw new IllegalStateException(
                    "session.logon needs an Ed25519 key, and the secret is an HMAC one; requests are signed one by one instead");
        }
        return signed(id, "session.logon", new SocketFields(), Cost.of(IP, 2));
    }

    /** A new order. */
    public SocketRequest place(String id, String clientId, OrderRequest r) {
        SocketFields f = new SocketFields();
        if (isSpot) {
            SpotOrderFields.write(f, clientId, r);
        } else if (r.type().hasTrigger()) {
            UsdmOrderFields.writeAlgo(f, clientId, r, call.venueMillis());
            return signed(id, "algoOrder.place", f, Cost.ofOrders(IP, 0, 1));
        } else {
            UsdmOrderFields.write(f, clientId, r, call.venueMillis());
        }
        return signed(id, "order.place", f, Cost.ofOrders(IP, isSpot ? 1 : 0, 1));
    }

    /** Cancels an order by our id. */
    public SocketRequest cancel(String id, String symbol, String clientId) {
        SocketFields f = new SocketFields();
        OrderRef.ofClient(symbol, clientId).write(f);
        return signed(id, "order.cancel", f, Cost.reducing(IP, 1));
    }

    /** Cancels a conditional order of futures by our id. */
    public SocketRequest cancelConditional(String id, String clientId) {
        SocketFields f = new SocketFields();
        BinanceOrderFields.checkId(clientId);
        f.text("clientAlgoId", clientId);
        return signed(id, "algoOrder.cancel", f, Cost.reducing(IP, 1));
    }

    /** An order by our id. */
    public SocketRequest order(String id, String symbol, String clientId) {
        SocketFields f = new SocketFields();
        OrderRef.ofClient(symbol, clientId).write(f);
        return signed(id, "order.status", f, Cost.of(IP, isSpot ? 4 : 1));
    }

    /** Cancels all orders of a Spot symbol. */
    public SocketRequest cancelAll(String id, String symbol) {
        SocketFields f = new SocketFields();
        f.text("symbol", symbol);
        return signed(id, "openOrders.cancelAll", f, Cost.reducing(IP, 1));
    }

    /** Any method with its parameters. */
    SocketRequest signed(String id, String method, SocketFields f, Cost cost) {
        long now = call.venueMillis();
        f.number("recvWindow", call.recvWindowMillis());
        f.number("timestamp", now);
        return frame(id, method, f, cost, now + call.recvWindowMillis());
    }

    /** Any method with parameters that have their times already. */
    SocketRequest frame(String id, String method, SocketFields f, Cost cost, long deadlineMillis) {
        f.text("apiKey", call.key().reveal());
        f.payload(text.clear());
        call.signer().sign(text, 0, text.length(), signature.clear(), false);
        text.clear();
        json.open().text("id", id);
        json.text("method", method);
        json.field("params");
        json.open();
        f.json(json);
        json.text("signature", new String(signature.array(), 0, signature.length(), StandardCharsets.US_ASCII));
        json.close().close();
        byte[] frame = text.copy();
        text.wipe();
        return new SocketRequest(HostKind.COMMANDS, method, id, frame, cost, deadlineMillis);
    }
}
