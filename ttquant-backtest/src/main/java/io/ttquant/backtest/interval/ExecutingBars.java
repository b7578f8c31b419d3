package io.ttquant.backtest.interval;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.Replay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bars of an instrument that execute its orders, to be read again. */
final class ExecutingBars {
    /** As the engine chooses: of trades before others, of time before others, the shortest. */
    private static final Comparator<BarSpec> FIRST =
            Comparator.comparing(BarSpec::source).thenComparing(BarSpec::unit).thenComparingLong(BarSpec::step);

    private final Instrument instrument;
    private final List<EventSource> sources;
    private final @Nullable BarSpec spec;

    private ExecutingBars(Instrument instrument, List<EventSource> sources, @Nullable BarSpec spec) {
        this.instrument = instrument;
        this.sources = sources;
        this.spec = spec;
    }

    /** The bars of an instrument among the streams of a run. */
    static ExecutingBars of(Instrument instrument, List<EventSource> sources) {
        List<EventSource> own =
                sources.stream().filter(s -> s.instrument().equals(instrument)).toList();
        BarSpec first = null;
        boolean isTicked = false;
        for (EventSource source : own) {
            Listing listing = new Listing(instrument);
            isTicked |= isTicked(source, listing);
            for (BarSpec spec : listing.specs) {
                first = first == null || FIRST.compare(spec, first) < 0 ? spec : first;
            }
        }
        return new ExecutingBars(instrument, own, isTicked ? null : first);
    }

    /** True if a stream has trades, quotes or a book. Funding and marks execute nothing. */
    private static boolean isTicked(EventSource source, Listing listing) {
        try (EventSource.Cursor cursor = source.open(id -> listing)) {
            if (listing.specs.isEmpty() && cursor.nextNanos() != EpochNanos.NEVER) {
                cursor.emit(cursor.nextNanos() + 1, false, false);
            }
            return listing.isTicked;
        } catch (BookSeen e) {
            return true;
        }
    }

    /** True if nothing but bars executes the orders. */
    boolean areAll() {
        return spec != null;
    }

    /** Reads them all into a sink. */
    void replay(BarSink sink) {
        MarketDataSink market = new Sink(instrument, sink);
        try (Replay replay = new Replay(sources, market)) {
            replay.run();
        }
    }

    private final class Sink implements MarketDataSink {
        private final Instrument what;
        private final BarSink executing;

        Sink(Instrument what, BarSink executing) {
            this.what = what;
            this.executing = executing;
        }

        @Override
        public InstrumentSink instrument(InstrumentId id) {
            return new Listing(what) {
                @Override
                public BarSink bars(BarSpec of) {
                    return of.equals(spec) ? executing : super.bars(of);
                }
            };
        }
    }

    /** A stream of a book needs not be looked at any further. */
    private static final class BookSeen extends RuntimeException {
        private static final long serialVersionUID = 1;

        BookSeen() {
            super("a book executes, and bars do not", null, false, false);
        }
    }

    /** Notes which series a stream has, and drops all that comes. */
    private static class Listing implements InstrumentSink, BarSink {
        private final Instrument instrument;
        final List<BarSpec> specs = new ArrayList<>();
        boolean isTicked;

        Listing(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        public Instrument instrument() {
            return instrument;
        }

        @Override
        public BarSink bars(BarSpec of) {
            specs.add(of);
            return this;
        }

        @Override
        public void open(long tsOpen, long rawOpen) {}

        @Override
        public void bar(
                long tsOpen,
                long tsEvent,
                long tsInit,
                long rawOpen,
                long rawHigh,
                long rawLow,
                long rawClose,
                long rawVolume) {}

        @Override
        public BookSink book() {
            throw new BookSeen();
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            throw new BookSeen();
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            isTicked = true;
        }

        @Override
        public void quote(
                long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
            isTicked = true;
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {}

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {}

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {}

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {}
    }
}
