package io.ttquant.examples.bench;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many trades a second go into SQLite and come out of it, beside a bare prepared batch of the same rows into the same table on the same machine at the same time:
 * the two take turns, and the best turn of each counts. A plain program, since each turn is a file of its own.
 */
final class StoreRates {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final int TURNS = Integer.getInteger("turns", 5);
    private static final int BATCH = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long T = 1_704_067_200_000_000_000L;
    /** As large as the storage's own numbers of instruments. */
    private static final long KEY = 0x9abc_def0_1234L;

    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    private StoreRates() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String... args) throws IOException, SQLException {
        double bare = 0;
        double ours = 0;
        double read = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            Path folder = Files.createTempDirectory("store-rates");
            try {
                bare = Math.max(bare, bare(folder.resolve("bare.db").toString()));
                String file = folder.resolve("ours.db").toString();
                ours = Math.max(ours, ours(file));
                read = Math.max(read, read(file));
            } finally {
                delete(folder);
            }
            System.out.printf(
                    "turn %d: bare batch %,.0f rows/s, storage %,.0f rows/s (%.0f %%), read %,.0f rows/s%n",
                    turn + 1, bare, ours, 100 * ours / bare, read);
        }
    }

    /** The schema is the storage's own, so that the table is the same. */
    private static double bare(String file) throws SQLException {
        new SqliteStorage().open(Map.of("file", file)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement pragma = connection.createStatement()) {
            pragma.execute("pragma journal_mode = wal");
            pragma.execute("pragma synchronous = full");
            pragma.execute("pragma cache_size = -32000");
            connection.setAutoCommit(false);
            long from = System.nanoTime();
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into trade_ticks values (?,?,?,?,?,?,?,?,?)")) {
                for (int i = 0; i < ROWS; i++) {
                    bind(insert, trade(i), i);
                    insert.addBatch();
                    if ((i + 1) % BATCH == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            return rate(from);
        }
    }

    private static void bind(PreparedStatement insert, Trade trade, long number) throws SQLException {
        insert.setLong(1, KEY);
        insert.setLong(2, trade.tsEvent());
        insert.setLong(3, number);
        insert.setLong(4, trade.tsInit());
        insert.setLong(5, trade.rawPrice());
        insert.setLong(6, trade.rawQuantity());
        insert.setInt(7, trade.instrument().priceScale());
        insert.setInt(8, trade.instrument().quantityScale());
        insert.setInt(9, trade.aggressor().ordinal());
    }

    private static double ours(String file) {
        try (Storage storage = new SqliteStorage().open(Map.of("file", file))) {
            MarketWriter market = storage.market();
            long from = System.nanoTime();
            for (int i = 0; i < ROWS; i++) {
                if (i % 1024 == 0 && !storage.awaitRoom(PATIENCE)) {
                    throw new IllegalStateException("no room: " + storage.state());
                }
                market.trade(trade(i), i);
            }
            if (!storage.flush(PATIENCE) || storage.state().stored() != ROWS) {
                throw new IllegalStateException("not all was stored: " + storage.state());
            }
            return rate(from);
        }
    }

    private static double read(String file) {
        try (Storage storage = new SqliteStorage().open(Map.of("file", file))) {
            long from = System.nanoTime();
            long rows = 0;
            try (Rows<Kept<Trade>> trades = storage.read().trades(BTC, Long.MIN_VALUE, Long.MAX_VALUE)) {
                for (List<Kept<Trade>> chunk = trades.next(); !chunk.isEmpty(); chunk = trades.next()) {
                    for (Kept<Trade> trade : chunk) {
                        rows += trade.event().rawPrice() > 0 ? 1 : 0;
                    }
                }
            }
            if (rows != ROWS) {
                throw new IllegalStateException(rows + " rows were read");
            }
            return rate(from);
        }
    }

    private static Trade trade(int i) {
        return new Trade(
                BTC,
                T + i / 3 * 1_000_000L,
                T + i / 3 * 1_000_000L + 50_000,
                4_000_000 + i % 1000,
                1 + i % 77,
                AggressorSide.BUYER);
    }

    private static double rate(long from) {
        return ROWS * 1e9 / (System.nanoTime() - from);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
