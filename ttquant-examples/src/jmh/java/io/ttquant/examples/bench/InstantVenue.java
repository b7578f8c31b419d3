package io.ttquant.examples.bench;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A venue that notes when an order reached it, and takes and fills it once it is asked to answer. */
final class InstantVenue implements ExecutionSession {
    private @Nullable Order waiting;
    private long arrivedAt;
    private long trades;

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public void submit(Order order) {
        arrivedAt = System.nanoTime();
        waiting = order;
    }

    /** When the order arrived that waits for its answer, by the counter of the machine; 0 if none waits. */
    long arrivedAt() {
        return waiting == null ? 0 : arrivedAt;
    }

    /** Takes and fills what waits at a price, without a fee. */
    void answer(ExecutionSink reports, long rawPrice, long nowNanos) {
        Order order = waiting;
        if (order != null) {
            waiting = null;
            reports.accepted(order, nowNanos);
            reports.filled(
                    order,
                    ++trades,
                    rawPrice,
                    order.rawQuantity(),
                    0,
                    order.instrument().settlement(),
                    LiquiditySide.TAKER,
                    FillReason.EXCHANGE,
                    nowNanos);
        }
    }

    @Override
    public void cancel(Order order) {
        throw new UnsupportedOperationException("nothing is cancelled here");
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        throw new UnsupportedOperationException("nothing is amended here");
    }
}
