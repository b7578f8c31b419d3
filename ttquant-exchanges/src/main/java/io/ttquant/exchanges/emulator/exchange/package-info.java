/**
 * The exchange itself, without a protocol: markets, accounts, orders, matching, an exact ledger. It is the judge in tests of the engine, so it uses no
 * type of the engine, only those of the JDK.
 *
 * <p>Start at {@link io.ttquant.exchanges.emulator.exchange.Exchange}. Commands are in {@link io.ttquant.exchanges.emulator.exchange.Trading},
 * {@link io.ttquant.exchanges.emulator.exchange.Conditionals}, {@link io.ttquant.exchanges.emulator.exchange.OrderLists} and
 * {@link io.ttquant.exchanges.emulator.exchange.Accounts}; what an exchange does to its accounts is in
 * {@link io.ttquant.exchanges.emulator.exchange.Operator}; every effect is an {@link io.ttquant.exchanges.emulator.exchange.ExchangeEvent}. A front for a
 * venue translates its requests into commands, {@link io.ttquant.exchanges.emulator.exchange.RefusalReason}s into its codes and events into its messages.
 *
 * <p>Conventions: times are epoch nanoseconds; figures are {@link java.math.BigDecimal}, plain, of at most 60 digits; quantities are in base, or in
 * contracts; values are in the quote or the settlement asset; a fee is positive if it is paid. Nothing here is safe for several threads.
 */
@NullMarked
package io.ttquant.exchanges.emulator.exchange;

import org.jspecify.annotations.NullMarked;
