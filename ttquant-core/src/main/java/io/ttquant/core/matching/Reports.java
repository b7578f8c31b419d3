package io.ttquant.core.matching;

import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import java.util.function.LongConsumer;

/** Execution reports on their way back to us, first in, first out. */
final class Reports {
    private final SimulationConfig config;
    private final boolean isDrawn;
    private final ExecutionSink sink;
    private final LongConsumer dueAt;
    private final ReportQueue queue = new ReportQueue();
    private long lastDue = Long.MIN_VALUE;
    private long nextDue = EpochNanos.NEVER;
    private long feedNanos;

    Reports(SimulationConfig config, ExecutionSink sink, LongConsumer dueAt) {
        this.config = config;
        this.isDrawn = config.latency().isDrawn();
        this.sink = sink;
        this.dueAt = dueAt;
    }

    long nextDueNanos() {
        return nextDue;
    }

    /** When the last report on its way arrives; {@link Long#MIN_VALUE} if there was none yet. */
    long lastDueNanos() {
        return lastDue;
    }

    boolean deliver(long nowNanos) {
        if (nextDue > nowNanos) {
            return false;
        }
        Report report = queue.remove();
        nextDue = queue.isEmpty() ? EpochNanos.NEVER : queue.first().dueNanos;
        report.deliver(sink);
        return true;
    }

    /** The latency of market data, as last seen. */
    void feedSeen(long nanos) {
        feedNanos = nanos;
    }

    /** The next report, with what all of them have. */
    private Report send(Report.Kind kind, Order order, long tsEvent) {
        long draw = isDrawn ? Draws.of(config.seed(), order.sequence() * 32 + 16 + kind.ordinal(), tsEvent) : 0;
        return send(kind, order, tsEvent, config.latency().acknowledgementNanos(tsEvent, draw, feedNanos));
    }

    private Report send(Report.Kind kind, Order order, long tsEvent, long afterNanos) {
        // A report is never overtaken by a later one.
        lastDue = Math.max(lastDue, tsEvent + afterNanos);
        if (queue.isEmpty()) {
            nextDue = lastDue;
            dueAt.accept(lastDue);
        }
        Report report = queue.add();
        report.kind = kind;
        report.order = order;
        report.tsEvent = tsEvent;
        report.dueNanos = lastDue;
        return report;
    }

    private void send(Report.Kind kind, Order order, RejectReason reason, String message, long ts) {
        Report report = send(kind, order, ts);
        report.rejectReason = reason;
        report.message = message;
    }

    void accepted(Order order, long ts) {
        send(Report.Kind.ACCEPTED, order, ts);
    }

    void rejected(Order order, RejectReason reason, String message, long ts) {
        send(Report.Kind.REJECTED, order, reason, message, ts);
    }

    /** Says that a command failed on its way, after the time that it takes to know. */
    void failed(Report.Kind kind, Order order, String message, long sentNanos, long afterNanos) {
        Report report = send(kind, order, sentNanos, afterNanos);
        report.rejectReason = RejectReason.EXCHANGE;
        report.message = message;
    }

    void triggered(Order order, long ts) {
        send(Report.Kind.TRIGGERED, order, ts);
    }

    void updated(WorkingOrder o, long ts) {
        Report report = send(Report.Kind.UPDATED, o.order, ts);
        report.rawQuantity = o.rawQuantity;
        report.rawPrice = o.rawPrice;
        report.rawTrigger = o.rawTrigger;
    }

    /** The exchange changed an order's prices by the order's own rules. */
    void repriced(WorkingOrder o, long ts) {
        Report report = send(Report.Kind.REPRICED, o.order, ts);
        report.rawPrice = o.rawPrice;
        report.rawTrigger = o.rawTrigger;
    }

    void updateRejected(Order order, RejectReason reason, String message, long ts) {
        send(Report.Kind.UPDATE_REJECTED, order, reason, message, ts);
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
        Report report = send(Report.Kind.FILLED, order, ts);
        report.tradeId = tradeId;
        report.rawPrice = rawPrice;
        report.rawQuantity = rawQuantity;
        report.rawFee = rawFee;
        report.feeCurrency = feeCurrency;
        report.liquidity = liquidity;
        report.fillReason = reason;
    }

    void canceled(Order order, String message, long ts) {
        send(Report.Kind.CANCELED, order, ts).message = message;
    }

    void cancelRejected(Order order, RejectReason reason, String message, long ts) {
        send(Report.Kind.CANCEL_REJECTED, order, reason, message, ts);
    }

    void expired(Order order, long ts) {
        send(Report.Kind.EXPIRED, order, ts);
    }
}
