package io.ttquant.backtest.junit.conformance;

/** The suite as JUnit runs it. */
class MemoryMetricsTest extends MemoryMetricsSuite {
    MemoryMetricsTest() {
        super(MemoryMetrics.Flaw.NONE);
    }
}
