package io.ttquant.exchanges.emulator.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Which order is meant: by the exchange's id where there is one, else by the account's.
 *
 * @param id the exchange's, 0 for none
 * @param clientId the account's, null for none
 */
public record OrderRef(long id, @Nullable String clientId) {
    /** By the exchange's id. */
    public static OrderRef id(long id) {
        return new OrderRef(id, null);
    }

    /** By the account's id. */
    public static OrderRef client(String clientId) {
        return new OrderRef(0, clientId);
    }
}
