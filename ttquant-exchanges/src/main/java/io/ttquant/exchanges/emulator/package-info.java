/**
 * A local exchange that speaks Binance Spot and USDT-margined futures and OKX, on sockets of this machine: strategies are developed and tested against it
 * offline. It knows nothing of the engine that trades on it, so that it can be its judge.
 */
@NullMarked
package io.ttquant.exchanges.emulator;

import org.jspecify.annotations.NullMarked;
