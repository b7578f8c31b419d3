package io.ttquant.core.matching;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;

/** What the simulated exchange asks of the account that trades on it. */
public interface TradingAccount {
    /** True if a fill can be paid for. */
    boolean canAfford(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency);

    /** The position that the order changes, at the quantity scale, negative if short; for reduce-only orders. */
    long rawPosition(Order order);
}
