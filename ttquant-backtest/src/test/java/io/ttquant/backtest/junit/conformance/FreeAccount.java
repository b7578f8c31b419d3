package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.core.matching.TradingAccount;

/** An account that can pay for everything. */
final class FreeAccount implements TradingAccount {
    @Override
    public long hold(Order order) {
        return 0;
    }

    @Override
    public long replaceHold(Order order, long rawPrice, long rawLeaves, long rawFee) {
        return 0;
    }

    @Override
    public void shrinkHold(Order order, long rawPrice, long rawLeaves) {}

    @Override
    public void release(Order order) {}

    @Override
    public boolean canAfford(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        return true;
    }

    @Override
    public void filled(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {}

    @Override
    public long rawPosition(Order order) {
        return 0;
    }
}
