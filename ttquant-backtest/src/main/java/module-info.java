/** Data, runs, statistics and reports. */
module io.ttquant.backtest {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.core;
}
