/** What a strategy author and a provider author see. */
module io.ttquant.api {
    requires transitive org.slf4j;
    requires static transitive org.jspecify;

    exports io.ttquant.api.account;
    exports io.ttquant.api.algorithm;
    exports io.ttquant.api.exchange;
    exports io.ttquant.api.indicator;
    exports io.ttquant.api.market;
    exports io.ttquant.api.metrics;
    exports io.ttquant.api.money;
    exports io.ttquant.api.order;
    exports io.ttquant.api.storage;
    exports io.ttquant.api.strategy;
    exports io.ttquant.api.time;
}
