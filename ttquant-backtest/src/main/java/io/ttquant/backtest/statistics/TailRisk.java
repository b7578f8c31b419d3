package io.ttquant.backtest.statistics;

/**
 * What the worst returns of periods look like. Values at risk are returns, usually negative: one period in 1 ÷ tail is worse.
 *
 * @param valueAtRisk historical: the quantile of returns at the tail, interpolated linearly
 * @param expectedShortfall historical (conditional value at risk): mean of the returns at or below the value at risk
 * @param normalValueAtRisk of a normal distribution with the same mean and deviation: μ + z σ, z the normal quantile at the tail
 * @param normalExpectedShortfall of that distribution: μ − σ φ(z) ÷ tail
 * @param modifiedValueAtRisk μ + σ (z + (z² − 1) S ÷ 6 + (z³ − 3 z) K ÷ 24 − (2 z³ − 5 z) S² ÷ 36), S the skewness and K the excess kurtosis
 *     (Cornish and Fisher; Favre and Galeano 2002)
 * @param tailRatio |quantile at 1 − tail| ÷ |quantile at tail|: above 1, the best periods are larger than the worst (empyrical)
 * @param skewness third central moment ÷ deviation³, of the population
 * @param excessKurtosis fourth central moment ÷ variance² − 3, of the population
 */
public record TailRisk(
        double valueAtRisk,
        double expectedShortfall,
        double normalValueAtRisk,
        double normalExpectedShortfall,
        double modifiedValueAtRisk,
        double tailRatio,
        double skewness,
        double excessKurtosis) {

    /** Figures of a series, at the tail and with the deviation of the conventions; each NaN where it is not defined. */
    public static TailRisk of(Returns returns, Conventions conventions) {
        double tail = conventions.tail();
        double mean = returns.mean();
        double deviation = returns.deviation(conventions.deviation());
        double skew = returns.skewness();
        double kurtosis = returns.excessKurtosis();
        double z = Normal.quantile(tail);
        double adjusted = z
                + (z * z - 1) * skew / 6
                + (z * z * z - 3 * z) * kurtosis / 24
                - (2 * z * z * z - 5 * z) * skew * skew / 36;
        double worst = returns.valueAtRisk(tail);
        return new TailRisk(
                worst,
                returns.conditionalValueAtRisk(tail),
                mean + z * deviation,
                mean - deviation * Normal.density(z) / tail,
                mean + adjusted * deviation,
                worst == 0 ? Double.NaN : Math.abs(returns.valueAtRisk(1 - tail)) / Math.abs(worst),
                skew,
                kurtosis);
    }
}
