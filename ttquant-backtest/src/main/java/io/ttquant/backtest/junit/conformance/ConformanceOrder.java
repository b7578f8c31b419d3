package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderTransitions;
import io.ttquant.api.time.EpochNanos;

/** An order as an exchange's reports leave it, without an engine that would keep wrong orders and reports away from either. */
final class ConformanceOrder implements Order {
    private final String clientId;
    private final long sequence;
    private final OrderRequest request;
    private final long createdNanos;
    private OrderStatus status = OrderStatus.SUBMITTED;
    private boolean isOutcomeUnknown;
    private long rawQuantity;
    private long rawPrice;
    private long rawTrigger;
    private long rawFilled;
    private double value;

    ConformanceOrder(String clientId, long sequence, OrderRequest request, long createdNanos) {
        this.clientId = clientId;
        this.sequence = sequence;
        this.request = request;
        this.createdNanos = createdNanos;
        this.rawQuantity = request.rawQuantity();
        this.rawPrice = request.rawPrice();
        this.rawTrigger = request.rawTrigger();
    }

    /** An order that the exchange has and the session did not send. */
    ConformanceOrder(ExternalOrder order, long sequence) {
        this(order.clientId(), sequence, order.request(), order.tsEvent());
        this.status = order.status();
        this.rawFilled = order.rawFilled();
    }

    /** Goes to another state; false if the table of moves does not allow that. */
    boolean become(OrderStatus next) {
        if (!OrderTransitions.isAllowed(status, next)) {
            return false;
        }
        status = next;
        isOutcomeUnknown = false;
        return true;
    }

    void unknown() {
        isOutcomeUnknown = true;
    }

    void known() {
        isOutcomeUnknown = false;
    }

    void change(long quantity, long price, long trigger) {
        rawQuantity = quantity;
        rawPrice = price;
        rawTrigger = trigger;
        isOutcomeUnknown = false;
    }

    void fill(long price, long quantity) {
        rawFilled += quantity;
        value += instrument().price(price) * quantity;
        if (rawFilled == rawQuantity) {
            become(OrderStatus.FILLED);
        } else if (isOpen()) {
            become(OrderStatus.PARTIALLY_FILLED);
        }
    }

    /** Side, quantity, price and id, for people. */
    String text() {
        Instrument its = instrument();
        return "order " + clientId + " (" + side() + " " + its.formatQuantity(request.rawQuantity()) + " " + its.id()
                + " "
                + type() + (request.rawPrice() == 0 ? "" : " at " + its.formatPrice(request.rawPrice())) + " "
                + request.timeInForce() + (request.isPostOnly() ? " post-only" : "") + ")";
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
        return "conformance";
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
        return isOutcomeUnknown;
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
        return rawFilled == 0 ? Double.NaN : value / rawFilled;
    }

    @Override
    public long createdNanos() {
        return createdNanos;
    }
}
