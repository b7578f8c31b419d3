package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The way of commands that an engine is built with before it is attached; commands go where the attached one's do. */
final class AttachedExecution implements ExecutionSession {
    private final Set<Capability> capabilities;
    private final Supplier<ExecutionSession> attached;

    AttachedExecution(Set<Capability> capabilities, Supplier<ExecutionSession> attached) {
        this.capabilities = capabilities;
        this.attached = attached;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public String exchangeId(Order order) {
        return attached.get().exchangeId(order);
    }

    @Override
    public void submit(Order order) {
        attached.get().submit(order);
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        attached.get().submitAll(orders);
    }

    @Override
    public void cancel(Order order) {
        attached.get().cancel(order);
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        attached.get().cancelAll(orders);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        attached.get().amend(order, amendment);
    }
}
