/** What an account holds: balances, positions, and a strategy's own part of them. */
@NullMarked
package io.ttquant.api.account;

import org.jspecify.annotations.NullMarked;
