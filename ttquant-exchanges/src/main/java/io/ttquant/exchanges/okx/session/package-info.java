/** Live sessions with OKX: opening, market data, the account's news, orders. */
@NullMarked
package io.ttquant.exchanges.okx.session;

import org.jspecify.annotations.NullMarked;
