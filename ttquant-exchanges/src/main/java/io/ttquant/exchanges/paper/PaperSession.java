package io.ttquant.exchanges.paper;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;

/** A venue's session of which only market data is used. */
final class PaperSession implements ExchangeSession {
    private final ExchangeSession venue;

    PaperSession(ExchangeSession venue) {
        this.venue = venue;
    }

    @Override
    public List<Instrument> instruments() {
        return venue.instruments();
    }

    @Override
    public AccountSnapshot account() {
        return AccountSnapshot.NONE;
    }

    @Override
    public void attach(MarketDataSink market, AccountSink account) {
        venue.attach(market, account);
    }

    @Override
    public void subscribe(InstrumentId instrument, Capability kind) {
        venue.subscribe(instrument, kind);
    }

    @Override
    public void subscribeBars(InstrumentId instrument, BarSpec spec) {
        venue.subscribeBars(instrument, spec);
    }

    @Override
    public void requestBars(InstrumentId instrument, BarSpec spec, int count, Completion done) {
        venue.requestBars(instrument, spec, count, done);
    }

    @Override
    public void requestTrades(InstrumentId instrument, long fromNanos, long toNanos, Completion done) {
        venue.requestTrades(instrument, fromNanos, toNanos, done);
    }

    /** @throws IllegalStateException always: paper orders never go to the venue */
    @Override
    public ExecutionSession execution() {
        throw new IllegalStateException("a paper session sends no orders; build the engine with simulate(...) instead");
    }

    @Override
    public SessionFigures figures() {
        return venue.figures();
    }

    @Override
    public void close() {
        venue.close();
    }
}
