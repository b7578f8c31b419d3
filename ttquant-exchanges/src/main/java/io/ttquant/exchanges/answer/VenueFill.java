package io.ttquant.exchanges.answer;

import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;

/**
 * A fill, as the venue says.
 *
 * @param symbol the venue's symbol
 * @param tradeId unique for the symbol
 * @param orderId the venue's id of the order
 * @param clientId our id of the order; empty if the venue does not tell it
 * @param side buy or sell
 * @param positionSide which position it changed
 * @param price of the fill
 * @param quantity above zero
 * @param fee paid if positive
 * @param isMaker whether the order rested
 * @param cursor by which the next page is asked for
 * @param tsEvent epoch nanoseconds
 */
public record VenueFill(
        String symbol,
        long tradeId,
        String orderId,
        String clientId,
        Side side,
        PositionSide positionSide,
        BigDecimal price,
        BigDecimal quantity,
        VenueFee fee,
        boolean isMaker,
        long cursor,
        long tsEvent) {}
