package io.ttquant.deploy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** A strategy that looks at the order book, so that its figures are there too. */
public final class Watcher extends Strategy {
    private final Params params;
    private long seen;

    /**
     * Parameters.
     *
     * @param instrument whose book
     */
    public record Params(InstrumentId instrument) {}

    /** A watcher. */
    public Watcher(Params params) {
        this.params = params;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBook(params.instrument());
    }

    @Override
    protected void onBook(OrderBook book) {
        seen++;
    }

    @Override
    public String toString() {
        return "saw " + seen + " changes of a book";
    }
}
