package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends in order, as fast as all paces allow. What is sent is made at that moment, so that a signature in it is fresh. */
final class Pacer {
    private final EngineThread engine;
    private final List<Window> windows;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private EngineThread.@Nullable Timeout timeout;

    Pacer(EngineThread engine, List<Pace> paces) {
        this.engine = engine;
        this.windows = paces.stream().map(Window::new).toList();
    }

    void submit(Runnable message) {
        waiting.add(message);
        drain();
    }

    /** Counts a request that could not wait, such as a login. */
    void count() {
        long now = engine.nanos();
        windows.forEach(window -> window.add(now));
    }

    /** Counts a heartbeat, which does not wait, where it counts. */
    void countHeartbeat() {
        long now = engine.nanos();
        windows.stream().filter(window -> window.countsHeartbeats).forEach(window -> window.add(now));
    }

    void stop() {
        waiting.clear();
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private void drain() {
        while (!waiting.isEmpty() && timeout == null) {
            long wait = 0;
            for (Window window : windows) {
                wait = Math.max(wait, window.freeAtNanos() - engine.nanos());
            }
            if (wait > 0) {
                timeout = engine.schedule(Duration.ofNanos(wait), () -> {
                    timeout = null;
                    drain();
                });
            } else {
                count();
                waiting.remove().run();
            }
        }
    }

    /** The times of the last messages in a ring: the oldest says when the next may follow. */
    private static final class Window {
        private final long[] sent;
        private final long periodNanos;
        private final boolean countsHeartbeats;
        private int oldest;

        Window(Pace pace) {
            this.sent = new long[pace.messages()];
            this.periodNanos = pace.period().toNanos();
            this.countsHeartbeats = pace.countsHeartbeats();
            Arrays.fill(sent, Long.MIN_VALUE / 2);
        }

        long freeAtNanos() {
            return sent[oldest] + periodNanos;
        }

        void add(long nanos) {
            sent[oldest] = nanos;
            oldest = (oldest + 1) % sent.length;
        }
    }
}
