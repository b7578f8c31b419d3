package io.ttquant.deploy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;
import io.ttquant.examples.exit.ExitOrder;
import java.time.Duration;

/** A strategy that looks at the order book, buys, sells again, and asks for more than it may: so that such figures are there too. */
public final class Watcher extends Strategy {
    private final Params params;
    private long seen;

    /**
     * Parameters.
     *
     * @param instrument what it looks at
     */
    public record Params(InstrumentId instrument) {}

    /** A watcher. */
    public Watcher(Params params) {
        this.params = params;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBook(params.instrument());
        ctx.timers().every("trade", Duration.ofSeconds(1));
    }

    @Override
    protected void onBook(OrderBook book) {
        seen++;
    }

    @Override
    protected void onTimer(TimerEvent timer) {
        long held = ExitOrder.tradable(position(params.instrument()));
        if (held > 0) {
            long lot = position(params.instrument()).instrument().rawLot();
            orders().sell(params.instrument())
                    .rawQuantity(held / lot * lot)
                    .market()
                    .submit();
        } else {
            orders().buy(params.instrument()).value("300").market().submit();
        }
        if (seen % 7 == 0) {
            orders().buy(params.instrument()).quantity("100").market().submit();
        }
    }
}
