package io.ttquant.core.engine;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.core.matching.TradingAccount;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.ExchangeAccount;
import org.jspecify.annotations.Nullable;

/** Answers the simulated exchange's questions from the account as the exchange has it. */
record LedgerFunds(ExchangeAccount account, @Nullable MarginFunds margin) implements TradingAccount {
    @Override
    public long hold(Order order) {
        TrackedOrder o = (TrackedOrder) order;
        if (margin != null && MarginFunds.concerns(o)) {
            return margin.holdAtExchange(o);
        }
        return o.holdsFunds() ? account.hold(o.heldAtExchange(), o.position(), o.side(), o.reservation()) : 0;
    }

    @Override
    public long replaceHold(Order order, long rawPrice, long rawLeaves, long rawFee) {
        TrackedOrder o = (TrackedOrder) order;
        if (margin != null && MarginFunds.concerns(o)) {
            return margin.replaceAtExchange(o, rawPrice, rawLeaves);
        }
        return !account.holdsBack(o.position())
                ? 0
                : account.replace(o.heldAtExchange(), o.position(), o.side(), rawPrice, rawLeaves, rawFee);
    }

    @Override
    public void shrinkHold(Order order, long rawPrice, long rawLeaves) {
        TrackedOrder o = (TrackedOrder) order;
        if (margin == null || !MarginFunds.concerns(o)) {
            if (o.holdsFundsAtExchange()) {
                o.heldAtExchange().shrinkTo(rawLeaves);
            }
        } else if (rawPrice > 0) {
            margin.replaceAtExchange(o, rawPrice, rawLeaves);
        }
    }

    @Override
    public void release(Order order) {
        TrackedOrder o = (TrackedOrder) order;
        if (margin != null && MarginFunds.concerns(o)) {
            margin.releaseAtExchange(o);
        } else if (o.holdsFundsAtExchange()) {
            account.release(o.heldAtExchange());
        }
    }

    @Override
    public boolean canAfford(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        TrackedOrder o = (TrackedOrder) order;
        if (margin != null && MarginFunds.concerns(o)) {
            return margin.canAfford(o, rawPrice, rawQuantity, rawFee, feeCurrency);
        }
        return !account.holdsBack(o.position())
                || account.canAfford(
                        o.heldAtExchange(), o.position(), o.side(), rawPrice, rawQuantity, rawFee, feeCurrency);
    }

    @Override
    public void filled(Order order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        TrackedOrder o = (TrackedOrder) order;
        if (margin != null && MarginFunds.concerns(o)) {
            margin.filled(o, rawPrice, rawQuantity, rawFee, feeCurrency);
        }
        account.fill(o.position(), o.side(), rawPrice, rawQuantity, rawFee, feeCurrency);
        if (o.holdsFundsAtExchange()) {
            account.releaseFilled(o.heldAtExchange(), rawQuantity);
        }
    }

    @Override
    public long rawPosition(Order order) {
        return account.rawPosition(((TrackedOrder) order).position());
    }
}
