package io.ttquant.exchanges.paper;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;

/** A venue's session that must not be asked to execute. */
final class NoSession implements ExchangeSession {
    @Override
    public List<Instrument> instruments() {
        return List.of();
    }

    @Override
    public AccountSnapshot account() {
        return AccountSnapshot.NONE;
    }

    @Override
    public void attach(MarketDataSink market, AccountSink account) {}

    @Override
    public void subscribe(InstrumentId instrument, Capability kind) {}

    @Override
    public void subscribeBars(InstrumentId instrument, BarSpec spec) {}

    @Override
    public void requestBars(InstrumentId instrument, BarSpec spec, int count, Completion done) {}

    @Override
    public ExecutionSession execution() {
        throw new AssertionError("asked for the venue's own execution");
    }

    @Override
    public void close() {}
}
