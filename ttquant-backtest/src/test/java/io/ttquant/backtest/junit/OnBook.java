package io.ttquant.backtest.junit;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.order.Orders;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.util.function.Consumer;

/** Does something when it sees a book for the first time. */
final class OnBook extends Strategy {
    private final Consumer<Orders> act;
    private boolean isDone;

    OnBook(Consumer<Orders> act) {
        this.act = act;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBook(InstrumentId.parse("test:BTCUSDT"));
    }

    @Override
    protected void onBook(OrderBook book) {
        if (!isDone) {
            isDone = true;
            act.accept(orders());
        }
    }
}
