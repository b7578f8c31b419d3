package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.NetworkOpener;
import io.ttquant.exchanges.transport.okhttp.NetworkSettings;
import io.ttquant.exchanges.transport.okhttp.OkHttpNetwork;

/** How sessions are begun, on Spot and futures alike. */
final class BinanceProvider {
    /** The network of the machine. */
    static final NetworkOpener MACHINE =
            (proxy, thread) -> OkHttpNetwork.open(NetworkSettings.DEFAULTS.withProxy(proxy), thread);

    private BinanceProvider() {}

    static ExchangeSession open(
            BinanceVenue venue,
            NetworkOpener opener,
            ExchangeConfig config,
            EngineThread thread,
            SessionListener listener) {
        BinanceSettings settings = BinanceSettings.of(config, venue.isSpot());
        // Waits between attempts to connect differ from start to start; nothing else hangs on it.
        SeededRandom random = new SeededRandom(thread.nanos());
        BinanceSession session = new BinanceSession(venue, settings, thread, listener, opener, random);
        session.start();
        return session;
    }
}
