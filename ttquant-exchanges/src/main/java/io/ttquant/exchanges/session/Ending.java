package io.ttquant.exchanges.session;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;

/**
 * How an order ended at the venue; told to the engine once all its fills are booked.
 *
 * @param status closed
 * @param rawFilled cumulative quantity at its end
 * @param reason for a refusal
 * @param message why, if we did not ask for it
 * @param tsEvent epoch nanoseconds
 */
record Ending(OrderStatus status, long rawFilled, RejectReason reason, String message, long tsEvent) {}
