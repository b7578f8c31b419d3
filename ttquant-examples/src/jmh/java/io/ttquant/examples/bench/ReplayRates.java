package io.ttquant.examples.bench;

import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.stored.StoredData;
import io.ttquant.backtest.data.stored.TradeCache;
import io.ttquant.core.storage.duckdb.DuckStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many trades a second a backtest gets out of a store and out of a mapped cache: sources as a backtest opens them, into a sink that only reads each trade. One turn
 * that does not count comes before.
 *
 * <pre>ReplayRates [-t TURNS] [-n ROWS]</pre>
 */
final class ReplayRates {
    private static final double MILLION = 1e6;

    private ReplayRates() {}

    /** Runs it. */
    public static void main(String... args) throws IOException {
        TurnArguments arguments = TurnArguments.parse(5, 10_000_000, args);
        try (ScratchFolder folder = ScratchFolder.make()) {
            Path file = folder.path().resolve("trades.duckdb");
            try (Storage storage = new DuckStorage().open(Map.of("file", file.toString()))) {
                RateTrades.give(storage, arguments.rows());
                tell("duckdb", 5, arguments, () -> StoredData.of(storage).trades(RateTrades.BTC));
                TradeCache cache = TradeCache.write(
                        folder.path().resolve("cache.trades"),
                        RateTrades.BTC,
                        storage.read().trades(RateTrades.BTC, Long.MIN_VALUE, Long.MAX_VALUE));
                tell("cache", 50, arguments, () -> cache);
            }
        }
    }

    private static void tell(String name, double goal, TurnArguments arguments, Supplier<EventSource> source) {
        List<Double> rates = new ArrayList<>();
        for (int turn = 0; turn <= arguments.turns(); turn++) {
            double rate = replay(source.get(), arguments.rows());
            if (turn > 0) {
                rates.add(rate);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %d rows, %d turns: %s M rows/s, goal %.0f%n",
                name,
                arguments.rows(),
                arguments.turns(),
                Spread.of(rates).in(MILLION),
                goal);
    }

    private static double replay(EventSource source, int rows) {
        long from = System.nanoTime();
        CountedTrades counted = new CountedTrades(RateTrades.BTC);
        try (EventSource.Cursor cursor = source.open(counted)) {
            cursor.emit(Long.MAX_VALUE - 1, true, true);
        }
        if (counted.count() != rows) {
            throw new IllegalStateException(counted.count() + " trades were replayed");
        }
        return RateTrades.rate(rows, from);
    }
}
