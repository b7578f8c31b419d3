package io.ttquant.backtest;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.EngineTap;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a run produced. */
final class RunLog implements EngineTap {
    private final List<Order> orders = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();
    private final EventDigest digest;

    RunLog(EventDigest digest) {
        this.digest = digest;
    }

    @Override
    public void created(Order order) {
        orders.add(order);
        digest.order(order);
    }

    @Override
    public void event(OrderEvent event) {
        if (event instanceof OrderEvent.Filled filled) {
            fills.add(filled.fill());
        } else if (event instanceof OrderEvent.Denied denied) {
            refusals.add(new Refused(denied.order(), true, denied.reason(), denied.message(), denied.tsEvent()));
        } else if (event instanceof OrderEvent.Rejected rejected) {
            refusals.add(
                    new Refused(rejected.order(), false, rejected.reason(), rejected.message(), rejected.tsEvent()));
        }
        digest.event(event);
    }

    List<Order> orders() {
        return orders;
    }

    List<Fill> fills() {
        return fills;
    }

    List<Refused> refusals() {
        return refusals;
    }
}
