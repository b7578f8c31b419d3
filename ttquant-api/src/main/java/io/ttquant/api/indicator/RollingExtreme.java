package io.ttquant.api.indicator;

/**
 * The highest or lowest of the last n numbers, and its age; of equals the latest, or the earliest if so made. In two blocks as {@link
 * RollingSum}: O(1) on average.
 */
final class RollingExtreme {
    private final double[] block;
    private final int[] where;
    private final double sign;
    private final boolean isLatest;
    private int next;
    private boolean isFull;
    private double head = Double.NEGATIVE_INFINITY;
    private int headAt;

    private RollingExtreme(int period, double sign, boolean isLatest) {
        this.block = new double[Observation.period(period)];
        this.where = new int[period];
        this.sign = sign;
        this.isLatest = isLatest;
    }

    static RollingExtreme highest(int period) {
        return new RollingExtreme(period, 1, true);
    }

    static RollingExtreme lowest(int period) {
        return new RollingExtreme(period, -1, true);
    }

    static RollingExtreme earliestHighest(int period) {
        return new RollingExtreme(period, 1, false);
    }

    static RollingExtreme earliestLowest(int period) {
        return new RollingExtreme(period, -1, false);
    }

    private boolean beats(double later, double earlier) {
        return isLatest ? later >= earlier : later > earlier;
    }

    void add(double value) {
        double signed = sign * value;
        int at = next;
        block[at] = signed;
        if (beats(signed, head)) {
            head = signed;
            headAt = at;
        }
        next = at + 1;
        if (next == block.length) {
            turn();
        }
    }

    private void turn() {
        double best = Double.NEGATIVE_INFINITY;
        int at = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            if (!beats(best, block[i])) {
                best = block[i];
                at = i;
            }
            block[i] = best;
            where[i] = at;
        }
        next = 0;
        isFull = true;
        head = Double.NEGATIVE_INFINITY;
    }

    private boolean isInHead() {
        return !isFull || beats(head, block[next]);
    }

    /** The extreme of those kept, however few. */
    double value() {
        return sign * (isInHead() ? head : block[next]);
    }

    /** Additions since the extreme was added. */
    int age() {
        return isInHead() ? next - 1 - headAt : next + block.length - 1 - where[next];
    }

    boolean isFull() {
        return isFull;
    }

    void reset() {
        next = 0;
        isFull = false;
        head = Double.NEGATIVE_INFINITY;
    }
}
