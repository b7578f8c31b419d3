package io.ttquant.core.engine;

/** What happens when a strategy's callback throws. */
public enum FailurePolicy {
    /** The run ends with a {@link StrategyException}. For backtests and tests. */
    FAIL_RUN,
    /** The strategy's open orders are cancelled and it stops; the others go on. For live and paper. */
    STOP_STRATEGY
}
