package io.ttquant.exchanges.paper;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Wraps a venue's provider for paper trading: instruments and market data are the venue's, keys are left out, and commands are refused. The engine that is
 * attached executes by itself; {@link PaperExecution} has the assumptions.
 */
public final class PaperProvider implements ExchangeProvider {
    private static final Set<String> SECRETS = Set.of("key", "secret", "private_key", "passphrase");

    private final ExchangeProvider venue;

    private PaperProvider(ExchangeProvider venue) {
        this.venue = venue;
    }

    /** Paper trading on a venue's feed. */
    public static PaperProvider of(ExchangeProvider venue) {
        return new PaperProvider(venue);
    }

    /** The venue's: its instruments keep their names. */
    @Override
    public String id() {
        return venue.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return venue.capabilities();
    }

    @Override
    public ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener) {
        Map<String, String> settings = new HashMap<>(config.settings());
        settings.keySet().removeAll(SECRETS);
        return new PaperSession(venue.open(new ExchangeConfig(settings), thread, listener));
    }
}
