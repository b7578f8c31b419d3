package io.ttquant.core.engine;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.Orders;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A strategy whose callbacks are given from outside, and that notes what it hears. */
final class Script extends Strategy {
    final List<OrderEvent> events = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    Consumer<StrategyContext> start = ctx -> {};
    Consumer<Trade> trade = t -> {};
    Consumer<Quote> quote = q -> {};
    Consumer<Bar> bar = b -> {};
    Consumer<OrderBook> book = b -> {};
    Consumer<OrderEvent> order = e -> {};
    Consumer<TimerEvent> timer = t -> {};
    Runnable stop = () -> {};

    Orders desk() {
        return orders();
    }

    StrategyContext ctx() {
        return context();
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        start.accept(ctx);
    }

    @Override
    protected void onTrade(Trade t) {
        heard.add("trade " + t.rawPrice());
        trade.accept(t);
    }

    @Override
    protected void onQuote(Quote q) {
        heard.add("quote " + q.rawBid() + "/" + q.rawAsk());
        quote.accept(q);
    }

    @Override
    protected void onBar(Bar b) {
        heard.add("bar " + b.spec() + " " + b.rawClose());
        bar.accept(b);
    }

    @Override
    protected void onBook(OrderBook b) {
        heard.add("book " + b.bidDepth() + "/" + b.askDepth());
        book.accept(b);
    }

    @Override
    protected void onOrder(OrderEvent e) {
        events.add(e);
        heard.add(e.getClass().getSimpleName() + " " + e.order().sequence());
        order.accept(e);
    }

    @Override
    protected void onFill(Fill f) {
        fills.add(f);
    }

    @Override
    protected void onTimer(TimerEvent t) {
        heard.add("timer " + t.name());
        timer.accept(t);
    }

    @Override
    protected void onStop() {
        heard.add("stop");
        stop.run();
    }
}
