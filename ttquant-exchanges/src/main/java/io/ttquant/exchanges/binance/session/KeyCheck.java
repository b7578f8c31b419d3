package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.answer.KeyPermissions;
import java.util.ArrayList;
import java.util.List;

/** Whether a key may be used for money. */
final class KeyCheck {
    private KeyCheck() {}

    /** Why not; empty if it may. */
    static String objection(KeyPermissions key, boolean allowsUnsafe, BinanceVenue venue) {
        if (!key.mayTrade()) {
            return "the key may not trade on " + venue.id()
                    + "; allow it to at Binance (API Management), or leave the key" + " out for market data only";
        }
        List<String> dangers = new ArrayList<>();
        if (key.mayWithdraw()) {
            dangers.add("may withdraw");
        }
        if (key.mayTransfer()) {
            dangers.add("may transfer");
        }
        if (!key.isBoundToAddresses()) {
            dangers.add("works from every address");
        }
        return dangers.isEmpty() || allowsUnsafe
                ? ""
                : "the key " + String.join(", ", dangers)
                        + "; take one at Binance that may only trade, from this machine's address, or set allow_unsafe_key = true";
    }
}
