package io.ttquant.core.config;

import io.ttquant.core.portfolio.FundsPolicy;

/** What spot orders may spend. */
public enum AccountMode {
    /** What the account has. */
    CASH(FundsPolicy.STRICT),
    /** More than it has: balances may go below zero, up to a leverage and at the borrow rates. */
    MARGIN(FundsPolicy.BORROW);

    private final FundsPolicy funds;

    AccountMode(FundsPolicy funds) {
        this.funds = funds;
    }

    /** As the engine calls it. */
    public FundsPolicy funds() {
        return funds;
    }
}
