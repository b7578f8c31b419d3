package io.ttquant.exchanges.session;

import java.time.Duration;

/**
 * The time between two equal readings of an account, in which nothing changed (a double collect: Afek et al., "Atomic snapshots of shared memory", Journal
 * of the ACM 40, 1993). An account is given for a moment in it, and a fill is in the account if its time is not after that moment. Venues cut times of fills
 * to whole milliseconds, and what we take for their time has an error, so that the moment keeps away from both ends by as much.
 *
 * @param fromNanos when the first reading was answered, by the venue's clock, epoch nanoseconds
 * @param toNanos when the second was asked for, by the venue's clock, epoch nanoseconds; not before the first was answered
 */
public record QuietSpan(long fromNanos, long toNanos) {
    private static final Duration STEP = Duration.ofMillis(1);

    /** @throws IllegalArgumentException if it ends before it begins */
    public QuietSpan {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException("the second reading was asked for at " + toNanos
                    + ", before the first was answered at " + fromNanos);
        }
    }

    /**
     * How long to wait before the second reading.
     *
     * @param sinceFirst how long ago the first was answered
     * @param clockError the most that the venue's time as we have it is wrong by
     * @return zero if enough time has passed
     */
    public static Duration stillToWait(Duration sinceFirst, Duration clockError) {
        Duration left = clockError.plus(STEP).multipliedBy(2).minus(sinceFirst);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The moment for which the account is given, epoch nanoseconds. */
    public long moment() {
        return fromNanos + (toNanos - fromNanos) / 2;
    }
}
