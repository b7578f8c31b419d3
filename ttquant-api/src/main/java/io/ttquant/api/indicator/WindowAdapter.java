package io.ttquant.api.indicator;

import java.util.function.ToDoubleFunction;

/** A user's function of the last observations as an indicator. */
final class WindowAdapter extends Figure implements LineIndicator {
    private final Window window;
    private final double[] values;
    private final ToDoubleFunction<double[]> function;

    WindowAdapter(int period, ToDoubleFunction<double[]> function) {
        super(period);
        this.window = new Window(period);
        this.values = new double[period];
        this.function = function;
    }

    @Override
    public double update(double observation) {
        window.add(Observation.finite(observation));
        if (!window.isFull()) {
            return value();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = window.ago(values.length - 1 - i);
        }
        return set(Observation.result(function.applyAsDouble(values)));
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
    }
}
