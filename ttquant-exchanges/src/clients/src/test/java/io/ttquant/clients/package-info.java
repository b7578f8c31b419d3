/** Clients of OKX and Binance that others wrote, run unmodified against the local exchange, step by step. */
@NullMarked
package io.ttquant.clients;

import org.jspecify.annotations.NullMarked;
