package io.ttquant.backtest.junit.conformance;

/** Something that a test has broken for a while: a store that is gone, a connection that is cut. */
@FunctionalInterface
public interface Outage {
    /** Mends it. */
    void end();
}
