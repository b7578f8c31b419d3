package io.ttquant.api.exchange;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;

/**
 * An order at the exchange that this engine did not send: from a run before, by hand, by another program, or by the exchange itself.
 *
 * @param clientId its client id; empty if it has none
 * @param venueId the exchange's id
 * @param request what it asks for, as near as our words come to the exchange's; its tag holds the exchange's word for its type
 * @param status its state
 * @param rawFilled filled so far, at the quantity scale; those fills are in the account's figures already
 * @param tsEvent when it was last changed, epoch nanoseconds
 */
public record ExternalOrder(
        String clientId, String venueId, OrderRequest request, OrderStatus status, long rawFilled, long tsEvent) {}
