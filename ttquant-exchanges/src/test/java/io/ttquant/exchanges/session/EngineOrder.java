package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderTransitions;
import io.ttquant.api.time.EpochNanos;

/** An order as an engine keeps it: every move must be in the table, and no more is filled than there is. */
final class EngineOrder implements Order {
    final boolean isOurs;
    private final String clientId;
    private final long sequence;
    private final OrderRequest request;
    OrderStatus status;
    OrderStatus working;
    boolean isUnknown;
    boolean isCancelUnderWay;
    int updatesUnderWay;
    long rawQuantity;
    long rawPrice;
    long rawTrigger;
    long rawFilled;
    int acceptedCount;
    /** What the venue's own id is; empty for ours. */
    String venueId = "";

    EngineOrder(String clientId, long sequence, OrderRequest request) {
        this(clientId, sequence, request, true, OrderStatus.SUBMITTED, 0);
    }

    EngineOrder(long sequence, ExternalOrder external) {
        this(external.clientId(), sequence, external.request(), false, external.status(), external.rawFilled());
        venueId = external.venueId();
        acceptedCount = external.status() == OrderStatus.SUBMITTED ? 0 : 1;
    }

    private EngineOrder(
            String clientId, long sequence, OrderRequest request, boolean isOurs, OrderStatus status, long rawFilled) {
        this.clientId = clientId;
        this.sequence = sequence;
        this.request = request;
        this.isOurs = isOurs;
        this.status = status;
        this.working = status;
        this.rawQuantity = request.rawQuantity();
        this.rawPrice = request.rawPrice();
        this.rawTrigger = request.rawTrigger();
        this.rawFilled = rawFilled;
    }

    void become(OrderStatus next) {
        if (!OrderTransitions.isAllowed(status, next)) {
            throw new AssertionError("order " + clientId + " cannot go from " + status + " to " + next);
        }
        status = next;
        if (!next.isInFlight()) {
            isUnknown = false;
            if (!next.isClosed()) {
                working = next;
            }
        }
    }

    void work(OrderStatus next) {
        if (status == OrderStatus.PENDING_CANCEL || status == OrderStatus.PENDING_UPDATE) {
            working = next;
        } else if (!status.isClosed()) {
            become(next);
        }
    }

    void goOn() {
        if (status != OrderStatus.PENDING_CANCEL && status != OrderStatus.PENDING_UPDATE) {
            return;
        }
        OrderStatus next = isCancelUnderWay
                ? OrderStatus.PENDING_CANCEL
                : updatesUnderWay > 0 ? OrderStatus.PENDING_UPDATE : working;
        if (next != status) {
            become(next);
        }
    }

    void askCancel() {
        if (status != OrderStatus.PENDING_CANCEL) {
            become(OrderStatus.PENDING_CANCEL);
        }
        isCancelUnderWay = true;
    }

    void askUpdate() {
        if (status != OrderStatus.PENDING_UPDATE) {
            become(OrderStatus.PENDING_UPDATE);
        }
        updatesUnderWay++;
    }

    void updateAnswered() {
        updatesUnderWay = Math.max(0, updatesUnderWay - 1);
        goOn();
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public String strategyId() {
        return "test";
    }

    @Override
    public OrderRequest request() {
        return request;
    }

    @Override
    public OrderStatus status() {
        return status;
    }

    @Override
    public boolean isOutcomeUnknown() {
        return isUnknown;
    }

    @Override
    public long rawQuantity() {
        return rawQuantity;
    }

    @Override
    public long rawFilled() {
        return rawFilled;
    }

    @Override
    public long expiryNanos() {
        return EpochNanos.NEVER;
    }

    @Override
    public long rawPrice() {
        return rawPrice;
    }

    @Override
    public long rawTrigger() {
        return rawTrigger;
    }

    @Override
    public double averagePrice() {
        return Double.NaN;
    }

    @Override
    public long createdNanos() {
        return 0;
    }

    @Override
    public String toString() {
        return clientId + "/" + venueId + " " + status + " " + rawFilled + " of " + rawQuantity + " @" + rawPrice;
    }
}
