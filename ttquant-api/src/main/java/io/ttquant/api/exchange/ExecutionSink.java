package io.ttquant.api.exchange;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;

/** The way of execution reports into an engine. {@code tsEvent} is the exchange's time, epoch nanoseconds. */
public interface ExecutionSink {
    /** The exchange has the order. */
    void accepted(Order order, long tsEvent);

    /** The exchange refused the order. */
    void rejected(Order order, RejectReason reason, String message, long tsEvent);

    /** The order's trigger was reached. */
    void triggered(Order order, long tsEvent);

    /** An amendment took effect; the figures are the order's after it. */
    void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent);

    /**
     * The exchange changed the order's prices by the order's own rules: a trailing stop moved, or what is left of a market-to-limit order rests at the
     * price of its fill. The figures are the order's after it.
     */
    void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent);

    /** An amendment was refused. */
    void updateRejected(Order order, RejectReason reason, String message, long tsEvent);

    /**
     * The order was executed in part or whole.
     *
     * @param tradeId the exchange's id of the trade, unique for the instrument
     * @param rawFee fee at the scale of {@code feeCurrency}, negative for a rebate
     */
    void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent);

    /** The order was cancelled; {@code message} says why if we did not ask, and is empty if we did. */
    void canceled(Order order, String message, long tsEvent);

    /** A cancel was refused. */
    void cancelRejected(Order order, RejectReason reason, String message, long tsEvent);

    /** The order's time in force ended it. */
    void expired(Order order, long tsEvent);

    /** It is not known what became of the last command on this order. */
    void outcomeUnknown(Order order, String message, long tsEvent);

    /**
     * Nothing that was sent about this order has an unknown outcome any more. To be told after the report that settled it, and needed only where that report
     * leaves the order waiting for another answer; it changes the mark {@link Order#isOutcomeUnknown()} and nothing else.
     *
     * @param tsEvent epoch nanoseconds
     */
    void outcomeKnown(Order order, long tsEvent);
}
