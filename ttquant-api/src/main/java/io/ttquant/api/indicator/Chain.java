package io.ttquant.api.indicator;

import io.ttquant.api.market.Bar;
import java.util.function.DoubleSupplier;

/** A line indicator over a line of another indicator. */
abstract class Chain implements Indicator {
    private final Indicator first;
    private final DoubleSupplier line;
    private final LineIndicator next;

    private Chain(Indicator first, DoubleSupplier line, LineIndicator next) {
        this.first = first;
        this.line = line;
        this.next = next;
    }

    /** Hands on what the first one says after its update; nothing until it says a number. */
    final double handOn() {
        double value = line.getAsDouble();
        return Double.isNaN(value) ? next.value() : next.update(value);
    }

    @Override
    public double value() {
        return next.value();
    }

    @Override
    public boolean isReady() {
        return next.isReady();
    }

    @Override
    public int warmUp() {
        return first.warmUp() + next.warmUp() - 1;
    }

    @Override
    public void reset() {
        first.reset();
        next.reset();
    }

    /** Over a line of another line indicator. */
    static final class OfLine extends Chain implements LineIndicator {
        private final LineIndicator first;

        OfLine(LineIndicator first, DoubleSupplier line, LineIndicator next) {
            super(first, line, next);
            this.first = first;
        }

        @Override
        public double update(double observation) {
            first.update(observation);
            return handOn();
        }
    }

    /** Over an indicator of pairs. */
    static final class OfPairs extends Chain implements PairIndicator {
        private final PairIndicator first;

        OfPairs(PairIndicator first, LineIndicator next) {
            super(first, first::value, next);
            this.first = first;
        }

        @Override
        public double update(double x, double y) {
            first.update(x, y);
            return handOn();
        }
    }

    /** Over a line of a bar indicator. */
    static final class OfBars extends Chain implements BarIndicator {
        private final BarIndicator first;

        OfBars(BarIndicator first, DoubleSupplier line, LineIndicator next) {
            super(first, line, next);
            this.first = first;
        }

        @Override
        public double update(double open, double high, double low, double close, double volume) {
            first.update(open, high, low, close, volume);
            return handOn();
        }

        @Override
        public double update(Bar bar) {
            first.update(bar);
            return handOn();
        }
    }

    /** A line indicator over a figure of bars. */
    record OfSource(Source source, LineIndicator next) implements BarIndicator {
        @Override
        public double update(double open, double high, double low, double close, double volume) {
            return next.update(source.of(open, high, low, close, volume));
        }

        @Override
        public double value() {
            return next.value();
        }

        @Override
        public boolean isReady() {
            return next.isReady();
        }

        @Override
        public int warmUp() {
            return next.warmUp();
        }

        @Override
        public void reset() {
            next.reset();
        }
    }
}
