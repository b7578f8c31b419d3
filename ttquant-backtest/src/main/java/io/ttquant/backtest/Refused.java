package io.ttquant.backtest;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;

/**
 * An order that was refused.
 *
 * @param order the order
 * @param isDenied true if we refused it, false if the exchange did
 * @param reason the code
 * @param message a sentence with the value, the rule and the remedy
 * @param tsEvent when, epoch nanoseconds
 */
public record Refused(Order order, boolean isDenied, RejectReason reason, String message, long tsEvent) {}
