package io.ttquant.api.indicator;

import java.util.function.DoubleSupplier;

/** Indicators over other indicators. */
final class Chain {
    private Chain() {}

    private static double feed(double value, LineIndicator next) {
        return Double.isNaN(value) ? next.value() : next.update(value);
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

    /** A line indicator over a line of another. */
    record OfLine(LineIndicator first, DoubleSupplier line, LineIndicator next) implements LineIndicator {
        @Override
        public double update(double observation) {
            first.update(observation);
            return feed(line.getAsDouble(), next);
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
    }

    /** A line indicator over one of pairs. */
    record OfPairs(PairIndicator first, LineIndicator next) implements PairIndicator {
        @Override
        public double update(double x, double y) {
            return feed(first.update(x, y), next);
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
    }

    /** A line indicator over a line of a bar indicator. */
    record OfBars(BarIndicator first, DoubleSupplier line, LineIndicator next) implements BarIndicator {
        @Override
        public double update(double open, double high, double low, double close, double volume) {
            first.update(open, high, low, close, volume);
            return feed(line.getAsDouble(), next);
        }

        @Override
        public double update(io.ttquant.api.market.Bar bar) {
            first.update(bar);
            return feed(line.getAsDouble(), next);
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
    }
}
