package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One change of a balance.
 *
 * @param id unique and rising over the exchange
 * @param account whose
 * @param asset of what
 * @param kind why
 * @param amount by how much, signed
 * @param total after it
 * @param symbol of the market, null if of none
 * @param orderId of the order, 0 if of none
 * @param tradeId of the trade, 0 if of none
 * @param time epoch nanoseconds
 */
public record Bill(
        long id,
        String account,
        String asset,
        BillKind kind,
        BigDecimal amount,
        BigDecimal total,
        @Nullable String symbol,
        long orderId,
        long tradeId,
        long time) {}
