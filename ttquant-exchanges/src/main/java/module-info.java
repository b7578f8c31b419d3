/** Adapters to OKX and Binance. */
module io.ttquant.exchanges {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.databind;
    requires org.jspecify;

    exports io.ttquant.exchanges.answer;
    exports io.ttquant.exchanges.binance;
    exports io.ttquant.exchanges.codes;
    exports io.ttquant.exchanges.credentials;
    exports io.ttquant.exchanges.okx;
    exports io.ttquant.exchanges.request;
}
