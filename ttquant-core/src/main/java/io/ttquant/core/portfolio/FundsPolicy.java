package io.ttquant.core.portfolio;

/** Whether an account may spend what it does not have. */
public enum FundsPolicy {
    /** A cash account: an order needs free funds, and no balance of it goes below zero. */
    STRICT,
    /**
     * Balances may go negative, so that spot instruments can be sold short; at no cost unless the account has borrow rates. No collateral is asked
     * for and nothing is liquidated, however much is owed, unless the account states a limit ({@link Ledger#limitBorrowing}): for research.
     */
    BORROW
}
