package io.ttquant.api.indicator;

/**
 * True strength index: 100 × average of the average of moves ÷ the same of their sizes; 0 without a move. Ready after long + short. William Blau,
 * 1991.
 */
public final class Tsi extends Figure implements LineIndicator {
    private final Average move;
    private final Average moveTwice;
    private final Average size;
    private final Average sizeTwice;
    private double previous = Double.NaN;

    private Tsi(int longPeriod, int shortPeriod, Smoothing smoothing) {
        super(longPeriod + shortPeriod);
        this.move = smoothing.average(longPeriod);
        this.moveTwice = smoothing.average(shortPeriod);
        this.size = smoothing.average(longPeriod);
        this.sizeTwice = smoothing.average(shortPeriod);
    }

    /** Of exponential averages started with simple ones; 25 and 13 are usual. For a signal say {@code then(Ema.of(7))}. */
    public static Tsi of(int longPeriod, int shortPeriod) {
        return of(longPeriod, shortPeriod, Smoothing.EXPONENTIAL);
    }

    /** Of averages of this kind. */
    public static Tsi of(int longPeriod, int shortPeriod, Smoothing smoothing) {
        return new Tsi(longPeriod, shortPeriod, smoothing);
    }

    @Override
    public double update(double observation) {
        double step = Observation.finite(observation) - previous;
        previous = observation;
        if (Double.isNaN(step)) {
            return value();
        }
        double top = moveTwice.feed(move.update(step));
        double bottom = sizeTwice.feed(size.update(Math.abs(step)));
        return set(bottom == 0 ? 0 : 100 * top / bottom);
    }

    @Override
    public void reset() {
        super.reset();
        move.reset();
        moveTwice.reset();
        size.reset();
        sizeTwice.reset();
        previous = Double.NaN;
    }
}
