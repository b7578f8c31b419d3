/** Sessions with Binance: how one begins, its streams of market data and of the account, and its orders. */
@NullMarked
package io.ttquant.exchanges.binance.session;

import org.jspecify.annotations.NullMarked;
