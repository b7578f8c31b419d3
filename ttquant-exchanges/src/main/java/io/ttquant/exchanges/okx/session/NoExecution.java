package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import java.util.Set;

/** The way of commands of a session without keys: every command is refused. */
final class NoExecution implements ExecutionSession {
    private static final String WHY = "the session has no keys; set key, secret and passphrase to trade";

    private final EngineThread engine;
    private final AccountSink sink;

    NoExecution(EngineThread engine, AccountSink sink) {
        this.engine = engine;
        this.sink = sink;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public void submit(Order order) {
        engine.execute(() -> sink.rejected(order, RejectReason.NOT_RUNNING, WHY, engine.nanos()));
    }

    @Override
    public void cancel(Order order) {
        engine.execute(() -> sink.cancelRejected(order, RejectReason.NOT_RUNNING, WHY, engine.nanos()));
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        engine.execute(() -> sink.updateRejected(order, RejectReason.NOT_RUNNING, WHY, engine.nanos()));
    }
}
