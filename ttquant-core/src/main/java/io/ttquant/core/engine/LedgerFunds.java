package io.ttquant.core.engine;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.core.matching.TradingAccount;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.ExchangeAccount;

/** Answers the simulated exchange's questions from the account as the exchange has it. */
record LedgerFunds(ExchangeAccount account) implements TradingAccount {
    @Override
    public long hold(Order order) {
        TrackedOrder o = (TrackedOrder) order;
        return account.hold(o.heldAtExchange(), o.position(), o.side(), o.reservation());
    }

    @Override
    public long replaceHold(Order order, long rawPrice, long rawLeaves, long rawFee) {
        TrackedOrder o = (TrackedOrder) order;
        return account.replace(o.heldAtExchange(), o.position(), o.side(), rawPrice, rawLeaves, rawFee);
    }

    @Override
    public void release(Order order) {
        account.release(((TrackedOrder) order).heldAtExchange());
    }

    @Override
    public boolean canAfford(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        TrackedOrder o = (TrackedOrder) order;
        return account.canAfford(
                o.heldAtExchange(), o.position(), o.side(), rawPrice, rawQuantity, rawFee, feeCurrency);
    }

    @Override
    public void filled(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        TrackedOrder o = (TrackedOrder) order;
        account.fill(o.heldAtExchange(), o.position(), o.side(), rawPrice, rawQuantity, rawFee, feeCurrency);
    }

    @Override
    public long rawPosition(Order order) {
        return account.rawPosition(((TrackedOrder) order).position());
    }
}
