package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;

/**
 * A part of an order that was executed.
 *
 * @param order the order
 * @param tradeId the exchange's id of the trade, unique for the instrument; a fill is applied once by it
 * @param rawPrice price at the price scale
 * @param rawQuantity quantity at the quantity scale, above zero
 * @param rawFee fee paid at the scale of {@code feeCurrency}; negative for a rebate
 * @param feeCurrency the currency of the fee
 * @param liquidity whether it gave or took liquidity
 * @param reason why it happened at that price
 * @param tsEvent when it happened, epoch nanoseconds
 * @param tsInit when we heard of it, epoch nanoseconds
 */
public record Fill(
        Order order,
        long tradeId,
        long rawPrice,
        long rawQuantity,
        long rawFee,
        Currency feeCurrency,
        LiquiditySide liquidity,
        FillReason reason,
        long tsEvent,
        long tsInit) {
    /** What was traded. */
    public Instrument instrument() {
        return order.instrument();
    }

    /** Buy or sell. */
    public Side side() {
        return order.side();
    }

    /** The double nearest to the price. */
    public double price() {
        return instrument().price(rawPrice);
    }

    /** The double nearest to the quantity. */
    public double quantity() {
        return instrument().quantity(rawQuantity);
    }

    /** The quantity with its sign: positive for a buy. */
    public long rawSignedQuantity() {
        return side() == Side.BUY ? rawQuantity : -rawQuantity;
    }
}
