package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayDeque;

/** Market events that the exchange has seen and that are still on their way to us. First in, first out: none overtakes another. */
final class DelayedFeed {
    private final ArrayDeque<Delayed> queue = new ArrayDeque<>();
    private long lastNanos = Long.MIN_VALUE;

    private record Delayed(long dueNanos, Runnable delivery) {}

    long nextDueNanos() {
        Delayed first = queue.peek();
        return first == null ? EpochNanos.NEVER : first.dueNanos;
    }

    /** When the last that is on its way arrives; {@link Long#MIN_VALUE} if nothing is. */
    long lastDueNanos() {
        Delayed last = queue.peekLast();
        return last == null ? Long.MIN_VALUE : last.dueNanos;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    boolean deliver(long nowNanos) {
        Delayed first = queue.peek();
        if (first == null || first.dueNanos > nowNanos) {
            return false;
        }
        queue.remove();
        first.delivery.run();
        return true;
    }

    /** When something sent now would arrive: not before what was sent earlier. */
    long arrival(long dueNanos) {
        lastNanos = Math.max(lastNanos, dueNanos);
        return lastNanos;
    }

    void trade(long due, InstrumentChannel to, long tsEvent, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        queue.add(new Delayed(due, () -> to.deliverTrade(tsEvent, due, rawPrice, rawQuantity, aggressor)));
    }

    void quote(long due, InstrumentChannel to, long tsEvent, long rawBid, long rawBidQty, long rawAsk, long rawAskQty) {
        queue.add(new Delayed(due, () -> to.deliverQuote(tsEvent, due, rawBid, rawBidQty, rawAsk, rawAskQty)));
    }

    /** Anything rarer. */
    void other(long due, Runnable delivery) {
        queue.add(new Delayed(due, delivery));
    }

    void bar(
            long due,
            BarChannel to,
            long tsOpen,
            long tsEvent,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        queue.add(new Delayed(
                due, () -> to.deliver(tsOpen, tsEvent, due, rawOpen, rawHigh, rawLow, rawClose, rawVolume)));
    }
}
