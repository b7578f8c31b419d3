package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.StorageState;
import java.time.Duration;
import java.util.Optional;

/** Says when a store lags so far behind that no new risk should be taken. For one thread. */
public final class StoreWatch {
    private final long limitNanos;
    private boolean lags;
    private long refused;
    private long lost;

    /** With the age from which on an entry that waits is too old; above zero. */
    public StoreWatch(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the age " + limit + " from which on a store lags must be above zero");
        }
        limitNanos = limit.toNanos();
    }

    /**
     * Whether the store lags since the last look; empty if nothing has changed. One that refuses what it is given is as one that lags.
     *
     * @param refusedInAll how much it refused since it was opened
     */
    public Optional<Boolean> look(StorageState state, long refusedInAll) {
        lost = Math.max(0, refusedInAll - refused);
        refused = refusedInAll;
        boolean now = state.oldestNanos() > limitNanos || lost > 0;
        if (now == lags) {
            return Optional.empty();
        }
        lags = now;
        return Optional.of(now);
    }

    /** How it stands, a phrase for people. */
    public String words(StorageState state) {
        String known = standing(state);
        return lost == 0 ? known : lost + " entries were refused, and are not kept; " + known;
    }

    private static String standing(StorageState state) {
        if (state.queued() == 0 && !state.trouble().isEmpty()) {
            return state.trouble();
        }
        String behind = state.queued() + " entries wait, the oldest for "
                + Duration.ofNanos(state.oldestNanos()).toSeconds() + " s";
        return state.trouble().isEmpty() ? behind : behind + "; " + state.trouble();
    }
}
