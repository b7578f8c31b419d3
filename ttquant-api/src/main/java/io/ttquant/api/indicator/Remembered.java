package io.ttquant.api.indicator;

/** An indicator with its last values: what the kinds of it have in common. */
abstract class Remembered implements Indicator {
    private final Indicator of;
    private final History history;

    Remembered(Indicator of, int size) {
        this.of = of;
        this.history = History.of(size);
    }

    final double keep(double value) {
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
