package io.ttquant.core.matching;

/** The engine's cascade: reports are delivered and commands drained until nothing is pending at this instant. */
@FunctionalInterface
public interface Settlement {
    /** Settles. */
    void settle();
}
