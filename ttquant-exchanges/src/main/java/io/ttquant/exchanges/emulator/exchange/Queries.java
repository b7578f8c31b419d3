package io.ttquant.exchanges.emulator.exchange;

import org.jspecify.annotations.Nullable;

/** What has ended. */
final class Queries {
    private Queries() {}

    static void remember(AccountState account, Order order) {
        account.ended.put(order.id(), order);
        String clientId = order.clientId();
        if (clientId != null) {
            account.endedByClientId.merge(
                    key(order.symbol(), clientId), order, (older, newer) -> newer.id() >= older.id() ? newer : older);
        }
    }

    private static String key(String symbol, String clientId) {
        return symbol + ' ' + clientId;
    }

    /** The ended order by the exchange's id, or the newest one with the account's. */
    static @Nullable Order ended(AccountState account, String symbol, OrderRef ref) {
        if (ref.id() != 0) {
            Order found = account.ended.get(ref.id());
            return found != null && found.symbol().equals(symbol) ? found : null;
        }
        return ref.clientId() == null ? null : account.endedByClientId.get(key(symbol, ref.clientId()));
    }
}
