package io.ttquant.examples.bench;

import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** SQLite beside prepared batches of as many rows. Both force each batch to the disk. */
final class SqliteRace implements StoreRace {
    private static final int BATCH = 20_000;

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public double goal() {
        return 0.7;
    }

    /** The schema is the storage's own, so that the table is the same. */
    @Override
    public double bare(Path folder, int rows) throws SQLException {
        String file = folder.resolve("bare.db").toString();
        new SqliteStorage().open(Map.of("file", file)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement pragma = connection.createStatement()) {
            pragma.execute("pragma journal_mode = wal");
            pragma.execute("pragma synchronous = full");
            pragma.execute("pragma cache_size = -32000");
            connection.setAutoCommit(false);
            long key = InstrumentKey.of(RateTrades.BTC.id());
            long from = System.nanoTime();
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into trade_ticks values (?,?,?,?,?,?,?,?,?)")) {
                for (int i = 0; i < rows; i++) {
                    bind(insert, key, RateTrades.trade(i), i);
                    insert.addBatch();
                    if ((i + 1) % BATCH == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            return RateTrades.rate(rows, from);
        }
    }

    private static void bind(PreparedStatement insert, long key, Trade trade, long number) throws SQLException {
        insert.setLong(1, key);
        insert.setLong(2, trade.tsEvent());
        insert.setLong(3, number);
        insert.setLong(4, trade.tsInit());
        insert.setLong(5, trade.rawPrice());
        insert.setLong(6, trade.rawQuantity());
        insert.setInt(7, trade.instrument().priceScale());
        insert.setInt(8, trade.instrument().quantityScale());
        insert.setInt(9, trade.aggressor().ordinal());
    }

    @Override
    public double ours(Path folder, int rows) {
        Map<String, String> settings = Map.of("file", folder.resolve("ours.db").toString());
        try (Storage storage = new SqliteStorage().open(settings)) {
            return RateTrades.rateOfGiving(storage, rows);
        }
    }
}
