package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Candle;
import io.ttquant.exchanges.okx.CandlePages;
import io.ttquant.exchanges.okx.OkxMarketRequests;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.request.RestRequest;
import java.util.ArrayList;
import java.util.List;

/** Past bars, newest pages first, handed over oldest first once all are there. */
final class OkxBarHistory {
    /** A page as old documents have it; what is more is asked for with the next. */
    private static final int LIMIT = 300;

    private final OkxRest rest;
    private final OkxMarketRequests market;
    private final OkxClock clock;

    OkxBarHistory(OkxRest rest, OkxMarketRequests market, OkxClock clock) {
        this.rest = rest;
        this.market = market;
        this.clock = clock;
    }

    /**
     * Asks for the last closed bars.
     *
     * @throws IllegalArgumentException if the count is not positive, or the venue has no such bars
     */
    void request(Instrument instrument, BarSpec spec, int count, BarSink sink, Completion done) {
        if (count <= 0) {
            throw new IllegalArgumentException(count + " bars were asked for; ask for 1 or more");
        }
        long step = spec.step() / EpochNanos.MILLISECOND;
        long running = Math.floorDiv(clock.venueMillis(), step) * step;
        between(instrument, spec, running - Math.multiplyExact(count, step), running - 1, sink, done);
    }

    /** Asks for the closed bars that open within a span, both ends inclusive, epoch milliseconds. */
    void between(Instrument instrument, BarSpec spec, long fromMillis, long toMillis, BarSink sink, Completion done) {
        String word = OkxBarWords.of(spec);
        CandlePages pages =
                new CandlePages(market, instrument.id().symbol(), word, Math.max(0, fromMillis), toMillis, LIMIT);
        next(pages, new ArrayList<>(), bars -> deliver(instrument, spec, bars, sink), done);
    }

    private interface Taker {
        void take(List<Candle> bars);
    }

    private void next(CandlePages pages, List<Candle> later, Taker taker, Completion done) {
        RestRequest first = pages.next();
        if (first == null) {
            try {
                taker.take(later);
            } catch (ArithmeticException e) {
                done.completed(false, "a bar does not fit its instrument: " + e.getMessage());
                return;
            }
            done.completed(true, "");
            return;
        }
        rest.ask(() -> first, answer -> {
            List<Candle> all;
            try {
                all = new ArrayList<>(pages.take(OkxMarkets.candles(answer.require())));
            } catch (RuntimeException e) {
                done.completed(false, String.valueOf(e.getMessage()));
                return;
            }
            all.addAll(later);
            next(pages, all, taker, done);
        });
    }

    private static void deliver(Instrument i, BarSpec spec, List<Candle> bars, BarSink sink) {
        for (Candle bar : bars) {
            long closed = bar.tsOpen() + spec.step();
            sink.bar(
                    bar.tsOpen(),
                    closed,
                    closed,
                    FixedPoint.toRaw(bar.open(), i.priceScale()),
                    FixedPoint.toRaw(bar.high(), i.priceScale()),
                    FixedPoint.toRaw(bar.low(), i.priceScale()),
                    FixedPoint.toRaw(bar.close(), i.priceScale()),
                    FixedPoint.toRaw(bar.volume(), i.quantityScale()));
        }
    }
}
