package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The suite over the simulated exchange, broken or not. */
abstract class SimulatedExchangeSuite extends ExchangeConformance {
    private static final Instrument BTC = Instrument.spot("simulated:BTCUSDT", "BTC", "USDT")
            .tick("0.05")
            .lot("0.005")
            .minQuantity(new BigDecimal("0.01"))
            .build();
    private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(
            Capability.BARS,
            Capability.FUNDING,
            Capability.MARK_PRICES,
            Capability.HISTORY_BARS,
            Capability.HISTORY_TRADES)));

    private final ExchangeFlaw flaw;
    private SimulatedSession session;

    SimulatedExchangeSuite(ExchangeFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    protected ExchangeProvider provider() {
        return new ExchangeProvider() {
            @Override
            public String id() {
                return flaw == ExchangeFlaw.LOUD_ID ? "Simulated" : "simulated";
            }

            @Override
            public Set<Capability> capabilities() {
                return flaw == ExchangeFlaw.NO_CAPABILITY ? Set.of() : CAPABILITIES;
            }

            @Override
            public ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener) {
                session = new SimulatedSession(BTC, CAPABILITIES, thread, listener, flaw);
                return session;
            }
        };
    }

    @Override
    protected InstrumentId instrument() {
        return BTC.id();
    }

    @Override
    protected BigDecimal quantity() {
        return new BigDecimal("0.1");
    }

    @Override
    protected long startNanos() {
        return StorageSamples.T;
    }

    @Override
    protected long proceed(long nowNanos) {
        session.step();
        return nowNanos + 1_000_000_000L;
    }

    @Override
    protected Optional<Outage> disconnect() {
        session.cut(true);
        return Optional.of(() -> session.cut(false));
    }

    @Override
    protected Optional<Set<String>> openAtExchange() {
        return session == null ? Optional.of(Set.of()) : Optional.of(Set.copyOf(session.open()));
    }
}
