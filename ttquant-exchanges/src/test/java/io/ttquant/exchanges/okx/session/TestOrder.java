package io.ttquant.exchanges.okx.session;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.time.EpochNanos;

/** An order as an engine would give it. */
public record TestOrder(String clientId, OrderRequest request) implements Order {
    @Override
    public long sequence() {
        return 1;
    }

    @Override
    public String strategyId() {
        return "test";
    }

    @Override
    public OrderStatus status() {
        return OrderStatus.SUBMITTED;
    }

    @Override
    public boolean isOutcomeUnknown() {
        return false;
    }

    @Override
    public long rawQuantity() {
        return request.rawQuantity();
    }

    @Override
    public long rawFilled() {
        return 0;
    }

    @Override
    public long expiryNanos() {
        return EpochNanos.NEVER;
    }

    @Override
    public long rawPrice() {
        return request.rawPrice();
    }

    @Override
    public long rawTrigger() {
        return request.rawTrigger();
    }

    @Override
    public double averagePrice() {
        return Double.NaN;
    }

    @Override
    public long createdNanos() {
        return Session.START;
    }
}
