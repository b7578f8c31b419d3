package io.ttquant.exchanges.scenario;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.Orders;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A strategy that does what the test says, and keeps what it was told. */
public final class Puppet extends Strategy {
    private final List<InstrumentId> instruments;

    /** What came, oldest first. */
    public final List<Quote> quotes = new ArrayList<>();

    /** What came, oldest first. */
    public final List<Trade> trades = new ArrayList<>();

    /** What came, oldest first. */
    public final List<Bar> bars = new ArrayList<>();

    /** What came of orders, oldest first. */
    public final List<OrderEvent> events = new ArrayList<>();

    /** Does something about each event of an order as it comes. */
    public Consumer<OrderEvent> whenOrder = event -> {};

    /** Does something when a book changes. */
    public Consumer<OrderBook> whenBook = book -> {};

    /** Asks for more than trades and quotes at the start. */
    public Consumer<StrategyContext> whenStarted = context -> {};

    Puppet(List<InstrumentId> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    /** Its orders. */
    public Orders hands() {
        return orders();
    }

    /** What it may reach. */
    public StrategyContext reach() {
        return context();
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        for (InstrumentId id : instruments) {
            ctx.subscribeTrades(id);
            ctx.subscribeQuotes(id);
        }
        whenStarted.accept(ctx);
    }

    @Override
    protected void onQuote(Quote quote) {
        quotes.add(quote);
    }

    @Override
    protected void onTrade(Trade trade) {
        trades.add(trade);
    }

    @Override
    protected void onBook(OrderBook book) {
        whenBook.accept(book);
    }

    @Override
    protected void onBar(Bar bar) {
        bars.add(bar);
    }

    @Override
    protected void onOrder(OrderEvent event) {
        events.add(event);
        whenOrder.accept(event);
    }
}
