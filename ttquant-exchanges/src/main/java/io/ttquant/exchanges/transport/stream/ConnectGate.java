package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Lets connections be opened one at a time and not too fast, since venues count attempts by IP address. Sessions of one venue share one. To
 * be used on the engine's thread.
 */
public final class ConnectGate {
    private final EngineThread engine;
    private final long spacingNanos;
    private final Deque<Pass> waiting = new ArrayDeque<>();
    private final StreamCounts counts = new StreamCounts();
    private @Nullable Pass inside;
    private long nextStartNanos = Long.MIN_VALUE;
    private boolean isScheduled;

    /**
     * A gate.
     *
     * @param spacing the least time between the starts of two attempts
     */
    public ConnectGate(EngineThread engine, Duration spacing) {
        this.engine = engine;
        this.spacingNanos = spacing.toNanos();
    }

    /** What happened to the streams that share it. */
    public StreamCounts counts() {
        return counts;
    }

    /** The right to one attempt, for {@link Pass#enter}. */
    Pass pass(Runnable attempt) {
        return new Pass(attempt);
    }

    /** Lets nobody in for a time: the venue counts the attempts of all together. Does not shorten what was said before. */
    void pause(Duration time) {
        nextStartNanos = Math.max(nextStartNanos, engine.nanos() + time.toNanos());
    }

    private void open() {
        if (inside != null || waiting.isEmpty() || isScheduled) {
            return;
        }
        long now = engine.nanos();
        if (now < nextStartNanos) {
            isScheduled = true;
            engine.schedule(Duration.ofNanos(nextStartNanos - now), () -> {
                isScheduled = false;
                open();
            });
            return;
        }
        Pass next = waiting.remove();
        inside = next;
        nextStartNanos = now + spacingNanos;
        next.attempt.run();
    }

    /** The right to one attempt. */
    final class Pass {
        private final Runnable attempt;

        Pass(Runnable attempt) {
            this.attempt = attempt;
        }

        /**
         * Runs the attempt when it is its turn, perhaps at once, so that whoever it ends for must have the pass already. It has to leave when the
         * attempt came to an end, either way.
         */
        void enter() {
            waiting.add(this);
            open();
        }

        /** Lets the next one in; gives the turn up if it has not come. Idempotent. */
        void leave() {
            waiting.remove(this);
            if (inside == this) {
                inside = null;
                open();
            }
        }
    }
}
