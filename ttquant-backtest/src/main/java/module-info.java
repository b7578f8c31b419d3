/** Data, runs, statistics and reports. */
module io.ttquant.backtest {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.core;

    exports io.ttquant.backtest;
    exports io.ttquant.backtest.data;
    exports io.ttquant.backtest.interval;
    exports io.ttquant.backtest.killswitch;
    exports io.ttquant.backtest.statistics;
    exports io.ttquant.backtest.report;
}
