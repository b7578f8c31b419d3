package io.ttquant.api.order;

import java.util.List;

/**
 * What a strategy asks for with a group of orders. Made by the methods of {@link Orders}; checked when it is submitted.
 *
 * @param kind what ties them together
 * @param trigger when the first member releases the others; {@link OtoTrigger#PARTIAL} and without meaning unless the kind has a parent
 * @param orders the members, a parent first; at least two
 */
public record GroupRequest(GroupKind kind, OtoTrigger trigger, List<OrderRequest> orders) {
    /**
     * Checks the number of members.
     *
     * @throws IllegalArgumentException if there are less than two, or other than three of a bracket
     */
    public GroupRequest {
        orders = List.copyOf(orders);
        if (orders.size() < 2 || (kind == GroupKind.BRACKET && orders.size() != 3)) {
            throw new IllegalArgumentException("an order group of kind " + kind + " cannot have " + orders.size()
                    + (kind == GroupKind.BRACKET
                            ? " of them; give entry, take-profit and stop-loss"
                            : " of them; give two or more"));
        }
    }
}
