package io.ttquant.backtest;

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
import io.ttquant.backtest.report.CandleSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the data of a run once more and makes candles of it for the chart: bars as they are, the finest ones if there are several; otherwise
 * candles of trades, or of the middle of quotes or of a book. Series that are too long get longer candles.
 */
final class CandleCollector implements MarketDataSink {
    private static final int LIMIT = 1_000_000;

    private final Map<InstrumentId, Channel> channels = new LinkedHashMap<>();
    private final int limit;

    private CandleCollector(List<EventSource> sources) {
        long instruments =
                sources.stream().map(EventSource::instrument).distinct().count();
        this.limit = (int) (LIMIT / Math.max(1, instruments));
        sources.forEach(
                source -> channels.computeIfAbsent(source.instrument().id(), id -> new Channel(source.instrument())));
    }

    /** The candles of each instrument, in the order of the sources; none of an instrument without prices. */
    static List<CandleSeries> collect(List<EventSource> sources) {
        CandleCollector collector = new CandleCollector(sources);
        for (EventSource source : sources) {
            try (EventSource.Cursor cursor = source.open(collector)) {
                while (cursor.nextNanos() != EpochNanos.NEVER) {
                    cursor.emit(EpochNanos.NEVER, false, false);
                }
            }
        }
        List<CandleSeries> all = new ArrayList<>();
        for (Channel channel : collector.channels.values()) {
            CandleBuilder best = channel.best();
            if (best.size() > 0) {
                all.add(best.build());
            }
        }
        return all;
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return java.util.Objects.requireNonNull(channels.get(id), () -> "no source has " + id);
    }

    private final class Channel implements InstrumentSink {
        private final Instrument instrument;
        private final Map<BarSpec, CandleBuilder> bars = new LinkedHashMap<>();
        private final CandleBuilder trades;
        private final CandleBuilder quotes;

        Channel(Instrument instrument) {
            this.instrument = instrument;
            this.trades = CandleBuilder.ofTicks(instrument, limit);
            this.quotes = CandleBuilder.ofTicks(instrument, limit);
        }

        CandleBuilder best() {
            CandleBuilder best = trades.size() > 0 ? trades : quotes;
            long most = 0;
            for (CandleBuilder candidate : bars.values()) {
                if (candidate.size() > most) {
                    best = candidate;
                    most = candidate.size();
                }
            }
            return best;
        }

        @Override
        public Instrument instrument() {
            return instrument;
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            trades.tick(tsEvent, instrument.price(rawPrice), instrument.quantity(rawQuantity));
        }

        @Override
        public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
            if (bid > 0 && ask > 0) {
                quotes.tick(tsEvent, (instrument.price(bid) + instrument.price(ask)) / 2, 0);
            }
        }

        @Override
        public BookSink book() {
            return new BookTops(instrument, this);
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            return new OrderBookTops(instrument, this);
        }

        @Override
        public BarSink bars(BarSpec spec) {
            CandleBuilder builder = bars.computeIfAbsent(spec, s -> CandleBuilder.ofBars(instrument, s, limit));
            return new BarSink() {
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
                        long rawVolume) {
                    builder.candle(
                            tsOpen,
                            instrument.price(rawOpen),
                            instrument.price(rawHigh),
                            instrument.price(rawLow),
                            instrument.price(rawClose),
                            instrument.quantity(rawVolume));
                }
            };
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
            // A rate is no price.
        }

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {
            // Nobody traded at it.
        }

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
            // Nobody traded at it.
        }

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {
            // Not drawn.
        }
    }
}
