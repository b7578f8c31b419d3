package io.ttquant.exchanges.emulator.exchange;

import java.util.List;

/**
 * An account as it is opened.
 *
 * @param id its name, unique over the exchange
 * @param keys that speak for it
 * @param positionMode at first
 * @param isBackground whether it stands for all other traders: it has no limits, pays no fees, and its past is not kept
 */
public record AccountSpec(String id, List<ApiKey> keys, PositionMode positionMode, boolean isBackground) {
    /** Copies the keys. */
    public AccountSpec {
        keys = List.copyOf(keys);
    }

    /** An ordinary account in one-way mode. */
    public static AccountSpec of(String id, ApiKey... keys) {
        return new AccountSpec(id, List.of(keys), PositionMode.ONE_WAY, false);
    }

    /** An account that stands for all other traders. */
    public static AccountSpec background(String id) {
        return new AccountSpec(id, List.of(), PositionMode.ONE_WAY, true);
    }
}
