package io.ttquant.core.journal;

import io.ttquant.api.order.Order;
import io.ttquant.core.portfolio.Ledger;

/** The number of an order in a journal. */
final class OrderNumber {
    private OrderNumber() {}

    /** Its sequence in the engine; those that others sent are counted apart, below zero. */
    static long of(Order order) {
        return order.strategyId().equals(Ledger.EXTERNAL) ? -order.sequence() : order.sequence();
    }
}
