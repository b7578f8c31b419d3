package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkOpener;
import io.ttquant.exchanges.transport.ProxySettings;

/**
 * The ways out of a session: orders and news of them on the engine's first lane, market data on its other one.
 *
 * @param first the lane of orders
 * @param orders the network on that lane
 * @param market the lane of market data; the same where there is one only
 * @param prices the network on that lane; the same where there is one only
 */
record Ports(EngineThread first, Network orders, EngineThread market, Network prices) {
    static Ports open(NetworkOpener opener, ProxySettings proxy, EngineThread thread) {
        EngineThread first = thread.first();
        Network orders = opener.open(proxy, first);
        return new Ports(first, orders, thread, first == thread ? orders : opener.open(proxy, thread));
    }

    void close() {
        orders.close();
        prices.close();
    }
}
