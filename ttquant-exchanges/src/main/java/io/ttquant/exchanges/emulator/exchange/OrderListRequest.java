package io.ttquant.exchanges.emulator.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that depend on each other, of one market.
 *
 * @param kind how they depend
 * @param orders two of them, or three for {@link ListKind#ONE_TRIGGERS_PAIR}; the working one first
 * @param clientId the account's id of the list, null for none
 */
public record OrderListRequest(
        ListKind kind, List<OrderRequest> orders, @Nullable String clientId) {
    /** Copies the list. */
    public OrderListRequest {
        orders = List.copyOf(orders);
    }

    /** Two orders of which one cancels the other. */
    public static OrderListRequest oneCancelsOther(OrderRequest first, OrderRequest second) {
        return new OrderListRequest(ListKind.ONE_CANCELS_OTHER, List.of(first, second), null);
    }
}
