package io.ttquant.core.matching;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;

/**
 * What the simulated exchange asks and tells the account that trades on it. It is the account as the exchange has it: fills count at once, also
 * those of which we have not heard yet.
 */
public interface TradingAccount {
    /**
     * Holds back the funds of an order that arrived.
     *
     * @return how much is missing at the scale of the currency that the order pays with; 0 if it is covered
     */
    long hold(Order order);

    /**
     * Holds back the funds of an amended order instead of those held before.
     *
     * @param rawPrice the price to reckon with
     * @param rawLeaves the quantity that is still to be filled
     * @param rawFee fee to reckon with, as of {@link FeeModel#rawReserve}
     * @return how much is missing, with nothing changed; 0 if it is covered
     */
    long replaceHold(Order order, long rawPrice, long rawLeaves, long rawFee);

    /**
     * Holds back for at most this quantity of an order, whose group left it no more.
     *
     * @param rawPrice the price to reckon with; 0 if it has none
     */
    void shrinkHold(Order order, long rawPrice, long rawLeaves);

    /** Releases what an order holds back; it is closed at the exchange. */
    void release(Order order);

    /** True if a fill can be paid for. */
    boolean canAfford(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency);

    /** A fill happened; its report is on its way. */
    void filled(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency);

    /** The position that the order changes, at the quantity scale, negative if short; for reduce-only orders. */
    long rawPosition(Order order);
}
