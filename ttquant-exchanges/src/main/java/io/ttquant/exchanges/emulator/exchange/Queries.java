package io.ttquant.exchanges.emulator.exchange;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Looks up what has ended. */
final class Queries {
    private Queries() {}

    /** The ended order by the exchange's id, or the newest one with the account's. */
    static @Nullable Order ended(AccountState account, String symbol, OrderRef ref) {
        if (ref.id() != 0) {
            Order found = account.ended.get(ref.id());
            return found != null && found.symbol().equals(symbol) ? found : null;
        }
        Order newest = null;
        Iterator<Order> all = account.ended.values().iterator();
        while (all.hasNext()) {
            Order order = all.next();
            boolean isMeant = order.symbol().equals(symbol)
                    && ref.clientId() != null
                    && ref.clientId().equals(order.clientId());
            newest = isMeant && (newest == null || order.id() > newest.id()) ? order : newest;
        }
        return newest;
    }
}
