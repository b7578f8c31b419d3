/** What Binance Spot and Binance USDT-M futures look like from outside: REST, WebSocket API, streams. */
@NullMarked
package io.ttquant.exchanges.emulator.binance;

import org.jspecify.annotations.NullMarked;
