/** Adapters to OKX and Binance. */
module io.ttquant.exchanges {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.databind;
    requires okhttp3;
    requires org.jspecify;
    requires static org.junit.jupiter.api;
    requires java.logging;
    requires static undertow.core;
    requires static xnio.api;

    exports io.ttquant.exchanges.answer;
    exports io.ttquant.exchanges.binance;
    exports io.ttquant.exchanges.binance.session;
    exports io.ttquant.exchanges.codes;
    exports io.ttquant.exchanges.credentials;
    exports io.ttquant.exchanges.emulator;
    exports io.ttquant.exchanges.emulator.binance;
    exports io.ttquant.exchanges.emulator.exchange;
    exports io.ttquant.exchanges.emulator.fault;
    exports io.ttquant.exchanges.emulator.junit;
    exports io.ttquant.exchanges.emulator.okx;
    exports io.ttquant.exchanges.emulator.server;
    exports io.ttquant.exchanges.json;
    exports io.ttquant.exchanges.okx;
    exports io.ttquant.exchanges.okx.session;
    exports io.ttquant.exchanges.paper;
    exports io.ttquant.exchanges.request;
    exports io.ttquant.exchanges.run;
    exports io.ttquant.exchanges.session;
    exports io.ttquant.exchanges.session.rest;
    exports io.ttquant.exchanges.transport;
    exports io.ttquant.exchanges.transport.budget;
    exports io.ttquant.exchanges.transport.clock;
    exports io.ttquant.exchanges.transport.live;
    exports io.ttquant.exchanges.transport.okhttp;
    exports io.ttquant.exchanges.transport.simulated;
    exports io.ttquant.exchanges.transport.stream;

    provides io.ttquant.api.exchange.ExchangeProvider with
            io.ttquant.exchanges.binance.session.BinanceSpotProvider,
            io.ttquant.exchanges.binance.session.BinanceUsdmProvider,
            io.ttquant.exchanges.okx.session.OkxProvider;
}
