package io.ttquant.examples.live;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A venue whose prices are a function of time, and that remembers what it was asked. */
public final class FakeVenue implements ExchangeProvider {
    static final Set<Capability> ABLE = Set.copyOf(EnumSet.of(
            Capability.TRADES,
            Capability.QUOTES,
            Capability.BOOKS,
            Capability.BARS,
            Capability.HISTORY_BARS,
            Capability.MARKET_ORDERS,
            Capability.LIMIT_ORDERS));

    final List<FakeSession> sessions = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    private final String id;

    /** What it lists; bitcoin, ether and solana for dollars if there is nothing. */
    List<Instrument> listed = List.of();

    /** How far its prices are from their middle, as a fraction, by the minute since the epoch. */
    DoubleUnaryOperator swing = FakeMarket::swing;

    /** How long after its close a bar arrives. */
    Duration barTransit = FakeSession.TRANSIT;

    /** Takes orders; null if the venue has market data only. */
    @Nullable
    FakeDesk desk;

    /** What its sessions throw when they are closed; null if they do not. */
    @Nullable
    RuntimeException closeFailure;

    /** As a service, for a look at the mains: it stands in for Binance. */
    public FakeVenue() {
        this("binance");
    }

    public FakeVenue(String id) {
        this.id = id;
    }

    FakeSession session() {
        return sessions.get(sessions.size() - 1);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<Capability> capabilities() {
        return ABLE;
    }

    @Override
    public ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener) {
        config.settings().keySet().forEach(key -> asked.add("setting " + key));
        if (config.settings().containsKey("colour")) {
            throw new IllegalArgumentException("'colour' is no setting of " + id + "; it has none");
        }
        FakeSession session = new FakeSession(this, thread, listener);
        sessions.add(session);
        thread.execute(session::becomeReady);
        return session;
    }
}
