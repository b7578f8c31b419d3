/** Where market data of a venue goes: the sinks of each symbol, found by the symbol's bytes. */
@NullMarked
package io.ttquant.exchanges.feed;

import org.jspecify.annotations.NullMarked;
