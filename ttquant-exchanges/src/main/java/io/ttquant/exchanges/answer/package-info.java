/**
 * Answers of REST, as records: instruments, balances, positions, orders, fills and market data as a venue gives them, in decimals. They are cold:
 * asked at the start, at reconciliation and in audits. Unknown fields are passed over and unknown words stay words; a number that cannot be read
 * makes the answer unreadable, never wrong.
 */
@NullMarked
package io.ttquant.exchanges.answer;

import org.jspecify.annotations.NullMarked;
