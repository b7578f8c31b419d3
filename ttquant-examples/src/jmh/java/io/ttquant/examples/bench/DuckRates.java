package io.ttquant.examples.bench;

import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.stored.StoredData;
import io.ttquant.backtest.data.stored.TradeCache;
import io.ttquant.core.storage.duckdb.DuckStorage;
import io.ttquant.core.storage.schema.InstrumentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * How many trades a second go into DuckDB, beside its bare appender with the same rows and the same table, and how many a backtest then gets out of it, and out of a
 * mapped cache. They take turns, and the best turn of each counts.
 */
final class DuckRates {
    private static final int ROWS = Integer.getInteger("rows", 10_000_000);
    private static final int TURNS = Integer.getInteger("turns", 3);

    private DuckRates() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String... args) throws IOException, SQLException {
        double[] best = new double[4];
        for (int turn = 0; turn < TURNS; turn++) {
            Path folder = Files.createTempDirectory("duck-rates");
            try {
                best[0] = Math.max(best[0], bare(folder.resolve("bare.duckdb")));
                measure(folder, best);
            } finally {
                delete(folder);
            }
            System.out.printf(
                    "turn %d: bare appender %,.0f rows/s, storage %,.0f rows/s (%.0f %%), replay %,.0f rows/s, of the cache %,.0f rows/s%n",
                    turn + 1, best[0], best[1], 100 * best[1] / best[0], best[2], best[3]);
        }
    }

    private static void measure(Path folder, double[] best) {
        Map<String, String> settings =
                Map.of("file", folder.resolve("ours.duckdb").toString());
        try (Storage storage = new DuckStorage().open(settings)) {
            long from = System.nanoTime();
            RateTrades.give(storage, ROWS);
            best[1] = Math.max(best[1], RateTrades.rate(ROWS, from));
            for (int i = 0; i < TURNS; i++) {
                best[2] = Math.max(best[2], replay(StoredData.of(storage).trades(RateTrades.BTC)));
            }
            TradeCache cache = TradeCache.write(
                    folder.resolve("cache.trades"),
                    RateTrades.BTC,
                    storage.read().trades(RateTrades.BTC, Long.MIN_VALUE, Long.MAX_VALUE));
            for (int i = 0; i < 2 * TURNS; i++) {
                best[3] = Math.max(best[3], replay(cache));
            }
        }
    }

    private static double replay(EventSource source) {
        long from = System.nanoTime();
        CountedTrades counted = new CountedTrades(RateTrades.BTC);
        try (EventSource.Cursor cursor = source.open(counted)) {
            cursor.emit(Long.MAX_VALUE - 1, true, true);
        }
        if (counted.count() != ROWS) {
            throw new IllegalStateException(counted.count() + " trades were replayed");
        }
        return RateTrades.rate(ROWS, from);
    }

    private static double bare(Path file) throws SQLException {
        new DuckStorage().open(Map.of("file", file.toString())).close();
        try (DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class)) {
            long from = System.nanoTime();
            long key = InstrumentKey.of(RateTrades.BTC.id());
            try (DuckDBAppender appender = connection.createAppender("trade_ticks")) {
                for (int i = 0; i < ROWS; i++) {
                    Trade trade = RateTrades.trade(i);
                    appender.beginRow();
                    appender.append(key)
                            .append(trade.tsEvent())
                            .append((long) i)
                            .append(trade.tsInit());
                    appender.append(trade.rawPrice())
                            .append(trade.rawQuantity())
                            .append((short) 2)
                            .append((short) 5);
                    appender.append((short) trade.aggressor().ordinal()).endRow();
                }
            }
            return RateTrades.rate(ROWS, from);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
