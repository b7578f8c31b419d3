package io.ttquant.api.metrics;

import java.util.Arrays;
import java.util.Objects;

/** How many values there were up to each of some bounds, how many in all, and their sum. Immutable. */
public final class Distribution {
    /** No value and no bound. */
    public static final Distribution EMPTY = new Distribution(new double[0], new long[1], 0);

    private final double[] bounds;
    /** Up to each bound, and last of all. */
    private final long[] cumulative;

    private final double sum;

    private Distribution(double[] bounds, long[] cumulative, double sum) {
        this.bounds = bounds;
        this.cumulative = cumulative;
        this.sum = sum;
    }

    /**
     * A distribution of the numbers in each bucket.
     *
     * @param bounds the largest value that each bucket takes, rising, finite; copied
     * @param counts how many values are in each bucket, and last how many are above all bounds; not negative, copied
     * @param sum of all values
     * @throws IllegalArgumentException if there are not as many counts as bounds and one more, bounds do not rise, or a count is negative
     */
    public static Distribution of(double[] bounds, long[] counts, double sum) {
        if (counts.length != bounds.length + 1) {
            throw new IllegalArgumentException(counts.length + " counts do not go with " + bounds.length
                    + " bounds: give one for each, and last one for what is above all");
        }
        long[] cumulative = new long[counts.length];
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("count " + counts[i] + " of bucket " + i + " is negative");
            }
            total = Math.addExact(total, counts[i]);
            cumulative[i] = total;
        }
        for (int i = 0; i < bounds.length; i++) {
            if (!Double.isFinite(bounds[i]) || (i > 0 && bounds[i] <= bounds[i - 1])) {
                throw new IllegalArgumentException(
                        "bound " + bounds[i] + " of bucket " + i + " must be finite and above the one before");
            }
        }
        return new Distribution(bounds.clone(), cumulative, sum);
    }

    /** Number of bounds. */
    public int size() {
        return bounds.length;
    }

    /** The largest value that counts as up to a bound. */
    public double bound(int index) {
        return bounds[Objects.checkIndex(index, bounds.length)];
    }

    /** How many values there were up to a bound, those up to lower bounds included. */
    public long upTo(int index) {
        return cumulative[Objects.checkIndex(index, bounds.length)];
    }

    /** How many values there were. */
    public long count() {
        return cumulative[bounds.length];
    }

    /** The sum of all values. */
    public double sum() {
        return sum;
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if their bounds differ
     */
    public Distribution plus(Distribution other) {
        if (!Arrays.equals(bounds, other.bounds)) {
            throw new IllegalArgumentException("distributions of different bounds cannot be added: "
                    + Arrays.toString(bounds) + " and " + Arrays.toString(other.bounds));
        }
        long[] together = new long[cumulative.length];
        for (int i = 0; i < together.length; i++) {
            together[i] = Math.addExact(cumulative[i], other.cumulative[i]);
        }
        return new Distribution(bounds, together, sum + other.sum);
    }
}
