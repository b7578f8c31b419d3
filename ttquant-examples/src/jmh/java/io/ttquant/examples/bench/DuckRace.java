package io.ttquant.examples.bench;

import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.duckdb.DuckStorage;
import io.ttquant.core.storage.schema.InstrumentKey;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB beside its bare appender, which writes all rows in one go. */
final class DuckRace implements StoreRace {
    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public double goal() {
        return 0.7;
    }

    @Override
    public double bare(Path folder, int rows) throws SQLException {
        Path file = folder.resolve("bare.duckdb");
        new DuckStorage().open(Map.of("file", file.toString())).close();
        try (DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class)) {
            long from = System.nanoTime();
            long key = InstrumentKey.of(RateTrades.BTC.id());
            try (DuckDBAppender appender = connection.createAppender("trade_ticks")) {
                for (int i = 0; i < rows; i++) {
                    append(appender, key, RateTrades.trade(i), i);
                }
            }
            return RateTrades.rate(rows, from);
        }
    }

    private static void append(DuckDBAppender appender, long key, Trade trade, long number) throws SQLException {
        appender.beginRow()
                .append(key)
                .append(trade.tsEvent())
                .append(number)
                .append(trade.tsInit())
                .append(trade.rawPrice())
                .append(trade.rawQuantity())
                .append((short) trade.instrument().priceScale())
                .append((short) trade.instrument().quantityScale())
                .append((short) trade.aggressor().ordinal())
                .endRow();
    }

    @Override
    public double ours(Path folder, int rows) {
        Map<String, String> settings =
                Map.of("file", folder.resolve("ours.duckdb").toString());
        try (Storage storage = new DuckStorage().open(settings)) {
            return RateTrades.rateOfGiving(storage, rows);
        }
    }
}
