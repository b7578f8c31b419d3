package io.ttquant.exchanges.binance.session;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.time.EpochNanos;

/** An order of the test, which stays as it is. */
final class TestOrder implements Order {
    private final String clientId;
    private final OrderRequest request;
    private final long createdNanos;
    OrderStatus status = OrderStatus.SUBMITTED;
    long rawFilled;

    TestOrder(String clientId, OrderRequest request, long createdNanos) {
        this.clientId = clientId;
        this.request = request;
        this.createdNanos = createdNanos;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public long sequence() {
        return Math.floorMod(clientId.hashCode(), 1_000_000);
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
        return false;
    }

    @Override
    public long rawQuantity() {
        return request.rawQuantity();
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
        return createdNanos;
    }
}
