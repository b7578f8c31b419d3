package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.util.Set;

/** Binance USDT-margined futures, under the id {@code binance-usdm}. Its settings are in docs/exchanges/binance.md. */
public final class BinanceUsdmProvider implements ExchangeProvider {
    private final NetworkOpener opener;

    /** By the network of the machine, as {@link java.util.ServiceLoader} makes it. */
    public BinanceUsdmProvider() {
        this(BinanceProvider.MACHINE);
    }

    /** By another network, such as a simulated one. */
    public BinanceUsdmProvider(NetworkOpener opener) {
        this.opener = opener;
    }

    @Override
    public String id() {
        return BinanceVenue.USDM.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return BinanceVenue.USDM.capabilities();
    }

    @Override
    public ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener) {
        return BinanceProvider.open(BinanceVenue.USDM, opener, config, thread, listener);
    }
}
