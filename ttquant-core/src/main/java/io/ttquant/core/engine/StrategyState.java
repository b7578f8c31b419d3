package io.ttquant.core.engine;

/** The life of a strategy in an engine. */
public enum StrategyState {
    /** Added, not started. */
    NEW,
    /** In {@code onStart}: it may subscribe and set timers; orders are denied. */
    STARTING,
    /** Gets its first bars; orders are denied. */
    WARMING,
    /** Trades. */
    RUNNING,
    /** In {@code onStop}: orders are taken, no further callback comes. */
    STOPPING,
    /** Ended in order. */
    STOPPED,
    /** A callback threw; its open orders were cancelled. */
    FAILED;

    /** True if a strategy may go from this state to the other. */
    public boolean mayBecome(StrategyState next) {
        return switch (this) {
            case NEW -> next == STARTING || next == STOPPED;
            case STARTING -> next == WARMING || next == RUNNING || next == STOPPED || next == FAILED;
            case WARMING -> next == RUNNING || next == STOPPING || next == FAILED;
            case RUNNING -> next == STOPPING || next == FAILED;
            case STOPPING -> next == STOPPED || next == FAILED;
            case STOPPED, FAILED -> false;
        };
    }

    /** True once it has ended, in order or not. */
    boolean isOver() {
        return this == STOPPED || this == FAILED;
    }

    /** True while callbacks come. */
    public boolean isListening() {
        return this == WARMING || this == RUNNING;
    }
}
