package io.ttquant.backtest.statistics;

/**
 * Annual figures in the geometric convention of backtesting.py: the mean is the geometric one per period, the volatility is that of the compounded year, and the Sharpe ratio divides
 * one by the other.
 *
 * @param annualReturn (1 + g)^periods − 1, g the geometric mean of the period returns
 * @param volatility √((s² + (1 + g)²)^periods − (1 + g)^(2 × periods)), s² the sample variance of the period returns
 * @param sharpe annual return ÷ volatility, both of excess over the risk-free return
 * @param sortino annual return ÷ (√(mean of min(r, 0)²) × √periods)
 */
public record GeometricFigures(double annualReturn, double volatility, double sharpe, double sortino) {
    /**
     * Figures of a series of values, one a period.
     *
     * @param values values, above zero
     * @param riskFreeAnnual risk-free annual return
     */
    public static GeometricFigures of(double[] values, double periodsPerYear, double riskFreeAnnual) {
        Returns returns = Returns.ofValues(values);
        double logs = 0;
        for (double r : returns.toArray()) {
            logs += Math.log1p(r);
        }
        double growth = Math.exp(logs / returns.size());
        double annual = Math.pow(growth, periodsPerYear) - 1;
        double variance = returns.deviation() * returns.deviation();
        double volatility =
                Math.sqrt(Math.pow(variance + growth * growth, periodsPerYear) - Math.pow(growth, 2 * periodsPerYear));
        return new GeometricFigures(
                annual,
                volatility,
                (annual - riskFreeAnnual) / volatility,
                (annual - riskFreeAnnual) / returns.downsideRisk(periodsPerYear));
    }

    /** Compound annual growth by the calendar: (last ÷ first)^(1 ÷ years) − 1, a year having 365.25 days. */
    public static double cagr(double first, double last, long startNanos, long endNanos) {
        double years = (endNanos - startNanos) / (365.25 * 86_400e9);
        return years <= 0 ? Double.NaN : Math.pow(last / first, 1 / years) - 1;
    }
}
