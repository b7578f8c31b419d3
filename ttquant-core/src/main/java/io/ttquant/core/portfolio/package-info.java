/**
 * The exact ledger: balances, positions, profit and loss. Everything is a {@code long} at its currency's scale; each fill is rounded once, half
 * to even, and start + fills − fees + cash flows = end to the last digit.
 */
@NullMarked
package io.ttquant.core.portfolio;

import org.jspecify.annotations.NullMarked;
