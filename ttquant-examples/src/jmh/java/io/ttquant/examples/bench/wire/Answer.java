package io.ttquant.examples.bench.wire;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Quote;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** Answers each best bid and ask by an order at the bid, for what can be had at once. */
public final class Answer extends Strategy {
    /** What it trades. */
    public record Params(InstrumentId instrument) {}

    private final InstrumentId instrument;
    private final EngineTimes times;

    Answer(Params params, EngineTimes times) {
        this.instrument = params.instrument();
        this.times = times;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeQuotes(instrument);
    }

    @Override
    protected void onQuote(Quote quote) {
        orders().buy(instrument)
                .rawQuantity(100)
                .rawLimit(quote.rawBid())
                .immediateOrCancel()
                .submit();
        times.ordered();
    }
}
