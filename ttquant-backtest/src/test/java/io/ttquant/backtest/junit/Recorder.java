package io.ttquant.backtest.junit;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Quote;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;

/** Keeps the quotes that it is given. */
final class Recorder extends Strategy {
    final List<Quote> quotes = new ArrayList<>();
    private final InstrumentId instrument;

    Recorder(InstrumentId instrument) {
        this.instrument = instrument;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeQuotes(instrument);
    }

    @Override
    protected void onQuote(Quote quote) {
        quotes.add(quote);
    }
}
