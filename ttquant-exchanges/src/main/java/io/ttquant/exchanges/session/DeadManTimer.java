package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.EngineThread.Timeout;
import io.ttquant.exchanges.codes.Verdict;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a venue's cancel-all-after timer extended while a session is healthy, so that the venue cancels what is open if the program dies or is cut off.
 * To be used on the engine's thread. A venue without such a timer has no such protection.
 */
public final class DeadManTimer {
    /** Tells a venue to cancel the account's orders after a time, unless told again. */
    @FunctionalInterface
    public interface Port {
        /**
         * Sets the timer anew.
         *
         * @param timeout from now; zero disarms it
         */
        void extend(Duration timeout, Reply<Boolean> reply);

        /**
         * Sets anew what the last call could not set, where that is only a part.
         *
         * @param timeout from now, above zero
         */
        default void extendFailed(Duration timeout, Reply<Boolean> reply) {
            extend(timeout, reply);
        }

        /** The least wait before {@link #extendFailed}, as the venue's limits want it; above zero. */
        default Duration leastWait() {
            return LEAST_WAIT;
        }
    }

    /** By default no venue is asked oftener for what it failed to do: what that costs is kept for cancels. */
    public static final Duration LEAST_WAIT = Duration.ofSeconds(1);

    private static final int MOST_DISARMS = 3;
    private static final int RETRIES_A_PERIOD = 4;

    private final Port port;
    private final EngineThread thread;
    private final Duration timeout;
    private final Duration each;
    private final BooleanSupplier isHealthy;
    private boolean isStopped;
    private int round;
    private @Nullable Timeout timer;
    private @Nullable Timeout again;

    private DeadManTimer(Port port, EngineThread thread, Duration timeout, Duration each, BooleanSupplier isHealthy) {
        this.port = port;
        this.thread = thread.first();
        this.timeout = timeout;
        this.each = each;
        this.isHealthy = isHealthy;
    }

    /**
     * A timer that does nothing before {@link #start}.
     *
     * @param timeout after which the venue cancels; as long as the venue allows
     * @param each how often it is extended; at most half the timeout, so that one lost request does no harm
     * @param isHealthy whether the session still has a hold on its orders; while it has not, the timer runs out
     * @throws IllegalArgumentException if the period is not above zero, or more than half the timeout
     */
    public static DeadManTimer of(
            Port port, EngineThread thread, Duration timeout, Duration each, BooleanSupplier isHealthy) {
        if (each.isZero() || each.isNegative() || each.multipliedBy(2).compareTo(timeout) > 0) {
            throw new IllegalArgumentException("a timer of " + timeout + " cannot be extended each " + each
                    + ": the period must be above zero and at most half the timer");
        }
        return new DeadManTimer(port, thread, timeout, each, isHealthy);
    }

    /** Arms it now and extends it from here on. Without effect if it runs, or was stopped. */
    public void start() {
        if (timer == null && !isStopped) {
            extend();
        }
    }

    /**
     * The session has a hold on its orders again: extends it now instead of in its period, since what is open may have
     * been without it for long. Without effect if it does not run.
     */
    public void extendNow() {
        if (timer != null && !isStopped) {
            extend();
        }
    }

    private void extend() {
        int mine = ++round;
        stopTimers();
        timer = thread.schedule(each, this::extend);
        if (isHealthy.getAsBoolean()) {
            port.extend(timeout, reply(() -> retryLater(mine)));
        }
    }

    /** What fails is tried again sooner than in the period; the period tries all of it, so that no wait is longer. */
    private void retryLater(int mine) {
        if (!isStopped && mine == round) {
            Duration wait = each.dividedBy(RETRIES_A_PERIOD);
            Duration least = port.leastWait();
            again = thread.schedule(wait.compareTo(least) < 0 ? least : wait, () -> retry(mine));
        }
    }

    private void retry(int mine) {
        if (isHealthy.getAsBoolean()) {
            port.extendFailed(timeout, reply(() -> retryLater(mine)));
        }
    }

    /**
     * Ends it in order. It is disarmed only if nothing of ours is open: only then has every cancel been confirmed. Else the venue cancels what is left when it
     * runs out.
     *
     * @param hasOpenOrders whether an order of ours is open, or may be
     */
    public void stop(boolean hasOpenOrders) {
        boolean wasRunning = timer != null && !isStopped;
        leaveArmed();
        if (wasRunning && !hasOpenOrders) {
            disarm(MOST_DISARMS);
        }
    }

    /** Extends it no more and lets it run out: the session failed, and what is open is the venue's to cancel. A later {@link #stop} does not disarm it. */
    public void leaveArmed() {
        isStopped = true;
        stopTimers();
    }

    private void disarm(int left) {
        if (left > 0) {
            port.extend(Duration.ZERO, reply(() -> disarm(left - 1)));
        }
    }

    private void stopTimers() {
        if (timer != null) {
            timer.cancel();
        }
        if (again != null) {
            again.cancel();
        }
    }

    private static Reply<Boolean> reply(Runnable failed) {
        return new Reply<>() {
            @Override
            public void answered(Boolean value) {
                if (!value) {
                    failed.run();
                }
            }

            @Override
            public void failed(Verdict verdict) {
                failed.run();
            }
        };
    }
}
