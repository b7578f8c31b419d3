package io.ttquant.exchanges.run;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;

/** The account at the venue of a run that has none there, because it is on paper or only records: whatever comes is a mistake of the session. */
public final class NoAccount implements AccountSink {
    /** Refuses everything. */
    public NoAccount() {}

    private static IllegalStateException refused(String what) {
        return new IllegalStateException(
                what + " came from a session without keys; it belongs to no order of this run and is not booked");
    }

    @Override
    public Order adopt(ExternalOrder order) {
        throw refused("an external order");
    }

    @Override
    public void audited(AccountSnapshot account) {
        throw refused("an audit of an account");
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        throw refused("a balance");
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        throw refused("a payment of funding");
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        throw refused("an acceptance");
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        throw refused("a refusal");
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        throw refused("a trigger");
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        throw refused("an amendment");
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        throw refused("a change of price");
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        throw refused("a refusal of an amendment");
    }

    @Override
    public void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent) {
        throw refused("a fill");
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        throw refused("a cancellation");
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        throw refused("a refusal of a cancel");
    }

    @Override
    public void expired(Order order, long tsEvent) {
        throw refused("an expiry");
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        throw refused("an unknown outcome");
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        throw refused("an outcome");
    }
}
