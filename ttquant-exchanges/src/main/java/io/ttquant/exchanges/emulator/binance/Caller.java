package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.ApiKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param address from where
 * @param account of the key, null where none is named
 * @param key that was named, or null
 */
record Caller(
        String address, @Nullable String account, @Nullable ApiKey key) {
    /** The account, where a route asks for a key. */
    String id() {
        return Objects.requireNonNull(account, "the route asks for a key");
    }

    ApiKey apiKey() {
        return Objects.requireNonNull(key, "the route asks for a key");
    }
}
