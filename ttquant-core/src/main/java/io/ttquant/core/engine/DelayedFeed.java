package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.SimulatedExchange;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Market events that the exchange has seen and that are still on their way to us. First in, first out: none overtakes another. */
final class DelayedFeed {
    private final ArrayDeque<Delayed> queue = new ArrayDeque<>();
    private final FeedLatency model;
    private final long seed;
    private final @Nullable SimulatedExchange simulation;
    private final boolean isRecorded;
    private long lastNanos = Long.MIN_VALUE;
    /** True while market data comes at once unless it says otherwise itself, and the last did. */
    private boolean isInstant;

    private record Delayed(long dueNanos, Runnable delivery) {}

    DelayedFeed(FeedLatency model, long seed, @Nullable SimulatedExchange simulation) {
        this.model = model;
        this.simulation = simulation;
        this.seed = seed;
        this.isRecorded = model.equals(FeedLatency.recorded());
        this.isInstant = isRecorded;
    }

    /** True if what comes now with no delay of its own reaches us at once. */
    boolean isInstant() {
        return isInstant && queue.isEmpty();
    }

    /** How long bars that are made of market data wait for it. */
    long usualNanos() {
        return model.usualNanos();
    }

    long nextDueNanos() {
        Delayed first = queue.peek();
        return first == null ? EpochNanos.NEVER : first.dueNanos;
    }

    /** When the last that is on its way arrives; {@link Long#MIN_VALUE} if nothing is. */
    long lastDueNanos() {
        Delayed last = queue.peekLast();
        return last == null ? Long.MIN_VALUE : last.dueNanos;
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

    /** When what the exchange shows now reaches us: not before what it showed earlier. */
    long arrival(long nowNanos, long tsInit) {
        long draw = new SeededRandom(seed + 31 * nowNanos).nextLong();
        lastNanos = Math.max(lastNanos, model.arrivalNanos(nowNanos, tsInit, draw));
        isInstant = isRecorded && lastNanos <= nowNanos;
        if (simulation != null) {
            simulation.feedSeen(lastNanos - nowNanos);
        }
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
