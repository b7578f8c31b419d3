package io.ttquant.core.metrics;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.Clock;
import io.ttquant.core.book.BookCounters;
import io.ttquant.core.counter.Durations;
import io.ttquant.core.counter.Level;
import io.ttquant.core.counter.Moment;
import io.ttquant.core.engine.EngineFigures;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts market data on its way into an engine. */
final class MarketMeasure {
    private final Clock clock;
    private final Map<InstrumentId, InstrumentCells> cells = new LinkedHashMap<>();
    private final Map<InstrumentId, BookCells> books = new HashMap<>();
    private final Map<MarketKind, Durations> latencies = new EnumMap<>(MarketKind.class);

    /** Copies of the counters of a book, which are read on the engine's thread only. */
    private record BookCells(
            Level gaps, Level resyncs, Level snapshots, Level checksums, Level crossings, Level overflows) {
        static BookCells of() {
            return new BookCells(new Level(), new Level(), new Level(), new Level(), new Level(), new Level());
        }

        void copy(BookCounters from) {
            gaps.set((double) from.gaps());
            resyncs.set((double) from.resyncs());
            snapshots.set((double) from.snapshots());
            checksums.set((double) from.checksumMismatches());
            crossings.set((double) from.crossings());
            overflows.set((double) from.overflows());
        }
    }

    MarketMeasure(Clock clock) {
        this.clock = clock;
        for (MarketKind kind : MarketKind.values()) {
            latencies.put(kind, new Durations());
        }
    }

    Durations latency(MarketKind kind) {
        Durations durations = latencies.get(kind);
        if (durations == null) {
            throw new IllegalStateException("no latency of " + kind);
        }
        return durations;
    }

    InstrumentCells cells(Instrument instrument) {
        return cells.computeIfAbsent(instrument.id(), id -> new InstrumentCells(instrument));
    }

    /** Hands market data on and counts it. */
    MarketDataSink before(MarketDataSink engine) {
        Map<InstrumentId, InstrumentSink> sinks = new HashMap<>();
        return id -> sinks.computeIfAbsent(id, key -> new MeteredInstrument(engine.instrument(key), this));
    }

    /** Once a second, on the engine's thread. */
    void sample(EngineFigures engine, PriceSource prices) {
        for (Instrument instrument : engine.instruments()) {
            BookCounters book = engine.book(instrument.id());
            if (book != null) {
                books.computeIfAbsent(instrument.id(), id -> BookCells.of()).copy(book);
            }
            cells(instrument).price.set(prices.price(instrument));
        }
    }

    /** Tells prices; NaN for one that is not known. */
    @FunctionalInterface
    interface PriceSource {
        double price(Instrument instrument);
    }

    void describe(SeriesSet series) {
        cells.values().forEach(each -> describe(each, series));
        latencies.forEach(
                (kind, durations) -> series.addHistogram(MarketMeters.LATENCY, durations::distribution, kind.label()));
    }

    private void describe(InstrumentCells each, SeriesSet series) {
        String symbol = each.instrument.id().symbol();
        for (MarketKind kind : MarketKind.values()) {
            series.add(MarketMeters.EVENTS, each.events(kind)::get, symbol, kind.label());
        }
        series.add(MarketMeters.EVENT_AGE, () -> age(each.last.get()), symbol);
        series.add(MarketMeters.FUTURE_EVENTS, each.future::get, symbol);
        series.add(MarketMeters.PRICE, each.price::get, symbol);
        series.add(MarketMeters.VOLUME, each::volume, symbol);
        BookCells book = books.computeIfAbsent(each.instrument.id(), id -> BookCells.of());
        series.add(MarketMeters.GAPS, () -> each.lostBooks.get() + known(book.gaps()), symbol);
        series.add(MarketMeters.RESYNCS, () -> known(book.resyncs()), symbol);
        series.add(MarketMeters.SNAPSHOTS, () -> known(book.snapshots()), symbol);
        series.add(MarketMeters.CHECKSUMS, () -> known(book.checksums()), symbol);
        series.add(MarketMeters.CROSSED, () -> known(book.crossings()), symbol);
        series.add(MarketMeters.DROPPED, () -> known(book.overflows()), symbol);
    }

    /** 0 as long as there is no book. */
    private static double known(Level level) {
        double value = level.get();
        return Double.isNaN(value) ? 0 : value;
    }

    private double age(long nanos) {
        return nanos == Moment.NEVER ? Double.NaN : Math.max(0, clock.nanos() - nanos) / 1e9;
    }
}
