package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What positions were worth over time, in one currency. A position is what fills made of it; in spot that is what strategies bought and did not sell, not what the
 * account held at the start.
 *
 * @param timeNanos times of the samples, epoch nanoseconds, rising
 * @param gross sum of the sizes of all positions: long and short ones, of whatever strategy, add up
 * @param net long less short ones
 * @param equity equity at each sample
 */
@SuppressWarnings("ArrayRecordComponent") // made here, thousands of samples, read by index
public record PositionValues(long[] timeNanos, double[] gross, double[] net, double[] equity) {

    /** Where prices come from: what an instrument's price was at a sample, at its price scale; 0 before the first one. */
    @FunctionalInterface
    public interface Prices {
        /** The price. */
        long raw(Instrument instrument, int sample);
    }

    private record Key(String strategyId, Instrument instrument, PositionSide side) {}

    /**
     * Follows positions through fills.
     *
     * @param fills fills in the order of time
     * @param timeNanos times of the samples, rising
     * @param equity equity at these times
     * @param rate what a unit of an instrument's settlement currency is worth in the currency of equity; NaN if it is not known
     */
    public static PositionValues of(
            List<Fill> fills, long[] timeNanos, double[] equity, Prices prices, ToDoubleFunction<Instrument> rate) {
        double[] gross = new double[timeNanos.length];
        double[] net = new double[timeNanos.length];
        Map<Key, Long> held = new LinkedHashMap<>();
        int next = 0;
        for (int i = 0; i < timeNanos.length; i++) {
            for (; next < fills.size() && fills.get(next).tsInit() <= timeNanos[i]; next++) {
                apply(fills.get(next), held);
            }
            for (Map.Entry<Key, Long> position : held.entrySet()) {
                if (position.getValue() != 0) {
                    Instrument instrument = position.getKey().instrument();
                    long rawPrice = prices.raw(instrument, i);
                    double value = rawPrice == 0
                            ? Double.NaN
                            : instrument.value(rawPrice, position.getValue()) * rate.applyAsDouble(instrument);
                    gross[i] += Math.abs(value);
                    net[i] += value;
                }
            }
        }
        return new PositionValues(timeNanos, gross, net, equity);
    }

    private static void apply(Fill fill, Map<Key, Long> held) {
        Key key = new Key(
                fill.order().strategyId(),
                fill.instrument(),
                fill.order().request().positionSide());
        long change = RoundTrips.rawChange(fill);
        held.merge(key, fill.side() == Side.BUY ? change : -change, Math::addExact);
    }

    /** Mean of gross ÷ equity over the time, each sample counting until the next one; NaN for no time or where a price or equity is missing. */
    public double meanLeverage() {
        return mean(gross);
    }

    /** Mean of net ÷ equity over the time: above 0 if mostly long. */
    public double meanNetExposure() {
        return mean(net);
    }

    private double mean(double[] values) {
        int last = timeNanos.length - 1;
        if (last < 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < last; i++) {
            sum += values[i] / equity[i] * (timeNanos[i + 1] - timeNanos[i]);
        }
        double mean = sum / (timeNanos[last] - timeNanos[0]);
        return Double.isFinite(mean) ? mean : Double.NaN;
    }

    /** Highest gross ÷ equity at a sample; NaN for no samples or where a price or equity is missing. */
    public double maxLeverage() {
        double most = Double.NaN;
        for (int i = 0; i < gross.length; i++) {
            double leverage = equity[i] > 0 ? gross[i] / equity[i] : Double.NaN;
            if (Double.isNaN(leverage)) {
                return leverage;
            }
            most = leverage <= most ? most : leverage;
        }
        return most;
    }

    /** Largest gross value at a sample; NaN for no samples or where a price is missing. */
    public double maxGross() {
        return java.util.Arrays.stream(gross).max().orElse(Double.NaN);
    }

    /** Mean of the gross values at samples where there was any; NaN if there never was. */
    public double meanGross() {
        return Moments.mean(java.util.Arrays.stream(gross).filter(v -> v != 0).toArray());
    }

    /** Median of the gross values at samples where there was any; NaN if there never was. */
    public double medianGross() {
        return Moments.quantile(
                java.util.Arrays.stream(gross).filter(v -> v != 0).toArray(), 0.5);
    }
}
