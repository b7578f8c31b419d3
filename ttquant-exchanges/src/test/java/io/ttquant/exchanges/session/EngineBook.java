package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An engine that believes what it is told, keeps a position and cash of it, and refuses what cannot be. */
class EngineBook implements AccountSink {
    /** What else is checked when something is told; the venue knows. */
    interface Judge {
        default void ended(EngineOrder order) {}

        default void updated(EngineOrder order) {}

        default void cancelRefused(EngineOrder order) {}

        default void audited(EngineBook book, AccountSnapshot account) {}
    }

    final List<String> log = new ArrayList<>();
    final List<EngineOrder> adopted = new ArrayList<>();
    final Map<String, Long> positions = new TreeMap<>();
    private final Set<String> trades = new HashSet<>();
    final Map<String, EngineOrder> adoptedBy = new TreeMap<>();
    List<ExternalOrder> recalled = List.of();
    private final Judge judge;
    long rawCash;

    @Nullable
    AccountSnapshot lastAudit;

    EngineBook(Judge judge) {
        this.judge = judge;
    }

    private void log(String what, Order order) {
        log.add(what + " " + (order.clientId().isEmpty() ? ((EngineOrder) order).venueId : order.clientId()));
    }

    private static void require(boolean condition, String why, Order order) {
        if (!condition) {
            throw new AssertionError(why + ": " + order);
        }
    }

    @Override
    public List<ExternalOrder> recalled() {
        return recalled;
    }

    @Override
    public Order adopt(ExternalOrder external) {
        String name = external.request().instrument().id().symbol() + " " + external.venueId();
        log.add("adopt " + external.venueId());
        EngineOrder order = new EngineOrder(10_000 + adopted.size(), external);
        EngineOrder before = adoptedBy.put(name, order);
        require(before == null || before.isClosed(), "adopted twice", order);
        adopted.add(order);
        return order;
    }

    @Override
    public void accepted(Order order, long tsEvent) {
        log("accepted", order);
        EngineOrder o = (EngineOrder) order;
        require(++o.acceptedCount == 1, "accepted twice", order);
        require(!o.isClosed(), "accepted after its end", order);
        if (o.status == OrderStatus.SUBMITTED) {
            o.become(OrderStatus.ACCEPTED);
        } else if (o.working == OrderStatus.SUBMITTED) {
            o.working = OrderStatus.ACCEPTED;
        }
    }

    @Override
    public void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        log("rejected", order);
        end(order, OrderStatus.REJECTED);
    }

    private void end(Order order, OrderStatus status) {
        EngineOrder o = (EngineOrder) order;
        require(!o.isClosed(), status + " after its end", order);
        o.become(status);
        judge.ended(o);
    }

    @Override
    public void triggered(Order order, long tsEvent) {
        log("triggered", order);
        ((EngineOrder) order).work(OrderStatus.TRIGGERED);
    }

    @Override
    public void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        log("updated", order);
        EngineOrder o = (EngineOrder) order;
        o.rawQuantity = rawQuantity;
        o.rawPrice = rawPrice;
        o.rawTrigger = rawTrigger;
        o.updateAnswered();
        judge.updated(o);
    }

    @Override
    public void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        log("repriced", order);
        EngineOrder o = (EngineOrder) order;
        o.rawPrice = rawPrice;
        o.rawTrigger = rawTrigger;
    }

    @Override
    public void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        log("updateRejected", order);
        ((EngineOrder) order).updateAnswered();
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
        log("filled " + tradeId + (reason == FillReason.LIQUIDATION ? " by liquidation" : ""), order);
        EngineOrder o = (EngineOrder) order;
        String symbol = o.instrument().id().symbol();
        require(trades.add(symbol + " " + tradeId + " " + o.side()), "trade " + tradeId + " told twice", order);
        boolean wasSent = o.status != OrderStatus.REJECTED && o.status != OrderStatus.FILLED;
        require(wasSent && rawQuantity > 0 && rawQuantity <= o.rawLeaves(), "fill does not fit", order);
        o.rawFilled += rawQuantity;
        if (o.rawFilled == o.rawQuantity) {
            o.become(OrderStatus.FILLED);
        } else {
            o.work(OrderStatus.PARTIALLY_FILLED);
        }
        long signed = o.side() == Side.BUY ? rawQuantity : -rawQuantity;
        positions.merge(symbol, signed, Long::sum);
        rawCash -= (signed * rawPrice * 1000) + rawFee;
    }

    @Override
    public void canceled(Order order, String message, long tsEvent) {
        log("canceled", order);
        end(order, OrderStatus.CANCELED);
    }

    @Override
    public void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        log("cancelRejected", order);
        EngineOrder o = (EngineOrder) order;
        o.isCancelUnderWay = false;
        o.goOn();
        if (!o.isClosed()) {
            judge.cancelRefused(o);
        }
    }

    @Override
    public void expired(Order order, long tsEvent) {
        log("expired", order);
        end(order, OrderStatus.EXPIRED);
    }

    @Override
    public void outcomeUnknown(Order order, String message, long tsEvent) {
        log("outcomeUnknown", order);
        require(!order.isClosed(), "outcome unknown after its end", order);
        ((EngineOrder) order).isUnknown = true;
    }

    @Override
    public void outcomeKnown(Order order, long tsEvent) {
        log("outcomeKnown", order);
        ((EngineOrder) order).isUnknown = false;
    }

    @Override
    public void audited(AccountSnapshot account) {
        log.add("audited");
        lastAudit = account;
        judge.audited(this, account);
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        log.add("balance " + balance.currency().code());
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        log.add("funding " + id);
    }
}
