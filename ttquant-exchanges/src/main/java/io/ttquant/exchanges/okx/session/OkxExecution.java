package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.exchanges.session.OrderLife;
import java.util.List;
import java.util.Set;

/** The way of commands to the life of orders. */
final class OkxExecution implements ExecutionSession {
    private final OrderLife life;
    private final Set<Capability> capabilities;

    OkxExecution(OrderLife life, Set<Capability> capabilities) {
        this.life = life;
        this.capabilities = capabilities;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public String exchangeId(Order order) {
        return life.exchangeId(order);
    }

    @Override
    public void submit(Order order) {
        life.submit(order);
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        life.submitAll(orders);
    }

    @Override
    public void cancel(Order order) {
        life.cancel(order);
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        life.cancelAll(orders);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        life.amend(order, amendment);
    }
}
