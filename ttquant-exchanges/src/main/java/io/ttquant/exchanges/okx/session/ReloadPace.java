package io.ttquant.exchanges.okx.session;

import java.time.Duration;

/**
 * How often books may be asked for anew on one kind of socket: 60 at once, then one each 40 s, which is 150 in any hour.
 * Of the 480 requests for channels that the venue takes on a connection in an hour 400 are sent, and each reload is two.
 * Once they are used up, no book comes back and no channel can be asked for until the hour is over.
 */
final class ReloadPace {
    private static final int AT_ONCE = 60;
    private static final long EACH_NANOS = Duration.ofSeconds(40).toNanos();

    /** When all that may be done at once may be done again. */
    private long restoredNanos;

    /**
     * Takes one, if it may be done now.
     *
     * @return zero if it was taken; else how long until the next may be
     */
    Duration take(long now) {
        long wait = restoredNanos - now - (AT_ONCE - 1) * EACH_NANOS;
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        restoredNanos = Math.max(restoredNanos, now) + EACH_NANOS;
        return Duration.ZERO;
    }
}
