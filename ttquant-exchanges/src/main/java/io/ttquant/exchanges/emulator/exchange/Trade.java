package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * A trade as everybody sees it.
 *
 * @param id unique and rising by one in its market
 * @param symbol of the market
 * @param price at which
 * @param quantity in base or contracts
 * @param value in quote or in the settlement asset
 * @param takerSide side of the order that arrived
 * @param makerOrder id of the order that rested
 * @param takerOrder id of the order that arrived; trades of one order and price may be shown as one
 * @param time epoch nanoseconds
 */
public record Trade(
        long id,
        String symbol,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal value,
        Side takerSide,
        long makerOrder,
        long takerOrder,
        long time) {}
