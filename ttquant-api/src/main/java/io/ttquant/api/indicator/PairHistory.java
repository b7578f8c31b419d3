package io.ttquant.api.indicator;

/** An indicator of pairs with its last values. Update this one, not the one it was made of. */
public final class PairHistory implements PairIndicator {
    private final PairIndicator of;
    private final History history;

    PairHistory(PairIndicator of, int size) {
        this.of = of;
        this.history = History.of(size);
    }

    @Override
    public double update(double x, double y) {
        double value = of.update(x, y);
        history.add(value);
        return value;
    }

    /** Its value {@code age} updates ago, 0 the latest, as {@link History#ago}. */
    public double ago(int age) {
        return history.ago(age);
    }

    /** Values kept now: those since it was ready, as many as asked for at most. */
    public int size() {
        return history.size();
    }

    @Override
    public double value() {
        return of.value();
    }

    @Override
    public boolean isReady() {
        return of.isReady();
    }

    @Override
    public int warmUp() {
        return of.warmUp();
    }

    @Override
    public void reset() {
        of.reset();
        history.reset();
    }
}
