package io.ttquant.examples.live;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;

/** Buys once, bids for more, and offers a part of what it bought by an order that is not reduce-only. */
final class Seller extends Strategy {
    /**
     * Parameters.
     *
     * @param instrument what it trades, on spot
     */
    public record Params(InstrumentId instrument) {}

    private final Params p;
    private boolean hasBought;

    Seller(Params p) {
        this.p = p;
    }

    static StrategyCatalogue catalogue() {
        return StrategyCatalogue.of(StrategyType.of("seller", Params.class, Seller::new));
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeTrades(p.instrument());
    }

    @Override
    protected void onTrade(Trade trade) {
        if (!hasBought) {
            hasBought = true;
            orders().buy(p.instrument()).quantity("0.003").market().submit();
            orders().buy(p.instrument())
                    .quantity("0.001")
                    .limit(trade.price() * 0.9)
                    .submit();
            orders().buy(p.instrument())
                    .quantity("0.001")
                    .limit(trade.price() * 0.8)
                    .submit();
        }
    }

    @Override
    protected void onFill(Fill fill) {
        if (orders().open(p.instrument()).size() == 2) {
            orders().sell(p.instrument())
                    .quantity("0.002")
                    .limit(fill.price() * 1.2)
                    .submit();
        }
    }
}
