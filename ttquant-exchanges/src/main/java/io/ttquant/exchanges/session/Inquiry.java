package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread.Timeout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of question about one order: at most one is under way, and the next waits for its time. */
final class Inquiry {
    private final List<Runnable> waiting = new ArrayList<>();
    /** When the question under way was asked; 0 if none is. */
    long askedNanos;
    /** When the last question that was answered had been asked; 0 before the first. */
    long answeredNanos;
    /** The number of the question under way; an answer to an earlier one is late. */
    int number;

    int attempts;

    private @Nullable Timeout timer;

    boolean isUnderWay() {
        return askedNanos != 0;
    }

    boolean isScheduled() {
        return timer != null;
    }

    void scheduled(Timeout next) {
        stop();
        timer = next;
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Whether somebody waits for an answer. */
    boolean isAwaited() {
        return !waiting.isEmpty();
    }

    void whenAnswered(Runnable task) {
        waiting.add(task);
    }

    /** Those that waited for an answer; from here on they do not. */
    List<Runnable> takeWaiting() {
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        return tasks;
    }
}
