package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.InstrumentId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The public stream of an exchange of the tests: a quote, a trade and a book at each step, if they are subscribed. */
final class SimulatedFeed {
    private @Nullable MarketDataSink market;
    private final InstrumentId instrument;
    private final ExchangeFlaw flaw;
    private final Map<Capability, Integer> subscriptions = new EnumMap<>(Capability.class);

    SimulatedFeed(InstrumentId instrument, ExchangeFlaw flaw) {
        this.instrument = instrument;
        this.flaw = flaw;
        if (flaw == ExchangeFlaw.UNASKED_DATA) {
            subscriptions.put(Capability.QUOTES, 1);
        }
    }

    void attach(MarketDataSink sink) {
        this.market = sink;
    }

    void subscribe(InstrumentId id, Capability kind) {
        boolean isData = kind == Capability.QUOTES || kind == Capability.TRADES || kind == Capability.BOOKS;
        if (flaw != ExchangeFlaw.ANY_SUBSCRIPTION && !(isData && id.equals(instrument))) {
            throw new IllegalArgumentException(
                    "no " + kind + " of " + id + "; there are QUOTES, TRADES and BOOKS of " + instrument);
        }
        subscriptions.merge(kind, 1, flaw == ExchangeFlaw.ONCE_FOR_EACH_SUBSCRIPTION ? Integer::sum : (a, b) -> 1);
    }

    void step(long now, long rawBid) {
        if (flaw == ExchangeFlaw.DATA_ON_ANOTHER_THREAD) {
            CompletableFuture.runAsync(() -> send(now, rawBid)).join();
        } else {
            send(now, rawBid);
        }
    }

    private void send(long now, long rawBid) {
        long ts = flaw == ExchangeFlaw.KNOWN_BEFORE_IT_HAPPENS ? now + 1 : now;
        long init = flaw == ExchangeFlaw.TIME_GOES_BACK ? now + rawBid * 1_000_000_000L : now;
        InstrumentSink sink = subscriptions.isEmpty() || market == null ? null : market.instrument(instrument);
        if (sink == null) {
            return;
        }
        for (int i = 0; i < subscriptions.getOrDefault(Capability.QUOTES, 0); i++) {
            long bid = flaw == ExchangeFlaw.QUOTES_OFF_TICK ? rawBid + 1 : rawBid;
            sink.quote(ts, init, bid, 1000, rawBid + 10, 1000);
        }
        for (int i = 0; flaw != ExchangeFlaw.NO_TRADES && i < subscriptions.getOrDefault(Capability.TRADES, 0); i++) {
            sink.trade(ts, init, rawBid, 100, AggressorSide.SELLER);
        }
        if (subscriptions.containsKey(Capability.BOOKS)) {
            book(sink.book(), ts, init, rawBid);
        }
    }

    private void book(BookSink book, long ts, long init, long rawBid) {
        if (flaw == ExchangeFlaw.BOOK_WITHOUT_SNAPSHOT) {
            book.increment(ts, init);
        } else {
            book.snapshot(ts, init);
        }
        book.bid(rawBid, 1000);
        book.ask(flaw == ExchangeFlaw.CROSSED_BOOKS ? rawBid : rawBid + 10, 1000);
        book.end();
    }
}
