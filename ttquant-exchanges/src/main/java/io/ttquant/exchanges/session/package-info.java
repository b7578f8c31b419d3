/** The life of orders and the state of an account, the same for all venues: unknown outcomes, reconciliation, audit. */
@NullMarked
package io.ttquant.exchanges.session;

import org.jspecify.annotations.NullMarked;
