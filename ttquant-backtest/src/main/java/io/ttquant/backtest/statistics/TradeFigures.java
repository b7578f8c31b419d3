package io.ttquant.backtest.statistics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures about round trips. Those of money are NaN if the profit of one trip is not known. */
public final class TradeFigures {
    private final double[] profits;
    private final double[] returns;
    private final long[] lengthsNanos;

    /**
     * Figures about trips given by columns of equal length; copied.
     *
     * @param profits net profit or loss of each trip; NaN if it is not known
     * @param returns net return of each trip, as a fraction of its entry's value; NaN if it is not known
     * @param lengthsNanos how long each lasted
     */
    public TradeFigures(double[] profits, double[] returns, long[] lengthsNanos) {
        this.profits = profits.clone();
        this.returns = returns.clone();
        this.lengthsNanos = lengthsNanos.clone();
    }

    /** Figures about these trips, which are settled in one currency. */
    public static TradeFigures of(List<RoundTrip> trips) {
        return of(trips, trip -> 1);
    }

    /**
     * Figures about these trips in one currency.
     *
     * @param rate what a unit of a trip's settlement currency is worth in it; NaN if it is not known
     */
    public static TradeFigures of(List<RoundTrip> trips, ToDoubleFunction<RoundTrip> rate) {
        return new TradeFigures(
                trips.stream()
                        .mapToDouble(trip -> trip.netValue() * rate.applyAsDouble(trip))
                        .toArray(),
                trips.stream().mapToDouble(RoundTrip::netReturn).toArray(),
                trips.stream().mapToLong(RoundTrip::lengthNanos).toArray());
    }

    /** Number of trips. */
    public int count() {
        return profits.length;
    }

    /** Number of trips with a profit. */
    public int wins() {
        return count(1);
    }

    /** Number of trips with a loss. */
    public int losses() {
        return count(-1);
    }

    private int count(int sign) {
        int n = 0;
        for (double p : profits) {
            n += Math.signum(p) == sign ? 1 : 0;
        }
        return n;
    }

    /** Trips with a profit ÷ all trips. */
    public double winRate() {
        boolean isKnown = count() > 0 && !Double.isNaN(sum(profits, 1));
        return isKnown ? (double) wins() / count() : Double.NaN;
    }

    /** Trips with a loss ÷ all trips. */
    public double lossRate() {
        boolean isKnown = count() > 0 && !Double.isNaN(sum(profits, -1));
        return isKnown ? (double) losses() / count() : Double.NaN;
    }

    /** Sum of profits ÷ |sum of losses|, in money. */
    public double profitFactor() {
        return ratio(sum(profits, 1), -sum(profits, -1));
    }

    /** Sum of positive returns ÷ |sum of negative returns|: each trip counts the same, whatever its size. */
    public double returnProfitFactor() {
        return ratio(sum(returns, 1), -sum(returns, -1));
    }

    /** Mean profit of a trip, in money. */
    public double expectancy() {
        return Moments.mean(profits);
    }

    /** Arithmetic mean of the returns. */
    public double meanReturn() {
        return Moments.mean(returns);
    }

    /** Geometric mean of the returns: exp(mean of ln(1 + r)) − 1; 0 if one lost everything. */
    public double geometricMeanReturn() {
        double sum = 0;
        for (double r : returns) {
            if (r <= -1) {
                return 0;
            }
            sum += Math.log1p(r);
        }
        return count() == 0 ? Double.NaN : Math.exp(sum / count()) - 1;
    }

    /** Largest return. */
    public double best() {
        return java.util.Arrays.stream(returns).max().orElse(Double.NaN);
    }

    /** Smallest return. */
    public double worst() {
        return java.util.Arrays.stream(returns).min().orElse(Double.NaN);
    }

    /** Mean profit of the trips with a profit. */
    public double averageWin() {
        return ratio(sum(profits, 1), wins());
    }

    /** Mean loss of the trips with a loss, not positive. */
    public double averageLoss() {
        return ratio(sum(profits, -1), losses());
    }

    /** Mean return of the trips with a positive one; NaN for none. */
    public double averageWinReturn() {
        return averageReturn(1);
    }

    /** Mean return of the trips with a negative one, not positive; NaN for none. */
    public double averageLossReturn() {
        return averageReturn(-1);
    }

    private double averageReturn(int sign) {
        long n = java.util.Arrays.stream(returns)
                .filter(r -> Math.signum(r) == sign)
                .count();
        return ratio(sum(returns, sign), (double) n);
    }

    /** Sample deviation of the profits, in money; NaN for fewer than two trips. */
    public double deviation() {
        return count() < 2 ? Double.NaN : Math.sqrt(Moments.centralSum(profits, 2) / (count() - 1));
    }

    /** Largest fall of the running sum of profits from its highest value, 0 at the start, in money and not positive; NaN for no trips. */
    public double closedDrawdown() {
        double sum = 0;
        double peak = 0;
        double worst = count() == 0 ? Double.NaN : 0;
        for (double p : profits) {
            sum += p;
            peak = Math.max(peak, sum);
            worst = Math.min(worst, sum - peak);
        }
        return worst;
    }

    /** System quality number (Van Tharp): √n × mean ÷ sample deviation of profits. */
    public double systemQuality() {
        return ratio(Math.sqrt(count()) * expectancy(), deviation());
    }

    /** Kelly criterion: W − (1 − W) ÷ (average win ÷ |average loss|), W the win rate. */
    public double kelly() {
        return winRate() - ratio(1 - winRate(), ratio(averageWin(), -averageLoss()));
    }

    /** Number of trips that brought neither. */
    public int draws() {
        return count(0);
    }

    /** Sum of profits and losses, in money. */
    public double total() {
        return java.util.Arrays.stream(profits).sum();
    }

    /** Largest profit, in money; NaN for none. */
    public double largestWin() {
        return extreme(1);
    }

    /** Largest loss, in money and not positive; NaN for none. */
    public double largestLoss() {
        return extreme(-1);
    }

    /** Smallest profit of the trips with a profit, in money; NaN for none. */
    public double smallestWin() {
        return least(1);
    }

    /** Smallest loss of the trips with a loss, in money and not positive; NaN for none. */
    public double smallestLoss() {
        return least(-1);
    }

    private double least(int sign) {
        double least = Double.NaN;
        for (double p : profits) {
            if (Double.isNaN(p)) {
                return Double.NaN;
            }
            if (Math.signum(p) == sign && !(Math.abs(p) >= Math.abs(least))) {
                least = p;
            }
        }
        return least;
    }

    private double extreme(int sign) {
        double most = Double.NaN;
        for (double p : profits) {
            if (Double.isNaN(p)) {
                return Double.NaN;
            }
            if (Math.signum(p) == sign && !(Math.abs(p) <= Math.abs(most))) {
                most = p;
            }
        }
        return most;
    }

    /** Average win ÷ |average loss|: the payoff ratio. */
    public double payoff() {
        return ratio(averageWin(), -averageLoss());
    }

    /** Mean profit ÷ |average loss|: what is expected for a unit at risk (Van Tharp). */
    public double expectancyRatio() {
        return ratio(expectancy(), -averageLoss());
    }

    /** Mean length of the trips with a profit (1) or a loss (−1), in nanoseconds; NaN for none. */
    public double meanLengthNanos(int sign) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < profits.length; i++) {
            if (Math.signum(profits[i]) == sign) {
                sum += lengthsNanos[i];
                n++;
            }
        }
        return ratio(sum, n);
    }

    /** Median length, in nanoseconds; NaN for no trips. */
    public double medianLengthNanos() {
        return Moments.quantile(
                java.util.Arrays.stream(lengthsNanos).asDoubleStream().toArray(), 0.5);
    }

    /** Mean length, in nanoseconds; NaN for no trips. */
    public double meanLengthNanos() {
        return java.util.Arrays.stream(lengthsNanos).average().orElse(Double.NaN);
    }

    /** Longest, in nanoseconds; 0 for no trips. */
    public long maxLengthNanos() {
        return java.util.Arrays.stream(lengthsNanos).max().orElse(0);
    }

    /** The longest run of trips with a profit (1) or a loss (−1). */
    public int longestRun(int sign) {
        int run = 0;
        int longest = 0;
        for (double p : profits) {
            run = Math.signum(p) == sign ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static double sum(double[] values, int sign) {
        double sum = 0;
        for (double v : values) {
            // NaN stays NaN, so that what is not known does not pass for nothing.
            sum += Math.signum(v) == -sign ? 0 : v;
        }
        return sum;
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }
}
