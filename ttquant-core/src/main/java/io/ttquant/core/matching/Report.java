package io.ttquant.core.matching;

import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import org.jspecify.annotations.Nullable;

/** One report in its place in a {@link ReportQueue}, which is used again and again. Which fields count is up to the kind. */
final class Report {
    enum Kind {
        ACCEPTED,
        REJECTED,
        TRIGGERED,
        UPDATED,
        UPDATE_REJECTED,
        FILLED,
        CANCELED,
        CANCEL_REJECTED,
        EXPIRED,
        REPRICED
    }

    Kind kind = Kind.ACCEPTED;

    @Nullable
    Order order;

    long tsEvent;
    long dueNanos;
    RejectReason rejectReason = RejectReason.ORDER_NOT_OPEN;
    String message = "";
    long tradeId;
    long rawPrice;
    long rawTrigger;
    long rawQuantity;
    long rawFee;

    @Nullable
    Currency feeCurrency;

    LiquiditySide liquidity = LiquiditySide.TAKER;
    FillReason fillReason = FillReason.TOOK_BOOK;

    /** Hands it over. What it says is read first, since its place may be taken by another report meanwhile. */
    void deliver(ExecutionSink sink) {
        Order about = java.util.Objects.requireNonNull(order);
        order = null;
        switch (kind) {
            case ACCEPTED -> sink.accepted(about, tsEvent);
            case REJECTED -> sink.rejected(about, rejectReason, message, tsEvent);
            case TRIGGERED -> sink.triggered(about, tsEvent);
            case UPDATED -> sink.updated(about, rawQuantity, rawPrice, rawTrigger, tsEvent);
            case REPRICED -> sink.repriced(about, rawPrice, rawTrigger, tsEvent);
            case UPDATE_REJECTED -> sink.updateRejected(about, rejectReason, message, tsEvent);
            case FILLED -> deliverFill(about, sink);
            case CANCELED -> sink.canceled(about, message, tsEvent);
            case CANCEL_REJECTED -> sink.cancelRejected(about, rejectReason, message, tsEvent);
            case EXPIRED -> sink.expired(about, tsEvent);
        }
    }

    private void deliverFill(Order about, ExecutionSink sink) {
        Currency currency = java.util.Objects.requireNonNull(feeCurrency);
        sink.filled(about, tradeId, rawPrice, rawQuantity, rawFee, currency, liquidity, fillReason, tsEvent);
    }
}
