package io.ttquant.exchanges.emulator.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that depend on each other.
 *
 * @param id the exchange's
 * @param clientId the account's, null for none
 * @param account whose
 * @param symbol of the market
 * @param kind how they depend
 * @param orderIds in the order in which they were given
 * @param isDone whether all have ended
 * @param time epoch nanoseconds of the last change
 */
public record OrderList(
        long id,
        @Nullable String clientId,
        String account,
        String symbol,
        ListKind kind,
        List<Long> orderIds,
        boolean isDone,
        long time) {
    /** Copies the list. */
    public OrderList {
        orderIds = List.copyOf(orderIds);
    }
}
