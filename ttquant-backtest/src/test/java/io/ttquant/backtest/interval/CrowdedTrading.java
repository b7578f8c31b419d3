package io.ttquant.backtest.interval;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import java.util.Random;

/** Purchases below the market and reduce-only sales above it, many at each close: too many to follow together. */
final class CrowdedTrading extends Strategy {
    private final Instrument instrument;
    private final Random random;
    private final int orders;

    CrowdedTrading(Instrument instrument, long seed, int orders) {
        this.instrument = instrument;
        this.random = new Random(seed);
        this.orders = orders;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument.id(), RandomBars.SPEC);
    }

    @Override
    protected void onBar(Bar bar) {
        for (int i = 0; i < orders; i++) {
            boolean isBuy = random.nextBoolean();
            long away = random.nextInt(14) - 2;
            orders().submit(new OrderRequest(
                            instrument,
                            isBuy ? Side.BUY : Side.SELL,
                            OrderType.LIMIT,
                            1 + random.nextInt(3),
                            Math.max(1, isBuy ? bar.rawClose() - away : bar.rawClose() + away),
                            0,
                            TimeInForce.GTC,
                            EpochNanos.NEVER,
                            false,
                            !isBuy,
                            ""));
        }
    }
}
