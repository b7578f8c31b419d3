package io.ttquant.api.indicator;

/**
 * Hull moving average: the weighted average over ⌊√n⌋ of 2 WMA(⌊n / 2⌋) − WMA(n). Ready after n + ⌊√n⌋ − 1. Alan Hull, 2005.
 */
public final class Hma extends Figure implements LineIndicator {
    private final Wma half;
    private final Wma whole;
    private final Wma last;

    private Hma(int period) {
        super(Observation.period(period, 2) + (int) Math.sqrt(period) - 1);
        this.half = Wma.of(period / 2);
        this.whole = Wma.of(period);
        this.last = Wma.of((int) Math.sqrt(period));
    }

    /**
     * An average of {@code period} observations.
     *
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Hma of(int period) {
        return new Hma(period);
    }

    @Override
    public double update(double observation) {
        return set(feed(last, 2 * half.update(observation) - whole.update(observation)));
    }

    @Override
    public void reset() {
        super.reset();
        half.reset();
        whole.reset();
        last.reset();
    }
}
