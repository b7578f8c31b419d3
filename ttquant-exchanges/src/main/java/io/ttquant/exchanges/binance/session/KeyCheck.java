package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.answer.KeyPermissions;
import io.ttquant.exchanges.session.KeyDangers;

/** Whether a key may be used for money. */
final class KeyCheck {
    private KeyCheck() {}

    /** Why not; empty if it may. */
    static String objection(KeyPermissions key, KeyDangers accepted, BinanceVenue venue) {
        if (!key.mayTrade()) {
            return "the key may not trade on " + venue.id()
                    + "; allow it to at Binance (API Management), or leave the key" + " out for market data only";
        }
        return accepted.objection(key, venue.id());
    }
}
