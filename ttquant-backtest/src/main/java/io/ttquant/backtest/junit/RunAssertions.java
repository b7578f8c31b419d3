package io.ttquant.backtest.junit;

/** Where assertions about runs start, to be imported statically beside AssertJ's own. */
public final class RunAssertions {
    private RunAssertions() {}

    /** Starts an assertion about a run. */
    public static RunAssert assertThat(TestRun run) {
        return new RunAssert(run);
    }
}
