/** Data, runs, statistics and reports. */
module io.ttquant.backtest {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.core;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;
    requires static org.junit.jupiter.params;

    exports io.ttquant.backtest;
    exports io.ttquant.backtest.data;
    exports io.ttquant.backtest.data.check;
    exports io.ttquant.backtest.data.recording;
    exports io.ttquant.backtest.data.series;
    exports io.ttquant.backtest.data.stored;
    exports io.ttquant.backtest.interval;
    exports io.ttquant.backtest.junit;
    exports io.ttquant.backtest.junit.conformance;
    exports io.ttquant.backtest.killswitch;
    exports io.ttquant.backtest.statistics;
    exports io.ttquant.backtest.report;

    // JUnit makes what stands behind annotations, which is not public, by reflection.
    opens io.ttquant.backtest.junit to
            org.junit.platform.commons;
    opens io.ttquant.backtest.junit.conformance to
            org.junit.platform.commons;
}
