package com.example;

import io.ttquant.api.indicator.Sma;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

public final class Breakout extends Strategy {
    public record Params(
            @Alias("symbol") InstrumentId instrument,
            @Default("1h") BarSpec bars,
            @Default("20") @Range(min = 2, max = 500) int period,

            @Alias(value = "width_pct", factor = "100") @Default("1.5")
            double widthPercent,

            Money orderValue) {
        public Params {
            if (orderValue.amount().signum() <= 0) {
                throw new IllegalArgumentException("order_value " + orderValue + " must be above zero");
            }
        }
    }

    private final Params params;
    private final Sma mean;

    public Breakout(Params params) {
        this.params = params;
        this.mean = Sma.of(params.period());
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(params.instrument(), params.bars()).warmup(params.period());
    }

    @Override
    protected void onBar(Bar bar) {
        double width = mean.value() * params.widthPercent() / 100;
        if (position(params.instrument()).isFlat() && bar.close() > mean.value() + width) {
            orders().buy(params.instrument())
                    .value(params.orderValue())
                    .market()
                    .submit();
        } else if (bar.close() < mean.value()) {
            orders().close(params.instrument());
        }
        mean.update(bar.close());
    }
}
