package io.ttquant.core.storage.sheet;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Trades, quotes or bars of one instrument in a file that other programs read: {@code .csv}, or {@code .parquet}, which needs {@code org.duckdb:duckdb_jdbc} on the class
 * path. Decimals and times are exact in both, so that what was written and is read again is the same.
 */
public final class MarketSheet implements AutoCloseable {
    private static final String CSV = ".csv";
    private static final String PARQUET = ".parquet";

    private final SheetInput input;

    private MarketSheet(SheetInput input) {
        this.input = input;
    }

    /** Whether a file is a sheet by its name. */
    public static boolean isNamed(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(CSV) || name.endsWith(PARQUET);
    }

    private static boolean isParquet(Path file) {
        if (!isNamed(file)) {
            throw new IllegalArgumentException("the name of a sheet must end in .csv or .parquet, but it is " + file);
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(PARQUET);
    }

    /**
     * Writes trades.
     *
     * @param rows closed at the end
     * @return how many
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static long writeTrades(Path file, Instrument instrument, Rows<Kept<Trade>> rows) {
        return write(file, SheetKind.TRADES, instrument, rows, kept -> {
            Trade trade = kept.event();
            return new long[] {
                trade.tsEvent(),
                kept.number(),
                trade.rawPrice(),
                trade.rawQuantity(),
                trade.aggressor().ordinal(),
                trade.tsInit()
            };
        });
    }

    /** Writes quotes; see {@link #writeTrades}. */
    public static long writeQuotes(Path file, Instrument instrument, Rows<Kept<Quote>> rows) {
        return write(file, SheetKind.QUOTES, instrument, rows, kept -> {
            Quote quote = kept.event();
            return new long[] {
                quote.tsEvent(),
                kept.number(),
                quote.rawBid(),
                quote.rawBidQuantity(),
                quote.rawAsk(),
                quote.rawAskQuantity(),
                quote.tsInit()
            };
        });
    }

    /** Writes bars of one series; see {@link #writeTrades}. */
    public static long writeBars(Path file, Instrument instrument, Rows<Kept<Bar>> rows) {
        return write(file, SheetKind.BARS, instrument, rows, kept -> {
            Bar bar = kept.event();
            return new long[] {
                bar.tsOpen(),
                bar.rawOpen(),
                bar.rawHigh(),
                bar.rawLow(),
                bar.rawClose(),
                bar.rawVolume(),
                bar.tsEvent(),
                kept.number(),
                bar.tsInit()
            };
        });
    }

    private static <T> long write(
            Path file, SheetKind kind, Instrument instrument, Rows<Kept<T>> rows, Function<Kept<T>, long[]> row) {
        SheetScales scales = SheetScales.of(instrument);
        long count = 0;
        try (rows;
                SheetOutput output =
                        isParquet(file) ? new ParquetOutput(file, kind, scales) : new CsvOutput(file, kind, scales)) {
            for (List<Kept<T>> chunk = rows.next(); !chunk.isEmpty(); chunk = rows.next()) {
                for (Kept<T> kept : chunk) {
                    output.row(row.apply(kept));
                }
                count += chunk.size();
            }
            output.finish();
        }
        return count;
    }

    /**
     * Opens a sheet.
     *
     * @throws IllegalArgumentException if it has the columns of none, or decimals that are none
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static MarketSheet open(Path file) {
        return new MarketSheet(isParquet(file) ? new ParquetInput(file) : new CsvInput(file));
    }

    /** What it holds. */
    public SheetKind kind() {
        return input.kind();
    }

    /** The decimals of its prices and quantities. */
    public SheetScales scales() {
        return input.scales();
    }

    /**
     * Gives all rows to a storage.
     *
     * @param instrument whose they are; of the scales of the sheet
     * @param spec which bars; of no matter for others
     * @param each run before each row, so that the caller can wait for room
     * @return how many
     * @throws IllegalArgumentException if the instrument has other scales
     */
    public long into(MarketWriter market, Instrument instrument, BarSpec spec, Runnable each) {
        if (!SheetScales.of(instrument).equals(scales())) {
            throw new IllegalArgumentException("the instrument " + instrument + " has " + SheetScales.of(instrument)
                    + ", but the sheet has " + scales() + "; give an instrument with the tick and lot of the sheet");
        }
        long[] v = new long[kind().columns().size()];
        long count = 0;
        while (input.next(v)) {
            each.run();
            switch (kind()) {
                case TRADES ->
                    market.trade(new Trade(instrument, v[0], v[5], v[2], v[3], AggressorSide.ofCode((int) v[4])), v[1]);
                case QUOTES -> market.quote(new Quote(instrument, v[0], v[6], v[2], v[3], v[4], v[5]), v[1]);
                case BARS ->
                    market.bar(new Bar(instrument, spec, v[0], v[6], v[8], v[1], v[2], v[3], v[4], v[5]), v[7]);
            }
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        input.close();
    }
}
