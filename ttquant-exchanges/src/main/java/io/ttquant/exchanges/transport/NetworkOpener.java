package io.ttquant.exchanges.transport;

import io.ttquant.api.exchange.EngineThread;

/** Opens the network of a session, so that a session runs on a real one and on a simulated one alike. */
@FunctionalInterface
public interface NetworkOpener {
    /**
     * Opens a network; nothing is sent by that.
     *
     * @param proxy the proxy to go through
     * @param thread the thread that listeners are called on
     */
    Network open(ProxySettings proxy, EngineThread thread);
}
