package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.HmacSha256;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.HttpMethod;
import io.ttquant.exchanges.request.JsonFields;
import io.ttquant.exchanges.request.QueryFields;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.request.WireBuffer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of an account one after the other in one buffer, which holds what is signed: time, method, path, query or body. For one
 * thread.
 */
final class OkxCall {
    private static final String JSON = "application/json";
    private static final String[] DEMO = {"x-simulated-trading", "1"};

    private final @Nullable Credentials credentials;
    private final @Nullable HmacSha256 hmac;
    private final RestRequest.@Nullable Identity identity;
    private final OkxEnvironment environment;
    private final LongSupplier venueMillis;
    private final int deadlineMillis;
    private final WireBuffer text = new WireBuffer();
    private final QueryFields query = new QueryFields(text);
    private final JsonFields json = new JsonFields(text);
    private long nowMillis;
    private int timeEnd;
    private int pathEnd;

    OkxCall(
            OkxEnvironment environment,
            @Nullable Credentials credentials,
            LongSupplier venueMillis,
            int deadlineMillis) {
        if (deadlineMillis < 1 || deadlineMillis > 60_000) {
            throw new IllegalArgumentException(
                    "a deadline of " + deadlineMillis + " ms for new orders is not from 1 to 60000; 5000 is usual");
        }
        this.environment = environment;
        this.credentials = credentials;
        this.venueMillis = venueMillis;
        this.deadlineMillis = deadlineMillis;
        this.hmac = credentials == null ? null : HmacSha256.of(credentials.secret());
        this.identity = credentials == null
                ? null
                : taker -> {
                    taker.accept("OK-ACCESS-KEY", credentials.key().reveal());
                    taker.accept(
                            "OK-ACCESS-PASSPHRASE", credentials.passphrase().reveal());
                };
    }

    /** Begins a request with a query. */
    Fields query(OkxEndpoint endpoint) {
        begin(endpoint);
        query.restart();
        return query;
    }

    /** Begins a request with one JSON object as its body; {@link #json()} ends it. */
    JsonFields body(OkxEndpoint endpoint) {
        begin(endpoint);
        return json.open();
    }

    /** Begins a request with a JSON array as its body. */
    void array(OkxEndpoint endpoint) {
        begin(endpoint);
        text.put('[');
    }

    JsonFields json() {
        return json;
    }

    WireBuffer text() {
        return text;
    }

    private void begin(OkxEndpoint endpoint) {
        text.clear();
        if (endpoint.isSigned()) {
            nowMillis = venueMillis.getAsLong();
            IsoMillis.write(text, nowMillis);
        }
        timeEnd = text.length();
        text.put(endpoint.method().name()).put(endpoint.path());
        pathEnd = text.length();
        if (endpoint.method() == HttpMethod.GET) {
            text.put('?');
        }
    }

    /** Ends a request with a query. */
    RestRequest request(OkxEndpoint endpoint) {
        boolean isBare = text.length() == pathEnd + 1;
        int to = isBare ? pathEnd : text.length();
        RestRequest.Draft draft = draft(endpoint, endpoint.cost());
        sign(draft, endpoint, to, false);
        return draft.query(isBare ? "" : text.ascii(pathEnd + 1, to));
    }

    /** Ends a request with a body. */
    RestRequest request(OkxEndpoint endpoint, Cost cost, boolean hasDeadline) {
        RestRequest.Draft draft = draft(endpoint, cost);
        sign(draft, endpoint, text.length(), hasDeadline);
        return draft.body(text.copyFrom(pathEnd), JSON);
    }

    private RestRequest.Draft draft(OkxEndpoint endpoint, Cost cost) {
        return RestRequest.draft(endpoint.method(), HostKind.REST, endpoint.path(), cost);
    }

    private void sign(RestRequest.Draft draft, OkxEndpoint endpoint, int to, boolean hasDeadline) {
        boolean isDemo = environment.isDemo();
        if (!endpoint.isSigned()) {
            draft.headers(isDemo ? DEMO : new String[0]);
            return;
        }
        if (hmac == null) {
            throw noCredentials();
        }
        String[] headers = new String[4 + (hasDeadline ? 2 : 0) + (isDemo ? 2 : 0)];
        headers[0] = "OK-ACCESS-TIMESTAMP";
        headers[1] = text.ascii(0, timeEnd);
        headers[2] = "OK-ACCESS-SIGN";
        headers[3] = hmac.base64(text, 0, to);
        if (hasDeadline) {
            headers[4] = "expTime";
            headers[5] = Long.toString(nowMillis + deadlineMillis);
            draft.deadline(nowMillis + deadlineMillis);
        }
        if (isDemo) {
            headers[headers.length - 2] = DEMO[0];
            headers[headers.length - 1] = DEMO[1];
        }
        draft.headers(headers).identity(identity);
    }

    Credentials credentials() {
        if (credentials == null) {
            throw noCredentials();
        }
        return credentials;
    }

    HmacSha256 hmac() {
        if (hmac == null) {
            throw noCredentials();
        }
        return hmac;
    }

    private static IllegalStateException noCredentials() {
        return new IllegalStateException(
                "this needs credentials of OKX, and there are none; set OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE");
    }

    long venueMillis() {
        return venueMillis.getAsLong();
    }

    int deadlineMillis() {
        return deadlineMillis;
    }
}
