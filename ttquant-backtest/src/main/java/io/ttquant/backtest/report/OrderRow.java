package io.ttquant.backtest.report;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One order as it ended.
 *
 * @param orderId the client order id
 * @param strategy the strategy
 * @param instrument the instrument as text
 * @param side buy or sell
 * @param type market, limit and so on
 * @param timeInForce how long it works
 * @param isPostOnly true if it must not take liquidity
 * @param isReduceOnly true if it must not open a position
 * @param quantity quantity ordered
 * @param limitPrice limit price; null if it has none
 * @param triggerPrice trigger price; null if it has none
 * @param filledQuantity quantity filled, from zero
 * @param averagePrice average price of its fills; null without fills
 * @param status its last status
 * @param createdNanos when it was ordered, epoch nanoseconds
 * @param closedNanos its last change, epoch nanoseconds
 * @param refusal code of the refusal, such as {@code INSUFFICIENT_FUNDS}; empty if it was not refused
 * @param message the refusal in words, or why it was cancelled; may be empty
 */
public record OrderRow(
        String orderId,
        String strategy,
        String instrument,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        boolean isPostOnly,
        boolean isReduceOnly,
        BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal triggerPrice,
        BigDecimal filledQuantity,
        @Nullable BigDecimal averagePrice,
        OrderStatus status,
        long createdNanos,
        long closedNanos,
        String refusal,
        String message) {}
