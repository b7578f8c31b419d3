package io.ttquant.examples.bench;

import io.ttquant.api.account.Position;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** EMA 10 over EMA 30: one unit long while the fast one is above, flat otherwise; nothing else. */
final class MinimalCross extends Strategy {
    private final Instrument instrument;
    private final long rawUnit;
    private final Ema fast = Ema.seededByFirst(10);
    private final Ema slow = Ema.seededByFirst(30);
    private Position position;

    MinimalCross(Instrument instrument) {
        this.instrument = instrument;
        this.rawUnit = io.ttquant.api.money.FixedPoint.pow10(instrument.quantityScale());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument.id(), BarSpec.minutes(1));
        position = position(instrument.id());
    }

    @Override
    protected void onBar(Bar bar) {
        double quick = fast.update(bar.close());
        double calm = slow.update(bar.close());
        if (!slow.isReady()) {
            return;
        }
        if (quick > calm && position.isFlat()) {
            orders().buy(instrument).rawQuantity(rawUnit).market().submit();
        } else if (quick < calm && position.isLong()) {
            orders().sell(instrument).rawQuantity(rawUnit).market().submit();
        }
    }
}
