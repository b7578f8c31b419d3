package io.ttquant.backtest.statistics;

import io.ttquant.api.order.Fill;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much equity a strategy could have run with, by what was traded beside it. A fill's share is its quantity ÷ the volume of the candle in which it happened. Were
 * everything scaled with equity, shares would scale too; the capacity is the equity at which one fill in twenty would have had a share above
 * {@link #MOST_SHARE}. It says nothing of impact, only when fills stop being plausible; volume that the data does not have makes it unavailable.
 *
 * @param share the share that 95 % of the fills did not pass, interpolated
 * @param equity the capacity: equity × {@link #MOST_SHARE} ÷ share
 */
public record Capacity(double share, double equity) {
    /** The largest share of a candle's volume that is still thought to go unnoticed. */
    public static final double MOST_SHARE = 0.01;

    private static final double QUANTILE = 0.95;
    private static final Capacity UNAVAILABLE = new Capacity(Double.NaN, Double.NaN);

    /**
     * Estimates.
     *
     * @param fills all fills
     * @param volume volume of the candle in which a fill happened, in units of the base asset; 0 if nothing was traded, NaN if it is not known
     * @param equity equity with which they were made
     */
    public static Capacity of(List<Fill> fills, ToDoubleFunction<Fill> volume, double equity) {
        double[] shares = fills.stream()
                .mapToDouble(fill -> fill.quantity() / volume.applyAsDouble(fill))
                .toArray();
        boolean isKnown = Arrays.stream(shares).noneMatch(Double::isNaN);
        if (shares.length == 0 || !isKnown || !(equity > 0)) {
            return UNAVAILABLE;
        }
        Arrays.sort(shares);
        // The next one above, where interpolation would meet an endless share.
        int above = (int) Math.ceil(QUANTILE * (shares.length - 1));
        double share = Double.isInfinite(shares[above]) ? shares[above] : Moments.quantile(shares, QUANTILE);
        return new Capacity(share, equity * MOST_SHARE / share);
    }
}
