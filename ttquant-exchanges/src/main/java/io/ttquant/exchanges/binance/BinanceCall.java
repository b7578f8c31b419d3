package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.HttpMethod;
import io.ttquant.exchanges.request.QueryFields;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.request.WireBuffer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of an account one after the other in one buffer: {@link #to} begins, the fields are written, {@link #request} stamps, signs
 * and ends it. For one thread.
 */
final class BinanceCall {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String KEY_HEADER = "X-MBX-APIKEY";

    private final @Nullable Secret key;
    private final @Nullable BinanceSigner signer;
    private final RestRequest.@Nullable Identity identity;
    private final LongSupplier venueMillis;
    private final int recvWindowMillis;
    private final WireBuffer text = new WireBuffer();
    private final QueryFields fields = new QueryFields(text);

    private BinanceCall(@Nullable Credentials credentials, LongSupplier venueMillis, int recvWindowMillis) {
        this.venueMillis = venueMillis;
        this.recvWindowMillis = recvWindowMillis;
        if (credentials == null) {
            key = null;
            signer = null;
            identity = null;
        } else {
            Secret its = credentials.key();
            key = its;
            signer = BinanceSigner.of(credentials);
            identity = taker -> taker.accept(KEY_HEADER, its.reveal());
        }
    }

    static BinanceCall of(@Nullable Credentials credentials, LongSupplier venueMillis, int recvWindowMillis) {
        if (recvWindowMillis < 1 || recvWindowMillis > 60_000) {
            throw new IllegalArgumentException("recvWindow " + recvWindowMillis
                    + " ms is not from 1 to 60000, which Binance takes; 5000 is its own default");
        }
        return new BinanceCall(credentials, venueMillis, recvWindowMillis);
    }

    /** Begins a request and gives the place for its fields. */
    Fields to() {
        text.clear();
        fields.restart();
        return fields;
    }

    /** Ends it. */
    RestRequest request(Endpoint endpoint) {
        RestRequest.Draft draft =
                RestRequest.draft(endpoint.method(), endpoint.host(), endpoint.path(), endpoint.cost());
        if (endpoint.security() != Endpoint.Security.NONE) {
            draft.identity(identity());
        }
        if (endpoint.security() == Endpoint.Security.SIGNED) {
            long now = venueMillis.getAsLong();
            fields.number("recvWindow", recvWindowMillis);
            fields.number("timestamp", now);
            sign();
            draft.deadline(now + recvWindowMillis);
        }
        boolean isForm = endpoint.method() == HttpMethod.POST || endpoint.method() == HttpMethod.PUT;
        return isForm && text.length() > 0 ? draft.body(text.copy(), FORM) : draft.query(text.ascii(0, text.length()));
    }

    private void sign() {
        int to = text.length();
        text.put("&signature=");
        signer().sign(text, 0, to, text, true);
    }

    BinanceSigner signer() {
        if (signer == null) {
            throw noCredentials();
        }
        return signer;
    }

    Secret key() {
        if (key == null) {
            throw noCredentials();
        }
        return key;
    }

    private RestRequest.Identity identity() {
        if (identity == null) {
            throw noCredentials();
        }
        return identity;
    }

    private static IllegalStateException noCredentials() {
        return new IllegalStateException(
                "this needs credentials of Binance, and there are none; set BINANCE_API_KEY and BINANCE_API_SECRET");
    }

    long venueMillis() {
        return venueMillis.getAsLong();
    }

    int recvWindowMillis() {
        return recvWindowMillis;
    }
}
