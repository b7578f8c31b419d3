package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may ask: keys, signatures, times. */
final class Gate {
    private static final long DEFAULT_WINDOW = 5000;
    private static final long MOST_WINDOW = 60_000;
    private static final long AHEAD = 1000;
    /** From here on a timestamp is one in microseconds. */
    private static final long MICROS = 100_000_000_000_000L;

    private final Exchange exchange;

    Gate(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Lets somebody in, or refuses. */
    Caller enter(Route.Security security, String address, @Nullable String key, Params params) {
        if (security == Route.Security.NONE) {
            return new Caller(address, null, null);
        }
        Caller caller = identify(address, key);
        if (security != Route.Security.KEY) {
            signed(caller.apiKey(), params);
            timed(params);
            permitted(security, caller.apiKey());
        }
        return caller;
    }

    /** Lets somebody in whose session is logged on. */
    Caller enter(Route.Security security, Caller session, Params params) {
        if (security == Route.Security.READ || security == Route.Security.TRADE) {
            timed(params);
            permitted(security, session.apiKey());
        }
        return session;
    }

    Caller identify(String address, @Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw VenueError.unauthorized(-2014, "API-key format invalid.");
        }
        Optional<AccountSpec> account = exchange.accounts().byKey(key);
        if (account.isEmpty()) {
            throw rejected();
        }
        ApiKey found = account.get().keys().stream()
                .filter(held -> held.key().equals(key))
                .findFirst()
                .orElseThrow(Gate::rejected);
        return new Caller(address, account.get().id(), found);
    }

    private static VenueError rejected() {
        return VenueError.unauthorized(-2015, "Invalid API-key, IP, or permissions for action.");
    }

    private static void permitted(Route.Security security, ApiKey key) {
        Permission needed = security == Route.Security.TRADE ? Permission.TRADE : Permission.READ;
        if (!key.permissions().contains(needed)) {
            throw rejected();
        }
    }

    static void signed(ApiKey key, Params params) {
        String signature = params.text(Params.SIGNATURE);
        params.text("timestamp");
        if (!Signatures.isValid(key, params.payload(), signature)) {
            throw VenueError.of(-1022, "Signature for this request is not valid.");
        }
    }

    private void timed(Params params) {
        long sent = params.whole("timestamp");
        sent = sent > MICROS ? sent / 1000 : sent;
        var window = params.findDecimal("recvWindow");
        long allowed = window == null ? DEFAULT_WINDOW : window.longValue();
        if (allowed > MOST_WINDOW) {
            throw VenueError.of(-1131, "'recvWindow' must be less than 60000.");
        }
        long now = exchange.now() / 1_000_000;
        if (sent >= now + AHEAD) {
            throw VenueError.of(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        }
        if (now - sent > allowed) {
            throw VenueError.of(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
    }
}
