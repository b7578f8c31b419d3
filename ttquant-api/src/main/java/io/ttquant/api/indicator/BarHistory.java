package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;

/** A bar indicator with its last values. Update this one, not the one it was made of. */
public final class BarHistory implements BarIndicator {
    private final BarIndicator of;
    private final History history;

    BarHistory(BarIndicator of, int size) {
        this.of = of;
        this.history = History.of(size);
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        return keep(of.update(open, high, low, close, volume));
    }

    @Override
    public double update(Bar bar) {
        return keep(of.update(bar));
    }

    private double keep(double value) {
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
