package io.ttquant.examples.live;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;

/** Leaves two orders in the book, and then makes a mistake. */
final class Clumsy extends Strategy {
    /**
     * Parameters.
     *
     * @param instrument what it trades
     * @param mistake {@code exception}, {@code recursion} or {@code none}
     */
    public record Params(InstrumentId instrument, String mistake) {}

    private static final int ORDERS = 2;
    private static final int TRADES = 20;

    private final Params p;
    private int trades;

    Clumsy(Params p) {
        this.p = p;
    }

    static StrategyCatalogue catalogue() {
        return StrategyCatalogue.of(StrategyType.of("clumsy", Params.class, Clumsy::new));
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeTrades(p.instrument());
    }

    @Override
    protected void onTrade(Trade trade) {
        trades++;
        if (trades <= ORDERS) {
            orders().buy(p.instrument())
                    .quantity("0.001")
                    .limit(trade.price() * 0.97)
                    .submit();
        } else if (trades > TRADES) {
            blunder();
        }
    }

    private void blunder() {
        switch (p.mistake()) {
            case "exception" -> throw new IllegalStateException("planted");
            case "recursion" -> blunder();
            default -> {}
        }
    }
}
