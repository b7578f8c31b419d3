package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of commands as an engine takes it when it is built, which is before it is attached: nothing can be sent until then. */
final class AttachedExecution implements ExecutionSession {
    private @Nullable ExecutionSession execution;

    void attach(ExecutionSession made) {
        execution = made;
    }

    private ExecutionSession execution() {
        ExecutionSession attached = execution;
        if (attached == null) {
            throw new IllegalStateException("no engine is attached to this session: call attach() first");
        }
        return attached;
    }

    @Override
    public Set<Capability> capabilities() {
        return execution == null ? OkxProvider.CAPABILITIES : execution.capabilities();
    }

    @Override
    public void submit(Order order) {
        execution().submit(order);
    }

    @Override
    public void submitAll(List<? extends Order> orders) {
        execution().submitAll(orders);
    }

    @Override
    public void cancel(Order order) {
        execution().cancel(order);
    }

    @Override
    public void cancelAll(List<? extends Order> orders) {
        execution().cancelAll(orders);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        execution().amend(order, amendment);
    }
}
