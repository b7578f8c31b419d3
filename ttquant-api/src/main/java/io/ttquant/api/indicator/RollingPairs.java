package io.ttquant.api.indicator;

/** {@link PairMoments} of the last n pairs, in two blocks as {@link RollingMoments}. */
final class RollingPairs {
    private final double[] xs;
    private final double[] ys;
    private final double[] squaresX;
    private final double[] squaresY;
    private final double[] products;
    private final PairMoments head = new PairMoments();
    private final PairMoments all = new PairMoments();
    private final double shift;
    private int next;
    private int size;

    private RollingPairs(int period, double shift) {
        this.xs = new double[Observation.period(period, 2)];
        this.ys = new double[period];
        this.squaresX = new double[period];
        this.squaresY = new double[period];
        this.products = new double[period];
        this.shift = shift;
    }

    static RollingPairs of(int period) {
        return new RollingPairs(period, 0);
    }

    /** Of numbers against their place; the abscissas move back by n whenever the ring turns, so that they stay small and exact. */
    static RollingPairs againstTime(int period) {
        return new RollingPairs(period, period);
    }

    void addNext(double y) {
        add(shift + next, y);
    }

    void add(double x, double y) {
        xs[next] = x;
        ys[next] = y;
        head.add(x, y);
        next++;
        if (size < xs.length) {
            size++;
        }
        if (next == xs.length) {
            turn();
        }
        if (isFull()) {
            all.join(head, xs.length - next, xs[next], ys[next], squaresX[next], squaresY[next], products[next]);
        } else {
            all.copy(head);
        }
    }

    private void turn() {
        head.clear();
        for (int i = xs.length - 1; i >= 0; i--) {
            head.add(xs[i] - shift, ys[i]);
            xs[i] = head.meanX;
            ys[i] = head.meanY;
            squaresX[i] = head.squaresX;
            squaresY[i] = head.squaresY;
            products[i] = head.products;
        }
        head.clear();
        next = 0;
    }

    boolean isFull() {
        return size == xs.length;
    }

    /** Of the pairs kept now. */
    PairMoments moments() {
        return all;
    }

    void reset() {
        next = 0;
        size = 0;
        head.clear();
        all.clear();
    }
}
