package io.ttquant.backtest.data.stored;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.BookColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.FundingRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a storage has of an instrument, for a backtest.
 *
 * <pre>{@code
 * StoredData data = StoredData.of(storage).from(start).to(end);
 * Backtest.of(data.trades(btc), data.bars(btc, BarSpec.minutes(1)).source())...
 * }</pre>
 *
 * <p>Events come when they happened at the venue; how long they take to us is for the latency model of the backtest to say. Trades and quotes are read in chunks
 * while the backtest runs, in constant memory; bars, books and funding rates are read at once. What was never kept is empty.
 *
 * @param reader the storage's
 * @param fromNanos the first time, included, epoch nanoseconds
 * @param toNanos the last time, not included
 */
public record StoredData(StorageReader reader, long fromNanos, long toNanos) {
    /** All that a storage has. */
    public static StoredData of(Storage storage) {
        return of(storage.read());
    }

    /** All that a storage has. */
    public static StoredData of(StorageReader reader) {
        return new StoredData(reader, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Only from a time on, included. */
    public StoredData from(Instant time) {
        return new StoredData(reader, EpochNanos.of(time), toNanos);
    }

    /** Only to a time, not included. */
    public StoredData to(Instant time) {
        return new StoredData(reader, fromNanos, EpochNanos.of(time));
    }

    /** Trades, read anew at each replay. */
    public EventSource trades(Instrument instrument) {
        return new StoredTrades(this, instrument);
    }

    /** Quotes, read anew at each replay. */
    public EventSource quotes(Instrument instrument) {
        return new StoredQuotes(this, instrument);
    }

    /**
     * Bars of a series, in memory.
     *
     * @throws IllegalArgumentException if bars overlap
     */
    public BarColumns bars(Instrument instrument, BarSpec spec) {
        BarColumns.Builder bars = BarColumns.builder(instrument, spec);
        each(reader.bars(instrument, spec, fromNanos, toNanos), kept -> {
            Bar bar = kept.event();
            bars.add(
                    bar.tsOpen(),
                    bar.tsEvent(),
                    bar.rawOpen(),
                    bar.rawHigh(),
                    bar.rawLow(),
                    bar.rawClose(),
                    bar.rawVolume());
        });
        return bars.build();
    }

    /** Order books, in memory, each of which replaces the one before. */
    public BookColumns books(Instrument instrument) {
        BookColumns.Builder books = BookColumns.builder(instrument);
        each(reader.books(instrument, fromNanos, toNanos), kept -> {
            BookSnapshot book = kept.event();
            books.snapshot(book.tsEvent());
            for (BookLevel bid : book.bids()) {
                books.bid(bid.rawPrice(), bid.rawQuantity());
            }
            for (BookLevel ask : book.asks()) {
                books.ask(ask.rawPrice(), ask.rawQuantity());
            }
        });
        return books.build();
    }

    /**
     * Funding rates as they were settled: of those published for one settlement the last one.
     *
     * @throws IllegalArgumentException if the instrument is no perpetual
     */
    public FundingRates funding(Instrument instrument) {
        TreeMap<Long, BigDecimal> settled = new TreeMap<>();
        each(reader.funding(instrument, fromNanos, toNanos), kept -> {
            FundingRate rate = kept.event();
            if (rate.tsEvent() <= rate.settlementNanos()) {
                settled.put(rate.settlementNanos(), rate.rate());
            }
        });
        FundingRates.Builder rates = FundingRates.builder(instrument);
        settled.forEach(rates::add);
        return rates.build();
    }

    private static <T> void each(Rows<Kept<T>> rows, Consumer<Kept<T>> use) {
        try (rows) {
            for (List<Kept<T>> chunk = rows.next(); !chunk.isEmpty(); chunk = rows.next()) {
                chunk.forEach(use);
            }
        }
    }
}
