package io.ttquant.exchanges.session;

import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.CommandResult;

/** What became of commands: called once for each order of a request, on the engine's thread, never before the command has returned. */
@FunctionalInterface
public interface CommandReply {
    /**
     * An outcome. A request that certainly did not leave is {@code RETRYABLE}; one whose answer is missing or cannot be read is {@code UNKNOWN}.
     *
     * @param order the order of the command
     * @param result what became of it
     */
    void outcome(Order order, CommandResult result);
}
