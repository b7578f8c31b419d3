package io.ttquant.examples.live;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.MachineClock;
import io.ttquant.core.live.recording.LoopEvents;
import io.ttquant.exchanges.codes.VenueText;
import io.ttquant.exchanges.run.LineSink;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.time.Duration;
import java.util.function.Consumer;

/** The thread of one venue: its loop, from the first task to the end. */
final class VenueThread {
    private final String venue;
    private final LineSink lines;
    private final LiveLoop loop = LiveLoop.of(MachineClock.start());
    private final Thread thread;
    private volatile boolean isClean;
    private Runnable onEnd = () -> {};
    private Consumer<Throwable> onFailure = cause -> {
        line("FAILED: the thread of the venue ended by " + cause);
        end(false);
    };

    VenueThread(String venue, LineSink lines) {
        this.venue = venue;
        this.lines = lines;
        LoopEvents.of(loop);
        this.thread = new Thread(this::run, "engine-" + venue);
    }

    /** What a session and an engine are given. */
    EngineThread engineThread() {
        return LoopThread.of(loop);
    }

    /** Its loop. */
    LiveLoop loop() {
        return loop;
    }

    /** The time, epoch nanoseconds. */
    long nanos() {
        return loop.nanos();
    }

    LineSink lines() {
        return lines;
    }

    void line(String text) {
        lines.line(loop.nanos(), venue, VenueText.line(text));
    }

    void drive(Engine engine) {
        loop.drive(engine);
    }

    /** What ends the run if the engine cannot go on; it is given the thread without the engine, until {@link #end}. Before the start. */
    void onFailure(Consumer<Throwable> task) {
        onFailure = task;
    }

    /** What is done at the end, on the thread itself, however it comes. Before the start. */
    void onEnd(Runnable task) {
        onEnd = task;
    }

    /** Begins with a task; if it throws, the thread ends with what it says. */
    void start(Runnable task) {
        loop.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                line("FAILED: " + e.getMessage());
                end(false);
            }
        });
        thread.start();
    }

    /** Runs a task before all that waits, from any thread. */
    void first(Runnable task) {
        loop.executeFirst(task);
    }

    /** Runs a task later; on the thread itself. */
    void later(Duration delay, Runnable task) {
        loop.schedule(delay, task);
    }

    /** Ends the thread after the task that it is at. */
    void end(boolean endedClean) {
        isClean = endedClean;
        try {
            onEnd.run();
        } finally {
            loop.stop();
        }
    }

    private void run() {
        try {
            loop.run();
        } catch (RuntimeException | Error e) {
            isClean = false;
            goOnWithoutEngine(e);
            throw e;
        }
    }

    /** What is open has to be cancelled even now. */
    private void goOnWithoutEngine(Throwable cause) {
        loop.release();
        try {
            onFailure.accept(cause);
            loop.run();
        } catch (RuntimeException | Error e) {
            cause.addSuppressed(e);
            line("FAILED: the thread of the venue ended by " + e
                    + "; LEFT OPEN may be any order that was not said to have ended: look at the exchange");
        } finally {
            isClean = false;
        }
    }

    /** Waits for its end. */
    void join() throws InterruptedException {
        thread.join();
    }

    /**
     * Waits for its end, but not for ever.
     *
     * @param most how long; it is only looked at if that is none
     * @return false if it goes on
     */
    boolean join(Duration most) throws InterruptedException {
        // Zero would be for ever.
        thread.join(Math.max(1, most.toMillis()));
        return !thread.isAlive();
    }

    boolean isClean() {
        return isClean;
    }
}
