package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Candle;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.binance.BinanceMarketRequests;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.binance.KlinePages;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.Reply;
import java.util.ArrayList;
import java.util.List;

/** Past bars: all that were asked for are gathered before the first is handed over, so that there are no holes when a page does not come. */
final class BarHistory {
    private static final int PAGE = 1_000;

    private final BinanceVenue venue;
    private final BinanceMarketRequests requests;
    private final Questions questions;

    BarHistory(BinanceVenue venue, BinanceMarketRequests requests, Questions questions) {
        this.venue = venue;
        this.requests = requests;
        this.questions = questions;
    }

    /**
     * Asks for the last closed bars.
     *
     * @param venueNanos the venue's time now
     */
    void request(Instrument instrument, BarSpec spec, int count, long venueNanos, OnceBars sink, Completion done) {
        String interval = Intervals.word(venue, spec);
        if (count < 1) {
            throw new IllegalArgumentException(count + " past bars of " + instrument + "; ask for one at least");
        }
        long stepMillis = spec.step() / EpochNanos.MILLISECOND;
        long current = Math.floorDiv(venueNanos, spec.step()) * stepMillis;
        long first = Math.max(0, current - stepMillis * count);
        Pages<Candle> pages =
                new KlinePages(requests, instrument.id().symbol(), interval, first, current - stepMillis, PAGE);
        next(pages, new ArrayList<>(), bars -> hand(bars, instrument, sink, done), done);
    }

    private void next(Pages<Candle> pages, List<Candle> all, Taker taker, Completion done) {
        RestRequest request = pages.next();
        if (request == null) {
            taker.take(all);
            return;
        }
        questions.ask(() -> request, BinanceMarkets::klines, new Reply<List<Candle>>() {
            @Override
            public void answered(List<Candle> page) {
                all.addAll(pages.take(page));
                next(pages, all, taker, done);
            }

            @Override
            public void failed(Verdict verdict) {
                done.completed(false, "past bars did not come: " + verdict.code() + " " + verdict.message());
            }
        });
    }

    private static void hand(List<Candle> bars, Instrument instrument, OnceBars sink, Completion done) {
        int price = instrument.priceScale();
        try {
            for (Candle bar : bars) {
                sink.past(
                        bar.tsOpen(),
                        bar.tsClose(),
                        FixedPoint.toRaw(bar.open(), price),
                        FixedPoint.toRaw(bar.high(), price),
                        FixedPoint.toRaw(bar.low(), price),
                        FixedPoint.toRaw(bar.close(), price),
                        FixedPoint.toRaw(bar.volume(), instrument.quantityScale()));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            done.completed(false, "past bars of " + instrument + " do not fit its scales: " + e.getMessage());
            return;
        }
        done.completed(true, "");
    }

    @FunctionalInterface
    private interface Taker {
        void take(List<Candle> bars);
    }
}
