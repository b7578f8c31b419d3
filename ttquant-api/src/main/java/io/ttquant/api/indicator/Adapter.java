package io.ttquant.api.indicator;

import java.util.function.DoubleUnaryOperator;

/** A user's function as an indicator. */
final class Adapter extends Figure implements LineIndicator {
    private final DoubleUnaryOperator function;

    private Adapter(DoubleUnaryOperator function) {
        super(1);
        this.function = function;
    }

    static Adapter of(DoubleUnaryOperator function) {
        return new Adapter(function);
    }

    @Override
    public double update(double observation) {
        return set(Observation.result(function.applyAsDouble(Observation.finite(observation))));
    }
}
