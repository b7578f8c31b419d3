package io.ttquant.core.engine;

import io.ttquant.api.order.OrderRequest;

/** Who sends an order or an amendment, which decides what rules of ours it has to pass. */
enum Sender {
    /** The strategy: all rules hold. */
    STRATEGY,
    /** A group, by itself: what only makes a position smaller is not refused for its strategy's state, its stage, its age, its size or its number. */
    GROUP,
    /** A group too, with an order for no more than is held, so that it protects whatever its flags. */
    PROTECTING,
    /** A guard or the kill switch, to close a position: no rule of ours holds. */
    GUARD;

    /** True if an order protects a position that its group opened. */
    boolean isProtecting(OrderRequest request) {
        return this == PROTECTING || (this == GROUP && request.isReducing());
    }

    /** True if an order is sent to close or to protect a position, not because its strategy wants so now. */
    boolean isClosing(OrderRequest request) {
        return this == GUARD || isProtecting(request);
    }
}
