/** Binance: Spot and USDT-margined futures. */
@NullMarked
package io.ttquant.exchanges.binance;

import org.jspecify.annotations.NullMarked;
