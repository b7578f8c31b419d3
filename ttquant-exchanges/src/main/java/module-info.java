/** Adapters to OKX and Binance. */
module io.ttquant.exchanges {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.databind;
    requires okhttp3;
    requires org.jspecify;

    exports io.ttquant.exchanges.answer;
    exports io.ttquant.exchanges.binance;
    exports io.ttquant.exchanges.codes;
    exports io.ttquant.exchanges.credentials;
    exports io.ttquant.exchanges.json;
    exports io.ttquant.exchanges.okx;
    exports io.ttquant.exchanges.paper;
    exports io.ttquant.exchanges.request;
    exports io.ttquant.exchanges.run;
    exports io.ttquant.exchanges.session;
    exports io.ttquant.exchanges.transport;
    exports io.ttquant.exchanges.transport.budget;
    exports io.ttquant.exchanges.transport.clock;
    exports io.ttquant.exchanges.transport.live;
    exports io.ttquant.exchanges.transport.okhttp;
    exports io.ttquant.exchanges.transport.simulated;
    exports io.ttquant.exchanges.transport.stream;
}
