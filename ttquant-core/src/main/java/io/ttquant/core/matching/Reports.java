package io.ttquant.core.matching;

import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayDeque;

/** Execution reports on their way back to us, first in, first out. */
final class Reports {
    private final LatencyModel latency;
    private final ExecutionSink sink;
    private final ArrayDeque<Report> queue = new ArrayDeque<>();
    private long lastDue = Long.MIN_VALUE;

    Reports(LatencyModel latency, ExecutionSink sink) {
        this.latency = latency;
        this.sink = sink;
    }

    private record Report(long dueNanos, Runnable delivery) {}

    private record FillReport(
            ExecutionSink sink,
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long tsEvent)
            implements Runnable {
        @Override
        public void run() {
            sink.filled(order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency, liquidity, reason, tsEvent);
        }
    }

    long nextDueNanos() {
        Report first = queue.peek();
        return first == null ? EpochNanos.NEVER : first.dueNanos;
    }

    boolean deliver(long nowNanos) {
        Report first = queue.peek();
        if (first == null || first.dueNanos > nowNanos) {
            return false;
        }
        queue.remove();
        first.delivery.run();
        return true;
    }

    private void send(long tsEvent, Runnable delivery) {
        // A report is never overtaken by a later one.
        lastDue = Math.max(lastDue, tsEvent + latency.acknowledgementNanos(tsEvent));
        queue.add(new Report(lastDue, delivery));
    }

    void accepted(Order order, long ts) {
        send(ts, () -> sink.accepted(order, ts));
    }

    void rejected(Order order, RejectReason reason, String message, long ts) {
        send(ts, () -> sink.rejected(order, reason, message, ts));
    }

    void triggered(Order order, long ts) {
        send(ts, () -> sink.triggered(order, ts));
    }

    void updated(WorkingOrder o, long ts) {
        long quantity = o.rawQuantity;
        long price = o.rawPrice;
        long trigger = o.rawTrigger;
        send(ts, () -> sink.updated(o.order, quantity, price, trigger, ts));
    }

    void updateRejected(Order order, RejectReason reason, String message, long ts) {
        send(ts, () -> sink.updateRejected(order, reason, message, ts));
    }

    void filled(
            Order order,
            long tradeId,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency,
            LiquiditySide liquidity,
            FillReason reason,
            long ts) {
        send(
                ts,
                new FillReport(
                        sink, order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency, liquidity, reason, ts));
    }

    void canceled(Order order, String message, long ts) {
        send(ts, () -> sink.canceled(order, message, ts));
    }

    void cancelRejected(Order order, RejectReason reason, String message, long ts) {
        send(ts, () -> sink.cancelRejected(order, reason, message, ts));
    }

    void expired(Order order, long ts) {
        send(ts, () -> sink.expired(order, ts));
    }
}
