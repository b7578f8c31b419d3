package io.ttquant.exchanges.okx.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down all that comes in from a session. */
final class Sinks implements MarketDataSink, AccountSink {
    final List<String> market = new ArrayList<>();
    final List<Order> adopted = new ArrayList<>();
    final List<String> reports = new ArrayList<>();
    final Map<InstrumentId, BookedLog> logs = new HashMap<>();

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return log(id);
    }

    BookedLog log(InstrumentId id) {
        return logs.computeIfAbsent(id, name -> new BookedLog(name.symbol(), market));
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        reports.add(order.clientId() + " accepted");
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        reports.add(order.clientId() + " rejected " + reason + " " + message);
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        reports.add(order.clientId() + " triggered");
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        reports.add(order.clientId() + " updated " + rawQuantity + " " + rawPrice + " " + rawTrigger);
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        reports.add(order.clientId() + " repriced " + rawPrice + " " + rawTrigger);
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        reports.add(order.clientId() + " update-rejected " + reason + " " + message);
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
        reports.add(order.clientId() + " filled " + tradeId + " " + rawQuantity + " at " + rawPrice + " fee " + rawFee
                + " " + feeCurrency.code());
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        reports.add(order.clientId() + " canceled" + (message.isEmpty() ? "" : " " + message));
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        reports.add(order.clientId() + " cancel-rejected " + reason + " " + message);
    }

    @Override
    public void expired(Order order, long tsEvent) {
        reports.add(order.clientId() + " expired");
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        reports.add(order.clientId() + " unknown");
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        reports.add(order.clientId() + " known");
    }

    @Override
    public Order adopt(ExternalOrder order) {
        Order made = new TestOrder("adopted" + order.venueId(), order.request());
        adopted.add(made);
        reports.add("adopted " + order.venueId() + " " + order.clientId());
        return made;
    }

    @Override
    public void audited(AccountSnapshot account) {
        reports.add("audited");
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        reports.add("balance " + balance.currency().code() + " " + balance.rawTotal());
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        reports.add("funding " + id + " " + rawAmount);
    }
}
