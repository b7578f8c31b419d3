/** The engine: event loop, orders, ledger, simulated execution, configuration. */
module io.ttquant.core {
    requires transitive io.ttquant.api;
    requires transitive micrometer.core;
    requires static micrometer.registry.prometheus;
    requires static io.prometheus.metrics.model;
    requires java.management;
    requires jdk.httpserver;
    requires static jdk.jfr;
    requires jdk.management;
    requires org.tomlj;
    requires org.jspecify;
    requires org.jooq;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires static duckdb.jdbc;
    requires static org.postgresql.jdbc;
    requires static org.checkerframework.checker.qual;

    exports io.ttquant.core.assumption;
    exports io.ttquant.core.book;
    exports io.ttquant.core.config;
    exports io.ttquant.core.counter;
    exports io.ttquant.core.engine;
    exports io.ttquant.core.file;
    exports io.ttquant.core.journal;
    exports io.ttquant.core.journal.file;
    exports io.ttquant.core.live;
    exports io.ttquant.core.live.recording;
    exports io.ttquant.core.margin;
    exports io.ttquant.core.market;
    exports io.ttquant.core.matching;
    exports io.ttquant.core.metrics;
    exports io.ttquant.core.metrics.micrometer;
    exports io.ttquant.core.metrics.prometheus;
    exports io.ttquant.core.order;
    exports io.ttquant.core.portfolio;
    exports io.ttquant.core.provider;
    exports io.ttquant.core.risk;
    exports io.ttquant.core.storage;
    exports io.ttquant.core.storage.database;
    exports io.ttquant.core.storage.duckdb;
    exports io.ttquant.core.storage.postgresql;
    exports io.ttquant.core.storage.schema;
    exports io.ttquant.core.storage.sheet;
    exports io.ttquant.core.storage.sqlite;
    exports io.ttquant.core.storage.tap;

    uses io.ttquant.api.exchange.ExchangeProvider;
    uses io.ttquant.api.metrics.MetricsProvider;
    uses io.ttquant.api.storage.StorageProvider;

    provides io.ttquant.api.metrics.MetricsProvider with
            io.ttquant.core.metrics.micrometer.MicrometerMetrics,
            io.ttquant.core.metrics.prometheus.PrometheusMetrics;
    provides io.ttquant.api.storage.StorageProvider with
            io.ttquant.core.storage.duckdb.DuckStorage,
            io.ttquant.core.storage.postgresql.PostgresStorage,
            io.ttquant.core.storage.sqlite.SqliteStorage;
}
