/** Binance. */
@NullMarked
package io.ttquant.exchanges.binance;

import org.jspecify.annotations.NullMarked;
