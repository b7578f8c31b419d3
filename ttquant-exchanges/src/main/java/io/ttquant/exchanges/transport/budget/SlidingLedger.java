package io.ttquant.exchanges.transport.budget;

/**
 * What was used in the last period, in a ring of buckets. A bucket counts until all of it is older than the period, so that what is
 * counted is never less than what was used in any stretch of that length, and more for at most a 64th of it.
 */
final class SlidingLedger {
    private static final int PARTS = 64;

    private final long periodNanos;
    private final long widthNanos;
    private final long[] used;
    private long newest = Long.MIN_VALUE;
    private long total;

    SlidingLedger(long periodNanos) {
        this.periodNanos = periodNanos;
        this.widthNanos = Math.max(1, periodNanos / PARTS);
        this.used = new long[(int) (periodNanos / widthNanos) + 3];
    }

    long used(long nowNanos) {
        advance(nowNanos);
        return total;
    }

    void add(long amount, long nowNanos) {
        advance(nowNanos);
        used[slot(newest)] += amount;
        total += amount;
    }

    /** How long until at most {@code most} is used, if nothing is added; 0 if that is so now. */
    long waitFor(long most, long nowNanos) {
        advance(nowNanos);
        long left = total;
        for (long bucket = newest - used.length + 1; bucket <= newest && left > most; bucket++) {
            left -= used[slot(bucket)];
            if (left <= most) {
                return Math.max(1, expiry(bucket) - nowNanos);
            }
        }
        return 0;
    }

    /** When a bucket counts no more. */
    private long expiry(long bucket) {
        return (bucket + 1) * widthNanos + periodNanos;
    }

    /** Drops what is too old. Time that goes back is taken as standing still. */
    private void advance(long nowNanos) {
        long bucket = Math.floorDiv(nowNanos, widthNanos);
        if (newest == Long.MIN_VALUE) {
            newest = bucket;
        }
        long steps = Math.min(bucket - newest, used.length);
        for (long i = 1; i <= steps; i++) {
            clear(bucket - steps + i);
        }
        newest = Math.max(newest, bucket);
        for (long old = newest - used.length + 1; old < newest && expiry(old) <= nowNanos; old++) {
            clear(old);
        }
    }

    private void clear(long bucket) {
        total -= used[slot(bucket)];
        used[slot(bucket)] = 0;
    }

    private int slot(long bucket) {
        return (int) Math.floorMod(bucket, (long) used.length);
    }
}
