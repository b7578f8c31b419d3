package io.ttquant.architecture.offending.core.naming;

/** Is named after nothing. */
final class OrderManager {
    private OrderManager() {}
}
