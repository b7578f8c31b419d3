package io.ttquant.backtest.report;

import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;

/**
 * One fill, exact, as exported and as marked on the chart.
 *
 * @param tradeId the exchange's id of the trade
 * @param orderId the client order id
 * @param strategy the strategy that ordered it
 * @param instrument the instrument as text, the same as of its {@link CandleSeries}
 * @param side buy or sell
 * @param timeNanos when it happened, epoch nanoseconds
 * @param price the price
 * @param quantity the quantity, above zero
 * @param fee the fee paid; negative for a rebate
 * @param feeCurrency the currency of the fee
 * @param liquidity whether it gave or took liquidity
 * @param reason code of the reason, such as {@code NEXT_OPEN}
 * @param reasonText the reason in words
 */
public record FillMark(
        long tradeId,
        String orderId,
        String strategy,
        String instrument,
        Side side,
        long timeNanos,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        String feeCurrency,
        LiquiditySide liquidity,
        String reason,
        String reasonText) {}
