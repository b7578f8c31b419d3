package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/**
 * Keeps limit orders resting on both sides, evenly spaced around the first price; a filled one is replaced by its counterpart one step away, so
 * that the same number rests all the time. It reads the price of every trade.
 */
final class Quoter extends Strategy {
    private final Instrument instrument;
    private final int perSide;
    private final long rawStep;
    private final long rawQuantity;
    private boolean isLaid;
    private double sum;

    Quoter(Instrument instrument, int perSide, long rawStep, long rawQuantity) {
        this.instrument = instrument;
        this.perSide = perSide;
        this.rawStep = rawStep;
        this.rawQuantity = rawQuantity;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeTrades(instrument.id());
    }

    @Override
    protected void onTrade(Trade trade) {
        sum += trade.price() * trade.quantity();
        if (!isLaid) {
            isLaid = true;
            for (int i = 1; i <= perSide; i++) {
                rest(Side.BUY, trade.rawPrice() - i * rawStep);
                rest(Side.SELL, trade.rawPrice() + i * rawStep);
            }
        }
    }

    @Override
    protected void onFill(Fill fill) {
        if (fill.order().isClosed()) {
            boolean bought = fill.side() == Side.BUY;
            rest(bought ? Side.SELL : Side.BUY, fill.rawPrice() + (bought ? rawStep : -rawStep));
        }
    }

    private void rest(Side side, long rawPrice) {
        (side == Side.BUY ? orders().buy(instrument) : orders().sell(instrument))
                .rawQuantity(rawQuantity)
                .rawLimit(rawPrice)
                .submit();
    }

    double sum() {
        return sum;
    }
}
