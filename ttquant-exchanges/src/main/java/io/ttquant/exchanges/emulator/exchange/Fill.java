package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * One side of a trade.
 *
 * @param id of this fill, unique and rising over the exchange
 * @param tradeId of the trade, unique and rising in its market
 * @param orderId of the order
 * @param account whose order it is
 * @param symbol of the market
 * @param side of the order
 * @param positionSide of the order
 * @param price at which it traded
 * @param quantity in base or contracts
 * @param value in quote or in the settlement asset
 * @param fee charged; negative is a rebate
 * @param feeAsset in which
 * @param maker whether the order rested
 * @param realized profit or loss of the part of a position that it closed, before the fee; 0 on spot
 * @param time epoch nanoseconds
 */
public record Fill(
        long id,
        long tradeId,
        long orderId,
        String account,
        String symbol,
        Side side,
        PositionSide positionSide,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal value,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        BigDecimal realized,
        long time) {}
