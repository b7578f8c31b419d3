package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.util.Set;

/** Binance Spot, under the id {@code binance}. Its settings are in docs/exchanges/binance.md. */
public final class BinanceSpotProvider implements ExchangeProvider {
    private final NetworkOpener opener;

    /** By the network of the machine, as {@link java.util.ServiceLoader} makes it. */
    public BinanceSpotProvider() {
        this(BinanceProvider.MACHINE);
    }

    /** By another network, such as a simulated one. */
    public BinanceSpotProvider(NetworkOpener opener) {
        this.opener = opener;
    }

    @Override
    public String id() {
        return BinanceVenue.SPOT.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return BinanceVenue.SPOT.capabilities();
    }

    @Override
    public ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener) {
        return BinanceProvider.open(BinanceVenue.SPOT, opener, config, thread, listener);
    }
}
