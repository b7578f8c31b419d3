package io.ttquant.core.risk;

/** The times of the last messages, as many as a rate allows: exact, without rounding to buckets. */
final class SlidingWindow {
    private final long[] times;
    private final long lengthNanos;
    /** Where the next time goes; the newest stands before it. */
    private int next;
    /** Number of times that are kept. */
    private int kept;

    SlidingWindow(int most, long lengthNanos) {
        this.times = new long[most];
        this.lengthNanos = lengthNanos;
    }

    int most() {
        return times.length;
    }

    /** Counts a message; nobody is refused here. */
    void add(long nowNanos) {
        times[next] = nowNanos;
        // Compared, since a division costs more than the whole rest.
        next = next + 1 == times.length ? 0 : next + 1;
        if (kept < times.length) {
            kept++;
        }
    }

    /**
     * When there is room for one more message while {@code reserve} places stay free.
     *
     * @return a time that is not after now if there is room
     */
    long roomFromNanos(int reserve) {
        int allowed = times.length - reserve;
        if (kept < allowed) {
            return Long.MIN_VALUE;
        }
        // If the allowed-th newest message is out of the window, fewer than that many are in it.
        int index = next - allowed;
        return times[index < 0 ? index + times.length : index] + lengthNanos;
    }

    /** Number of messages in the window that ends now. */
    int used(long nowNanos) {
        int used = 0;
        for (int i = 0; i < kept; i++) {
            used += nowNanos - times[i] < lengthNanos ? 1 : 0;
        }
        return used;
    }

    boolean isSecond() {
        return lengthNanos == Rates.SECOND;
    }
}
