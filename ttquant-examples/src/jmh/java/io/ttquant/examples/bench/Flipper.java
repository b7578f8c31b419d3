package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** Sends a market order on every trade, buy and sell in turn: each is submitted, matched, filled and accounted before the next trade. */
final class Flipper extends Strategy {
    private final Instrument instrument;
    private boolean isLong;

    Flipper(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeTrades(instrument.id());
    }

    @Override
    protected void onTrade(Trade trade) {
        orders().submit(OrderRequest.market(instrument, isLong ? Side.SELL : Side.BUY, 1_000));
        isLong = !isLong;
    }
}
