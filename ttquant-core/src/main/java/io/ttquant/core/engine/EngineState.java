package io.ttquant.core.engine;

/** The life of an engine. */
public enum EngineState {
    /** Built, not started. */
    NEW,
    /** Strategies are starting. */
    STARTING,
    /** Events are taken. */
    RUNNING,
    /** Strategies are stopping; what they still sent is settled. */
    STOPPING,
    /** Ended in order. */
    STOPPED,
    /** Ended by an error. */
    FAILED;

    /** True if no event is taken any more. */
    public boolean isEnded() {
        return this == STOPPED || this == FAILED;
    }

    /** Refuses events where none is taken. */
    void requireEventsTaken() {
        if (this != RUNNING && this != STOPPING) {
            throw new IllegalStateException("the engine is " + this + " and takes no event; "
                    + (isEnded() ? "stop what drives it, and build another for another run" : "start it first"));
        }
    }

    /** The other state, if an engine may go there from this one. */
    EngineState to(EngineState next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("the engine cannot go from " + this + " to " + next);
        }
        return next;
    }

    /** True if an engine may go from this state to the other. */
    public boolean mayBecome(EngineState next) {
        return switch (this) {
            case NEW -> next == STARTING || next == STOPPED;
            case STARTING -> next == RUNNING || next == FAILED;
            case RUNNING -> next == STOPPING || next == FAILED;
            case STOPPING -> next == STOPPED || next == FAILED;
            case STOPPED, FAILED -> false;
        };
    }
}
