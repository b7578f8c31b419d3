package io.ttquant.core.live;

import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.counter.Counter;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.StrategyException;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of an engine's thread in real time. Whatever reaches the engine from other threads is handed over as a task; the loop takes one task at a
 * time, with the engine at the time of the clock before each, and lets the engine do what is due while there is none.
 *
 * <p>Tasks handed over by {@link #executeFirst} overtake all that wait in {@link #execute}, so that neither an answer on an order nor a kill switch
 * stands behind a backlog of market data. Within each of the two the order is kept.
 *
 * <p>A task that throws is logged and counted, and the loop goes on: one unreadable message does not stop the account's only thread. A strategy that
 * ends the run by its {@link StrategyException}, and errors of the machine, end the loop. An interrupt does not: it is taken back, since files that an
 * interrupted thread writes to are closed under it. {@link #stop} ends the loop.
 */
public final class LiveLoop implements Executor, Clock {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLoop.class);

    private @Nullable Engine engine;
    private boolean isReleased;
    private final Clock clock;
    private final Queue<Runnable> first = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> rest = new ConcurrentLinkedQueue<>();
    /** A tree, since nearly every wait is taken back before it is due: each request has one for the case that it is never answered. */
    private final NavigableSet<Wait> waits =
            new TreeSet<>(Comparator.comparingLong(Wait::dueNanos).thenComparingLong(Wait::number));

    private volatile boolean isStopping;
    private volatile boolean isOver;
    private volatile @Nullable Thread thread;
    private long lastNumber;
    private final Counter tasks = new Counter();
    private final Counter failures = new Counter();
    private @Nullable LoopWatch watch;

    private LiveLoop(@Nullable Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * A loop that has not begun.
     *
     * @param engine started, or to be started by the first task
     * @param clock real time, never going back; {@link MachineClock} unless time is simulated
     */
    public static LiveLoop of(Engine engine, Clock clock) {
        return new LiveLoop(engine, clock);
    }

    /**
     * A loop without an engine, for what comes before one can be built: connecting, and learning which instruments there are. {@link #drive} gives it one.
     *
     * @param clock real time, never going back; {@link MachineClock} unless time is simulated
     */
    public static LiveLoop of(Clock clock) {
        return new LiveLoop(null, clock);
    }

    /**
     * Lets time pass for an engine from now on. On the loop's thread only.
     *
     * @param started an engine that is started
     * @throws IllegalStateException if there is one already
     */
    public void drive(Engine started) {
        if (engine != null) {
            throw new IllegalStateException(
                    "the loop drives an engine already; another engine needs a loop of its own");
        }
        engine = started;
    }

    /**
     * Lets no time pass for the engine any more, because it failed. On the loop's thread, or once {@link #run} has ended by an error: it may then be called
     * again, so that what else is on the thread, such as a session that has cancels to send, comes to its end. Tasks that fail are counted from here on, and
     * logged for debugging only: those of an engine that failed fail again and again.
     */
    public void release() {
        engine = null;
        isReleased = true;
    }

    /** Hands over a task, from any thread; it comes after those handed over before. After {@link #stop} it is dropped once the loop has ended. */
    @Override
    public void execute(Runnable task) {
        hand(rest, task);
    }

    /** Hands over a task, from any thread, that overtakes those of {@link #execute}: what reduces risk, and what is known of orders. */
    public void executeFirst(Runnable task) {
        hand(first, task);
    }

    /**
     * Runs a task once a delay has passed; equal times in the order in which they were asked for. On the loop's thread only.
     *
     * @param delay not negative
     * @return takes the task back, on the loop's thread; without effect once it ran
     * @throws IllegalArgumentException if the delay is negative
     */
    public Runnable schedule(Duration delay, Runnable task) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay of " + delay + " lies in the past; use zero for at once");
        }
        long due = Math.addExact(clock.nanos(), EpochNanos.of(delay));
        Wait wait = new Wait(due, ++lastNumber, task);
        waits.add(wait);
        return () -> waits.remove(wait);
    }

    /**
     * Runs on the caller's thread until {@link #stop}. The engine is left as it is: whoever started it stops it. After an error, {@link #release} the engine
     * and run it again to get out what has to.
     *
     * @throws IllegalStateException if the loop runs already
     * @throws StrategyException if a strategy ends the run
     */
    public void run() {
        if (thread != null) {
            throw new IllegalStateException("the loop runs already; an engine has one thread");
        }
        thread = Thread.currentThread();
        try {
            while (!isStopping) {
                if (Thread.interrupted()) {
                    LOG.warn("the engine's thread was interrupted; the loop goes on until it is told to stop");
                }
                if (!turn()) {
                    await();
                }
            }
        } finally {
            thread = null;
            isOver = isStopping;
            dropIfOver();
        }
    }

    /**
     * Does what is due, and one task that waits, if any; for a driver that has its own thread or simulated time.
     *
     * @return false if no task waited
     */
    public boolean turn() {
        advance();
        runDue();
        Runnable task = first.poll();
        if (task == null) {
            task = rest.poll();
        }
        if (task == null) {
            return false;
        }
        attempt(task);
        return true;
    }

    /** Ends {@link #run} after the task that it is at, from any thread. Tasks that wait stay undone and are dropped. */
    public void stop() {
        isStopping = true;
        wake();
    }

    /** The time by which it drives the engine, epoch nanoseconds; from any thread. */
    @Override
    public long nanos() {
        return clock.nanos();
    }

    /** Tasks that wait, of both kinds; a figure for metrics, not exact while others hand over. */
    public int backlog() {
        return first.size() + rest.size();
    }

    /** Tasks done since the start; from any thread. */
    public long tasks() {
        return tasks.get();
    }

    /** Tasks that threw; from any thread. */
    public long failures() {
        return failures.get();
    }

    /** Tells one more of each task from now on; on the loop's thread, or before it begins. */
    public void watchedBy(LoopWatch by) {
        LoopWatch before = watch;
        watch = before == null ? by : before.and(by);
    }

    /** When there is something to do without a task, epoch nanoseconds; {@link EpochNanos#NEVER} if nothing is due. */
    public long nextDueNanos() {
        Wait wait = firstWait();
        long due = engine == null || engine.state().isEnded() ? EpochNanos.NEVER : engine.nextDueNanos();
        return wait == null ? due : Math.min(wait.dueNanos(), due);
    }

    private void advance() {
        if (engine != null && !engine.state().isEnded()) {
            engine.advanceTo(clock.nanos());
        }
    }

    private void runDue() {
        long now = clock.nanos();
        long newest = lastNumber;
        // What these ask for at once comes in the next turn, so that no task keeps the others waiting for ever.
        for (Wait wait = firstWait(); wait != null && wait.isDue(now, newest); wait = firstWait()) {
            waits.pollFirst();
            attempt(wait.task());
        }
    }

    private @Nullable Wait firstWait() {
        return waits.isEmpty() ? null : waits.first();
    }

    private void attempt(Runnable task) {
        tasks.increment();
        LoopWatch by = watch;
        if (by != null) {
            by.began();
        }
        try {
            task.run();
        } catch (StrategyException e) {
            throw e;
        } catch (RuntimeException e) {
            failures.increment();
            if (isReleased) {
                LOG.debug("a task failed after the engine was given up", e);
            } else {
                LOG.error("a task of the engine's thread failed; the loop goes on", e);
            }
        }
        advance();
        if (by != null) {
            by.ended();
        }
    }

    private void hand(Queue<Runnable> lane, Runnable task) {
        lane.add(task);
        wake();
        dropIfOver();
    }

    /** Sockets may go on for a while after the end: what they bring must not gather. */
    private void dropIfOver() {
        if (isOver) {
            first.clear();
            rest.clear();
        }
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    private void await() {
        if (!first.isEmpty() || !rest.isEmpty()) {
            return;
        }
        long due = nextDueNanos();
        if (due == EpochNanos.NEVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, due - clock.nanos());
        }
    }

    private record Wait(long dueNanos, long number, Runnable task) {
        boolean isDue(long nowNanos, long newest) {
            return dueNanos <= nowNanos && number <= newest;
        }
    }
}
