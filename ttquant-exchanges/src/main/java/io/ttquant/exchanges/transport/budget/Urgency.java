package io.ttquant.exchanges.transport.budget;

/** What a request is for. */
public enum Urgency {
    /** New orders, queries, amendments that may raise risk. */
    ORDINARY,
    /** Cancels, closing orders, the kill switch: may use the reserve too. */
    RISK_REDUCING
}
