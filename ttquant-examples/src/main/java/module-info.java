/** Grid, EMA cross and momentum, and the main job. */
module io.ttquant.examples {
    requires io.ttquant.backtest;
    requires io.ttquant.exchanges;
    requires java.logging;
    requires java.sql;

    exports io.ttquant.examples;
    exports io.ttquant.examples.emacross;
    exports io.ttquant.examples.exit;
    exports io.ttquant.examples.grid;
    exports io.ttquant.examples.momentum;
}
