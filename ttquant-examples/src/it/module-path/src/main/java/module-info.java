/** A user's strategies as a module. */
module com.example.consumer {
    requires io.ttquant.backtest;

    exports com.example.consumer;
}
