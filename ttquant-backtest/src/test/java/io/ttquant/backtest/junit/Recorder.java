package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Keeps the quotes that it is given. */
final class Recorder extends Strategy {
    final List<Quote> quotes = new ArrayList<>();
    /** Milliseconds since the start, best bid and best ask of the book, each time that it was shown. */
    final List<String> books = new ArrayList<>();

    private final InstrumentId instrument;

    Recorder(InstrumentId instrument) {
        this.instrument = instrument;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeQuotes(instrument);
        ctx.subscribeBook(instrument);
    }

    @Override
    protected void onBook(OrderBook book) {
        books.add((clock().nanos() - EpochNanos.of(WrittenMarket.START)) / EpochNanos.MILLISECOND + " "
                + (book.bidDepth() == 0 ? "-" : book.rawBid(0) + "x" + book.rawBidQuantity(0)) + " "
                + (book.askDepth() == 0 ? "-" : book.rawAsk(0) + "x" + book.rawAskQuantity(0)));
    }

    @Override
    protected void onQuote(Quote quote) {
        quotes.add(quote);
    }

    /** A sink of a book by order that notes what is called. */
    static MarketByOrderSink rows(List<String> seen) {
        return (MarketByOrderSink) Proxy.newProxyInstance(
                Recorder.class.getClassLoader(),
                new Class<?>[] {MarketByOrderSink.class},
                (proxy, method, arguments) -> {
                    seen.add(method.getName());
                    return null;
                });
    }
}
