package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of commands as an engine is built with it: it is there before the engine is attached, and leads on from then. */
final class OkxDoor implements ExecutionSession {
    private final Set<Capability> capabilities;
    private @Nullable ExecutionSession way;

    OkxDoor(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    void leadTo(ExecutionSession execution) {
        way = execution;
    }

    private ExecutionSession way() {
        if (way == null) {
            throw new IllegalStateException("no engine is attached to this session: call attach() first");
        }
        return way;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public void submit(Order order) {
        way().submit(order);
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        way().submitAll(orders);
    }

    @Override
    public void cancel(Order order) {
        way().cancel(order);
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        way().cancelAll(orders);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        way().amend(order, amendment);
    }
}
