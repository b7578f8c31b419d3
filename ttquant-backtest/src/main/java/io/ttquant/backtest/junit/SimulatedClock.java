package io.ttquant.backtest.junit;

import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The time of a test. Between runs a test moves it; while a {@link BacktestRunner} that has it runs, it is the engine's clock, and stays where the run ended.
 * Give it to what takes a {@link Clock}, and say with {@link #at} what is to be done or looked at in the middle of a run.
 *
 * <pre>{@code
 * @Test
 * void isLongWhileItRains(WrittenMarket market, BacktestRunner runner, SimulatedClock clock) {
 *     Umbrella strategy = new Umbrella(clock);
 *     clock.after(Duration.ofSeconds(90), () -> assertThat(strategy.isOpen()).isTrue());
 *     runner.run(strategy, market.closes("100 101 102"));
 *     assertThat(clock.instant()).isEqualTo("2024-01-01T00:03:00Z");
 * }
 * }</pre>
 *
 * <p>A run begins where its data do: only then may the clock go back. Not for several threads.
 */
public final class SimulatedClock implements Clock {
    private final NavigableMap<Long, List<Runnable>> acts = new TreeMap<>();
    private long nanos;
    private @Nullable ClockFollower follower;
    private @Nullable Throwable failure;

    private SimulatedClock(long nanos) {
        this.nanos = nanos;
    }

    /** A clock at a time. */
    public static SimulatedClock at(Instant time) {
        return new SimulatedClock(EpochNanos.of(time));
    }

    @Override
    public long nanos() {
        ClockFollower running = follower;
        return running == null ? nanos : running.nanos();
    }

    /**
     * Lets time pass up to an instant; what was to be done on the way is done at its time.
     *
     * @throws IllegalArgumentException if the instant is before the time of this clock
     * @throws IllegalStateException while a run is under way
     */
    public SimulatedClock moveTo(Instant time) {
        requireNoRun();
        long to = requireNotPast(EpochNanos.of(time));
        while (!acts.isEmpty() && acts.firstKey() <= to) {
            nanos = Math.max(nanos, acts.firstKey());
            act(acts.firstKey());
            rethrow();
        }
        nanos = to;
        return this;
    }

    /**
     * Lets so much time pass.
     *
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException while a run is under way
     */
    public SimulatedClock advance(Duration time) {
        return moveTo(EpochNanos.toInstant(Math.addExact(nanos(), time.toNanos())));
    }

    /**
     * Does something once it is that time: in the run that is under way or comes next, before the market data of that instant, or when the clock is moved past it.
     * What it throws, a failed assertion for example, ends the test once the run is over. A run that is never at that time fails.
     *
     * @throws IllegalArgumentException if the time is before that of this clock
     */
    public SimulatedClock at(Instant time, Runnable action) {
        return doAt(EpochNanos.of(time), action);
    }

    /** Does something so long from now; see {@link #at(Instant, Runnable)}. */
    public SimulatedClock after(Duration delay, Runnable action) {
        return doAt(Math.addExact(nanos(), delay.toNanos()), action);
    }

    private SimulatedClock doAt(long time, Runnable action) {
        acts.computeIfAbsent(requireNotPast(time), key -> new ArrayList<>()).add(action);
        if (follower != null) {
            follower.wakeAt(time);
        }
        return this;
    }

    private long requireNotPast(long time) {
        if (time < nanos()) {
            throw new IllegalArgumentException(EpochNanos.format(time) + " is before the time of the test, "
                    + EpochNanos.format(nanos()) + "; time never goes back: give a later one");
        }
        return time;
    }

    private void requireNoRun() {
        if (follower != null) {
            throw new IllegalStateException(
                    "a run is under way and moves the clock itself; say before it, with at(...), what is to be done"
                            + " when");
        }
    }

    void follow(ClockFollower run) {
        requireNoRun();
        long start = run.nanos();
        if (!acts.isEmpty() && acts.firstKey() < start) {
            throw new IllegalStateException("something is to be done at " + EpochNanos.format(acts.firstKey())
                    + ", but the run starts later, at " + EpochNanos.format(start)
                    + "; give a time of the run, or move the clock there before");
        }
        follower = run;
        acts.keySet().forEach(run::wakeAt);
    }

    /** Does what is due; in a run nothing is thrown before its end, so that the run is whole and can be told. */
    void act(long due) {
        List<Runnable> all = acts.remove(due);
        if (all == null) {
            return;
        }
        for (Runnable action : all) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                failure = failure == null ? e : failure;
            }
        }
    }

    /** The run is over, well or not. */
    void release() {
        nanos = nanos();
        follower = null;
    }

    /** Fails if something failed at its time, or its time never came. */
    void requireDone() {
        rethrow();
        if (!acts.isEmpty()) {
            long left = acts.firstKey();
            acts.clear();
            throw new AssertionError("something was to be done at " + EpochNanos.format(left)
                    + ", but the run ended before, at " + EpochNanos.format(nanos)
                    + "; give an earlier time, or data that last longer");
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
