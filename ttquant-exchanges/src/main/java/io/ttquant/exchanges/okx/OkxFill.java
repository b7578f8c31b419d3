package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;

/**
 * A fill (channel {@code fills}, for high tiers only), without its fee.
 *
 * @param instrument {@code instId}
 * @param tradeId the venue's id, unique for the instrument
 * @param orderId the venue's id of the order
 * @param clientId our id of the order; empty if the venue does not say
 * @param side buy or sell
 * @param quantity in base currency or contracts
 * @param price price
 * @param liquidity {@code M} for a maker, {@code T} for a taker
 * @param tsEvent when it happened, epoch nanoseconds
 */
public record OkxFill(
        String instrument,
        String tradeId,
        String orderId,
        String clientId,
        Term<OkxSide> side,
        BigDecimal quantity,
        BigDecimal price,
        String liquidity,
        long tsEvent) {}
