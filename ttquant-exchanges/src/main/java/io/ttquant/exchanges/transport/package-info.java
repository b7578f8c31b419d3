/**
 * The ports to the network and to the engine's thread. {@link Network} moves bytes, {@link EngineThread} runs everything else; each call
 * back of a port comes on the engine's thread. Packages below hold the two networks (OkHttp, simulated) and what every venue needs:
 * reconnecting streams, budgets of requests, the offset of clocks.
 */
@NullMarked
package io.ttquant.exchanges.transport;

import io.ttquant.api.exchange.EngineThread;
import org.jspecify.annotations.NullMarked;
