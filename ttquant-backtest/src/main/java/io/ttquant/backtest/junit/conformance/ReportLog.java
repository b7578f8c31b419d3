package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes execution reports, applies them to the orders, and finds those that may not come. */
class ReportLog implements ExecutionSink {
    /** What came, a line each. */
    final List<String> lines = new ArrayList<>();
    /** What may not come, a sentence each. */
    final List<String> wrong = new ArrayList<>();
    /** Whether the world goes on at present: only then may reports come. */
    boolean isTaken;

    private final Thread thread = Thread.currentThread();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> tradeIds = new HashSet<>();

    /** How many reports of a kind came about an order: {@code "accepted"}. */
    final long count(Order order, String kind) {
        return kinds(order).stream().filter(kind::equals).count();
    }

    /** The kinds of all reports about an order, in order. */
    final List<String> kinds(Order order) {
        String start = order.clientId() + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length(), line.indexOf(' ', start.length())))
                .toList();
    }

    private ConformanceOrder take(Order order, String kind, String more, long tsEvent) {
        lines.add(order.clientId() + " " + kind + " " + more + "(" + EpochNanos.format(tsEvent) + ")");
        news(kind + " of order " + order.clientId(), tsEvent);
        return (ConformanceOrder) order;
    }

    /** Checks how something came. */
    final void news(String what, long tsEvent) {
        require(
                Thread.currentThread() == thread,
                what + " came on thread " + Thread.currentThread().getName()
                        + "; all reports come on the engine's thread, " + thread.getName());
        require(
                isTaken || Thread.currentThread() != thread,
                what
                        + " came inside a call of the engine's; commands only queue, and reports come when the world"
                        + " goes on");
        require(tsEvent > 0, what + " has no time of the exchange: tsEvent must be epoch nanoseconds, not " + tsEvent);
    }

    final void require(boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(otherwise);
        }
    }

    private void become(ConformanceOrder order, OrderStatus next) {
        OrderStatus before = order.status();
        // The table lets an order that is cancelled be told so again; here it is once too often.
        require(
                before != next && order.become(next),
                "order " + order.clientId() + " cannot become " + next + ": it was " + before + " already");
    }

    private void requireWhy(Order order, String kind, String message) {
        require(!message.isBlank(), kind + " of order " + order.clientId() + " does not say why: its message is empty");
    }

    @Override
    public final void accepted(Order order, long tsEvent) {
        ConformanceOrder its = take(order, "accepted", "", tsEvent);
        require(accepted.add(order.clientId()), "order " + order.clientId() + " was accepted twice");
        if (its.status() != OrderStatus.PARTIALLY_FILLED) {
            become(its, OrderStatus.ACCEPTED);
        }
    }

    @Override
    public final void rejected(Order order, RejectReason reason, String message, long tsEvent) {
        requireWhy(order, "rejected", message);
        become(take(order, "rejected", reason + ": " + message + " ", tsEvent), OrderStatus.REJECTED);
    }

    @Override
    public final void triggered(Order order, long tsEvent) {
        become(take(order, "triggered", "", tsEvent), OrderStatus.TRIGGERED);
    }

    @Override
    public final void updated(Order order, long rawQuantity, long rawPrice, long rawTrigger, long tsEvent) {
        ConformanceOrder its = take(order, "updated", "to " + text(order, rawQuantity, rawPrice) + " ", tsEvent);
        require(its.isOpen(), "order " + order.clientId() + " was updated when it was " + its.status());
        its.change(rawQuantity, rawPrice, rawTrigger);
    }

    @Override
    public final void repriced(Order order, long rawPrice, long rawTrigger, long tsEvent) {
        ConformanceOrder its = take(order, "repriced", "", tsEvent);
        its.change(its.rawQuantity(), rawPrice, rawTrigger);
    }

    @Override
    public final void updateRejected(Order order, RejectReason reason, String message, long tsEvent) {
        requireWhy(order, "updateRejected", message);
        take(order, "updateRejected", reason + ": " + message + " ", tsEvent);
    }

    @Override
    public final void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent) {
        String text = text(order, rawQuantity, rawPrice);
        ConformanceOrder its = take(order, "filled", text + " " + liquidity + " ", tsEvent);
        String why = wrongFill(its, tradeId, rawPrice, rawQuantity);
        if (why.isEmpty()) {
            its.fill(rawPrice, rawQuantity);
        } else {
            wrong.add("the fill of " + text + " of order " + order.clientId() + " " + why);
        }
    }

    private String wrongFill(ConformanceOrder order, long tradeId, long rawPrice, long rawQuantity) {
        Instrument instrument = order.instrument();
        if (rawQuantity <= 0 || rawPrice <= 0) {
            return "must have a price and a quantity above zero";
        } else if (!tradeIds.add(instrument.id() + " " + tradeId)) {
            return "has the id " + tradeId + " of another fill; ids of trades are unique for the instrument";
        } else if (rawQuantity > order.rawLeaves()) {
            return "is more than the " + instrument.formatQuantity(order.rawLeaves()) + " that were left of it";
        } else if (order.status() == OrderStatus.REJECTED) {
            return "came after the order was rejected";
        }
        long limit = order.rawPrice();
        boolean isWorse = order.side() == Side.BUY ? rawPrice > limit : rawPrice < limit;
        return limit > 0 && isWorse ? "is worse than its limit " + instrument.formatPrice(limit) : "";
    }

    private static String text(Order order, long rawQuantity, long rawPrice) {
        return order.instrument().formatQuantity(rawQuantity) + " at "
                + order.instrument().formatPrice(rawPrice);
    }

    @Override
    public final void canceled(Order order, String message, long tsEvent) {
        become(take(order, "canceled", message.isEmpty() ? "" : message + " ", tsEvent), OrderStatus.CANCELED);
    }

    @Override
    public final void cancelRejected(Order order, RejectReason reason, String message, long tsEvent) {
        requireWhy(order, "cancelRejected", message);
        take(order, "cancelRejected", reason + ": " + message + " ", tsEvent);
    }

    @Override
    public final void expired(Order order, long tsEvent) {
        become(take(order, "expired", "", tsEvent), OrderStatus.EXPIRED);
    }

    @Override
    public final void outcomeUnknown(Order order, String message, long tsEvent) {
        requireWhy(order, "outcomeUnknown", message);
        take(order, "outcomeUnknown", message + " ", tsEvent).unknown();
    }

    @Override
    public final void outcomeKnown(Order order, long tsEvent) {
        take(order, "outcomeKnown", "", tsEvent).known();
    }
}
