/** Grid, EMA cross and momentum, and the main job. */
module io.ttquant.examples {
    requires io.ttquant.backtest;
    requires io.ttquant.exchanges;
}
