package io.ttquant.backtest;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.zip.ZipInputStream;

/** Bars of trades, with the quotes at their closes where there are any, in the zipped form of a published engine's data. */
final class LeanRows {
    private LeanRows() {}

    /** A row: start of the interval in epoch nanoseconds, and the cells after it. */
    record Row(long tsOpen, String[] cells) {}

    /** One bar of trades with the best bid and ask at its close; prices of quotes are 0 where none are known. */
    record Step(
            long tsOpen, long rawOpen, long rawHigh, long rawLow, long rawClose, long rawVolume, long bid, long ask) {}

    static List<Row> read(String file, ToLongFunction<String> time) {
        List<Row> rows = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(SharedData.file(file)))) {
            zip.getNextEntry();
            BufferedReader lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                rows.add(new Row(time.applyAsLong(cells[0]), cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Milliseconds of a day that starts at a time in epoch nanoseconds. */
    static ToLongFunction<String> millisOf(long midnight) {
        return cell -> midnight + Long.parseLong(cell) * (EpochNanos.SECOND / 1000);
    }

    /** Stamps such as {@code 20180501 00:00}, of UTC. */
    static long hour(String cell) {
        return Published.nanos(cell.substring(0, 4) + "-" + cell.substring(4, 6) + "-" + cell.substring(6, 8))
                + Long.parseLong(cell.substring(9, 11)) * 3600 * EpochNanos.SECOND;
    }

    static long price(String cell, BigDecimal factor, Instrument instrument) {
        BigDecimal exact = new BigDecimal(cell).multiply(factor);
        return FixedPoint.toRaw(
                exact.setScale(instrument.priceScale(), RoundingMode.HALF_EVEN), instrument.priceScale());
    }

    /** Each step as a quote at its close, where it has one, followed by its bar. */
    static EventSource source(Instrument instrument, BarSpec spec, List<Step> steps) {
        return new EventSource() {
            @Override
            public Instrument instrument() {
                return instrument;
            }

            @Override
            public String describe() {
                return spec + " bars with quotes";
            }

            @Override
            public long size() {
                return steps.size();
            }

            @Override
            public Cursor open(MarketDataSink sink) {
                return new Steps(instrument, spec, steps, sink);
            }
        };
    }

    private static final class Steps implements EventSource.Cursor {
        private final InstrumentSink sink;
        private final BarSink bars;
        private final List<Step> steps;
        private final long interval;
        private final long shown;
        private int next;

        Steps(Instrument instrument, BarSpec spec, List<Step> steps, MarketDataSink market) {
            this.sink = market.instrument(instrument.id());
            this.bars = sink.bars(spec);
            this.steps = steps;
            this.interval = spec.step();
            this.shown = instrument.rawLot() * 1_000_000;
        }

        @Override
        public long nextNanos() {
            return next == steps.size() ? EpochNanos.NEVER : steps.get(next).tsOpen() + interval;
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            Step s = steps.get(next++);
            long close = s.tsOpen() + interval;
            if (s.bid() > 0) {
                sink.quote(close, close, s.bid(), shown, s.ask(), shown);
            }
            bars.bar(s.tsOpen(), close, close, s.rawOpen(), s.rawHigh(), s.rawLow(), s.rawClose(), s.rawVolume());
            return 1;
        }
    }
}
