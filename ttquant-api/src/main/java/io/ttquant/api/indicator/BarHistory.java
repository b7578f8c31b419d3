package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;

/** A bar indicator with its last values. Update this one, not the one it was made of. */
public final class BarHistory extends Remembered implements BarIndicator {
    private final BarIndicator of;

    BarHistory(BarIndicator of, int size) {
        super(of, size);
        this.of = of;
    }

    @Override
    public double update(double open, double high, double low, double close, double volume) {
        return keep(of.update(open, high, low, close, volume));
    }

    @Override
    public double update(Bar bar) {
        return keep(of.update(bar));
    }
}
