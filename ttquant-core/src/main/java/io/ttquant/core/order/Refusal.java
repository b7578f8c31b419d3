package io.ttquant.core.order;

import io.ttquant.api.order.RejectReason;

/**
 * Why something was refused before it left.
 *
 * @param reason the code
 * @param message a sentence with the value, the rule and the remedy
 */
public record Refusal(RejectReason reason, String message) {}
