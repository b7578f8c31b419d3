package io.ttquant.core.engine;

/** A strategy's callback threw, and the engine is told to fail then. */
public final class StrategyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String strategyId;

    StrategyException(String strategyId, String message, Throwable cause) {
        super(message, cause);
        this.strategyId = strategyId;
    }

    /** The strategy whose callback threw. */
    public String strategyId() {
        return strategyId;
    }
}
