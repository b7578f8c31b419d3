/**
 * The exchange itself, without a protocol: markets, accounts, orders, matching, an exact ledger. It is the judge in tests of the engine, so it uses no
 * type of the engine.
 */
@NullMarked
package io.ttquant.exchanges.emulator.exchange;

import org.jspecify.annotations.NullMarked;
