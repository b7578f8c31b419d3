package io.ttquant.exchanges.okx;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.SocketRequest;
import io.ttquant.exchanges.request.WireBuffer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Frames of an OKX account: its login, and orders on the private socket, where instruments are named by a number that the instrument list gives.
 * For one thread.
 */
public final class OkxSocketRequests {
    private static final String VERIFY = "GET/users/self/verify";

    private final OkxCall call;
    private final OkxOrderFields orders;
    private final ToLongFunction<InstrumentId> codes;
    private final WireBuffer text = new WireBuffer();
    private final JsonFields json = new JsonFields(text);
    private long deadline;

    private OkxSocketRequests(OkxCall call, OkxOrderFields orders, ToLongFunction<InstrumentId> codes) {
        this.call = call;
        this.orders = orders;
        this.codes = codes;
    }

    /**
     * Frames of an account; the other parameters as of {@link OkxRequests#of}.
     *
     * @param codes {@code instIdCode} of an instrument in this environment; negative if it has none, and then the symbol is sent
     */
    public static OkxSocketRequests of(
            OkxEnvironment environment,
            Credentials credentials,
            LongSupplier venueMillis,
            int deadlineMillis,
            TradeMode spotMode,
            TradeMode derivativesMode,
            ToLongFunction<InstrumentId> codes) {
        return new OkxSocketRequests(
                new OkxCall(environment, credentials, venueMillis, deadlineMillis),
                new OkxOrderFields(spotMode, derivativesMode),
                codes);
    }

    /** Logs the socket in; good for 30 seconds. */
    public SocketRequest login() {
        Credentials credentials = call.credentials();
        String seconds = Long.toString(call.venueMillis() / 1_000);
        text.clear().put(seconds).put(VERIFY);
        String sign = call.hmac().base64(text, 0, text.length());
        text.clear();
        json.open().text("op", "login");
        json.field("args").put('[');
        json.open().text("apiKey", credentials.key().reveal());
        json.text("passphrase", credentials.passphrase().reveal());
        json.text("timestamp", seconds);
        json.text("sign", sign);
        json.close();
        text.put(']');
        json.close();
        byte[] frame = text.copy();
        text.wipe();
        return new SocketRequest(HostKind.PRIVATE_STREAM, "login", "", frame, Cost.of("LOGIN", 1), Long.MAX_VALUE);
    }

    /** A new order that is not conditional; conditional ones go by REST. */
    public SocketRequest place(String id, String clientId, OrderRequest r) {
        Fields f = begin(id, "order", true);
        name(f, r.instrument());
        orders.write(f, clientId, r);
        return end(id, "order", OkxEndpoint.PLACE, r.instrument());
    }

    /** Changes total quantity or price of an order. */
    public SocketRequest amend(String id, String clientId, Instrument i, Amendment a) {
        OkxOrderFields.checkId(clientId);
        Fields f = begin(id, "amend-order", true);
        name(f, i);
        f.text("clOrdId", clientId);
        OkxRequests.writeChanges(f, i, a);
        return end(id, "amend-order", OkxEndpoint.AMEND, i);
    }

    /** Cancels an order by our id. */
    public SocketRequest cancel(String id, String clientId, Instrument i) {
        OkxOrderFields.checkId(clientId);
        Fields f = begin(id, "cancel-order", false);
        name(f, i);
        f.text("clOrdId", clientId);
        return end(id, "cancel-order", OkxEndpoint.CANCEL, i);
    }

    private void name(Fields f, Instrument i) {
        long code = codes.applyAsLong(i.id());
        if (code >= 0) {
            f.number("instIdCode", code);
        } else {
            f.text("instId", OkxRequests.symbol(i));
        }
    }

    private Fields begin(String id, String operation, boolean hasDeadline) {
        deadline = hasDeadline ? call.venueMillis() + call.deadlineMillis() : Long.MAX_VALUE;
        text.clear();
        json.open().text("id", id);
        json.text("op", operation);
        if (hasDeadline) {
            json.text("expTime", Long.toString(deadline));
        }
        json.field("args").put('[');
        return json.open();
    }

    private SocketRequest end(String id, String operation, OkxEndpoint bucket, Instrument i) {
        json.close();
        text.put(']');
        json.close();
        Cost cost = bucket.cost().within(OkxRequests.symbol(i));
        return new SocketRequest(HostKind.COMMANDS, operation, id, text.copy(), cost, deadline);
    }
}
