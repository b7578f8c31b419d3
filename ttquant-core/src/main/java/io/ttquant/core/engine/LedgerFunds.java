package io.ttquant.core.engine;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.core.matching.TradingAccount;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;

/** Answers the simulated exchange's questions from the ledger. */
record LedgerFunds(Ledger ledger) implements TradingAccount {
    @Override
    public boolean canAfford(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        return ledger.canAfford(
                ((TrackedOrder) order).reservation(),
                order.instrument(),
                order.side(),
                rawPrice,
                rawQuantity,
                rawFee,
                feeCurrency);
    }

    @Override
    public long rawPosition(Order order) {
        return ((TrackedOrder) order).position().rawQuantity();
    }
}
