package io.ttquant.examples.store;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.stored.TradeCache;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.Table;
import io.ttquant.core.storage.sheet.MarketSheet;
import io.ttquant.examples.job.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what a store has of an instrument into a file. */
final class StoreExport {
    private static final String CACHE = ".trades";

    private final DatabaseStorage storage;
    private final StoreArguments arguments;

    StoreExport(DatabaseStorage storage, StoreArguments arguments) {
        this.storage = storage;
        this.arguments = arguments;
    }

    void run(PrintStream out) {
        InstrumentId id = arguments.instrument();
        if (id == null || arguments.places().size() != 1) {
            throw new UsageException("export needs --instrument and one file, such as export --store sqlite:market.db"
                    + " --instrument binance:BTCUSDT btc.parquet");
        }
        Path file = Path.of(arguments.places().get(0));
        if (!file.toString().endsWith(CACHE) && !MarketSheet.isNamed(file)) {
            throw new UsageException(
                    "'" + file + "' must end in .csv, .parquet or, for trades that are replayed often, " + CACHE);
        }
        Instrument instrument = new StoreSurvey(storage).instrument(id, table());
        if (instrument == null) {
            throw new UsageException(
                    "the store has no " + arguments.kind() + " of " + id + "; describe --store lists what it has");
        }
        out.println(write(file, instrument) + " rows in " + file);
    }

    private Table table() {
        return switch (arguments.kind()) {
            case "quotes" -> MarketTables.QUOTE_TICKS;
            case "bars" -> MarketTables.BARS;
            default -> MarketTables.TRADE_TICKS;
        };
    }

    private long write(Path file, Instrument instrument) {
        StorageReader reader = storage.read();
        long from = nanos(arguments.from(), Long.MIN_VALUE);
        long to = nanos(arguments.to(), Long.MAX_VALUE);
        if (file.toString().endsWith(CACHE)) {
            if (!arguments.kind().equals("trades")) {
                throw new UsageException("a file " + CACHE + " holds trades only");
            }
            return TradeCache.write(file, instrument, reader.trades(instrument, from, to))
                    .size();
        }
        return switch (arguments.kind()) {
            case "quotes" -> MarketSheet.writeQuotes(file, instrument, reader.quotes(instrument, from, to));
            case "bars" -> MarketSheet.writeBars(file, instrument, reader.bars(instrument, spec(), from, to));
            default -> MarketSheet.writeTrades(file, instrument, reader.trades(instrument, from, to));
        };
    }

    private BarSpec spec() {
        @Nullable BarSpec bars = arguments.bars();
        if (bars == null) {
            throw new UsageException("export of bars needs --bars and their length, such as --bars 1m");
        }
        return bars;
    }

    private static long nanos(Instant time, long open) {
        return time.equals(Instant.MIN) || time.equals(Instant.MAX) ? open : EpochNanos.of(time);
    }
}
