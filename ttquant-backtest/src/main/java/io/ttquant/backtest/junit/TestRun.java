package io.ttquant.backtest.junit;

import io.ttquant.backtest.BacktestResult;
import java.util.List;

/**
 * A run of a strategy in a test.
 *
 * @param result what it produced
 * @param decisions what was decided and what became of it, a line each, in order: time, strategy, and for an order {@code #} and its number
 */
public record TestRun(BacktestResult result, List<String> decisions) {
    /** The name under which the runner runs a strategy. */
    public static final String STRATEGY = "strategy";

    /** Copies the lines. */
    public TestRun {
        decisions = List.copyOf(decisions);
    }
}
