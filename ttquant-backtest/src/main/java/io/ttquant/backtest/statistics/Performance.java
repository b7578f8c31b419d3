package io.ttquant.backtest.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a line of equity says. Returns are simple ones by calendar day ({@link CalendarDays}); the rest is as the {@link Conventions} say, and by default a year has
 * 365 days of UTC, the risk-free return is 0, deviations are of a sample (n − 1). Drawdowns are those of all samples, not of days.
 *
 * <p>Figures that are brought to a year need {@value #MIN_DAYS} days at least, unless the conventions say otherwise; from a shorter run they are NaN, because a year made of two days is
 * not a figure but an accident.
 */
public final class Performance {
    /** The shortest run, in days, whose figures are brought to a year. */
    public static final int MIN_DAYS = 28;

    private static final double NANOS_PER_YEAR = 365.25 * CalendarDays.NANOS;

    private final long startNanos;
    private final long endNanos;
    private final double start;
    private final double end;
    private final Returns daily;
    private final boolean isAboveZero;
    private final List<Drawdown> drawdowns;
    private final double maxFall;
    private final double peak;
    private final Conventions conventions;

    private Performance(long[] timeNanos, double[] equity, double start, Conventions conventions) {
        this.conventions = conventions;
        int last = equity.length - 1;
        this.start = start;
        this.end = last < 0 ? start : equity[last];
        this.startNanos = last < 0 ? 0 : timeNanos[0];
        this.endNanos = last < 0 ? 0 : timeNanos[last];
        this.daily = CalendarDays.returns(startNanos, start, timeNanos, equity, conventions.zone());
        this.isAboveZero = start > 0 && last >= 0 && isAboveZero(equity);
        this.maxFall = maxFall(equity);
        this.peak = Arrays.stream(equity).max().orElse(Double.NaN);
        this.drawdowns = isAboveZero ? Drawdown.of(timeNanos, equity) : List.of();
    }

    /**
     * The performance of a line of equity.
     *
     * @param timeNanos times of the samples, epoch nanoseconds, rising
     * @param equity equity at these times
     * @param start equity before the first one
     */
    public static Performance of(long[] timeNanos, double[] equity, double start) {
        return of(timeNanos, equity, start, Conventions.DEFAULT);
    }

    /** The same by conventions of one's own. */
    public static Performance of(long[] timeNanos, double[] equity, double start, Conventions conventions) {
        return new Performance(timeNanos, equity, start, conventions);
    }

    /** The conventions by which these figures are computed. */
    public Conventions conventions() {
        return conventions;
    }

    private static double maxFall(double[] equity) {
        double peak = Double.NEGATIVE_INFINITY;
        double worst = equity.length == 0 ? Double.NaN : 0;
        for (double value : equity) {
            peak = Math.max(peak, value);
            worst = Math.min(worst, value - peak);
        }
        return worst;
    }

    private static boolean isAboveZero(double[] equity) {
        for (double value : equity) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Time of the first sample, epoch nanoseconds. */
    public long startNanos() {
        return startNanos;
    }

    /** Time of the last sample. */
    public long endNanos() {
        return endNanos;
    }

    /** Time from the first sample to the last, in nanoseconds. */
    public long lengthNanos() {
        return endNanos - startNanos;
    }

    /** Equity at the start. */
    public double start() {
        return start;
    }

    /** Equity at the end. */
    public double end() {
        return end;
    }

    /** The returns by calendar day. */
    public Returns daily() {
        return daily;
    }

    /** True if the run is long enough for figures of a year. */
    public boolean isAnnual() {
        return lengthNanos() >= conventions.leastDays() * CalendarDays.NANOS;
    }

    private double annual(double figure) {
        return isAnnual() && Double.isFinite(figure) ? figure : Double.NaN;
    }

    /** End ÷ start − 1. NaN if the start is not above zero. */
    public double totalReturn() {
        return start > 0 ? end / start - 1 : Double.NaN;
    }

    /** (1 + total return)^(periods a year ÷ n) − 1 for n daily returns. */
    public double annualReturn() {
        return annual(daily.annual(conventions.periodsPerYear()));
    }

    /** (End ÷ start)^(1 ÷ years) − 1 by the exact time, a year having 365.25 days. */
    public double cagr() {
        return annual(Math.pow(1 + totalReturn(), NANOS_PER_YEAR / lengthNanos()) - 1);
    }

    /** Deviation of daily returns × √periods a year. */
    public double volatility() {
        return annual(daily.volatility(conventions.periodsPerYear(), conventions.deviation()));
    }

    /** Mean of daily returns less the risk-free one, of a year ÷ volatility; by default the arithmetic Sharpe ratio. NaN if nothing varies. */
    public double sharpe() {
        return annual(daily.sharpe(conventions));
    }

    /** Mean of daily returns less the required one, of a year ÷ (√(mean of min(r, 0)²) × √periods a year). NaN without a losing day. */
    public double sortino() {
        return annual(daily.sortino(conventions));
    }

    /** √(mean of min(r, 0)²) × √periods a year, of daily returns r less the required one. */
    public double downsideRisk() {
        return annual(daily.minus(conventions.requiredPerPeriod()).downsideRisk(conventions.periodsPerYear()));
    }

    /** Sum of the daily returns above the required one ÷ |sum of those below|, each less the required one (Keating and Shadwick 2002). NaN without one below. */
    public double omega() {
        return annual(daily.omega(conventions.required(), conventions.periodsPerYear()));
    }

    /** Annual return ÷ |deepest drawdown|. NaN without a drawdown. */
    public double calmar() {
        return annual(annualReturn() / -maxDrawdown());
    }

    /** Deepest drawdown as a return, not positive: min of equity ÷ highest equity before − 1. NaN if equity was not always above zero. */
    public double maxDrawdown() {
        if (!isAboveZero) {
            return Double.NaN;
        }
        return 0 - deepest().map(Drawdown::depth).orElse(0.0);
    }

    /** Mean of all drawdowns' depths as a return, not positive; NaN without one, or if equity was not always above zero. */
    public double averageDrawdown() {
        return 0 - drawdowns.stream().mapToDouble(Drawdown::depth).average().orElse(Double.NaN);
    }

    /** Mean length of all drawdowns, in nanoseconds; NaN without one, or if equity was not always above zero. */
    public double averageDrawdownNanos() {
        return drawdowns.stream().mapToLong(Drawdown::lengthNanos).average().orElse(Double.NaN);
    }

    /** The longest time from a trough until its peak was reached again, in nanoseconds; NaN if none was. */
    public double longestRecoveryNanos() {
        return drawdowns.stream()
                .filter(Drawdown::isRecovered)
                .mapToDouble(Drawdown::recoveryNanos)
                .max()
                .orElse(Double.NaN);
    }

    /** Largest fall of equity from its highest value so far, in money and not positive; NaN for no samples. It need not be the deepest as a part of the peak. */
    public double maxFall() {
        return maxFall;
    }

    /** Highest equity of all samples; NaN for none. */
    public double peak() {
        return peak;
    }

    /** True if equity, and that at the start, was known and above zero all the time, without which there are no drawdowns. */
    public boolean isAboveZero() {
        return isAboveZero;
    }

    /** The drawdowns, oldest first. */
    public List<Drawdown> drawdowns() {
        return drawdowns;
    }

    /** The deepest drawdowns, the deepest first. */
    public List<Drawdown> deepest(int count) {
        return drawdowns.stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth).reversed())
                .limit(count)
                .toList();
    }

    /** The deepest drawdown; empty without one. */
    public Optional<Drawdown> deepest() {
        return drawdowns.stream().max(Comparator.comparingDouble(Drawdown::depth));
    }

    /** The longest drawdown, from its peak until the peak is reached again or the run ends; empty without one. */
    public Optional<Drawdown> longest() {
        return drawdowns.stream().max(Comparator.comparingLong(Drawdown::lengthNanos));
    }

    /** The return that a day falls short of in {@code tail} of all cases: the quantile of daily returns, interpolated. NaN below {@value #MIN_DAYS} days. */
    public double valueAtRisk(double tail) {
        return annual(daily.valueAtRisk(tail));
    }

    /** Mean of the daily returns at or below the value at risk. NaN below {@value #MIN_DAYS} days. */
    public double conditionalValueAtRisk(double tail) {
        return annual(daily.conditionalValueAtRisk(tail));
    }

    /** The tail of daily returns. All NaN in a run that is too short. */
    public TailRisk tail() {
        return TailRisk.of(isAnnual() ? daily : Returns.of(), conventions);
    }

    /** Annual return ÷ ulcer index of days (Martin's ratio). NaN without a drawdown at the end of a day. */
    public double martin() {
        double ulcer = daily.ulcerIndex();
        return annual(ulcer == 0 ? Double.NaN : annualReturn() / ulcer);
    }

    /** Total return ÷ |deepest drawdown|: the recovery factor. NaN without a drawdown. */
    public double recoveryFactor() {
        return maxDrawdown() == 0 ? Double.NaN : totalReturn() / -maxDrawdown();
    }

    /** The probability that the true Sharpe ratio is above 0, {@link Returns#probabilisticSharpe}. */
    public double probabilisticSharpe() {
        return annual(daily.minus(conventions.riskFreePerPeriod()).probabilisticSharpe(0));
    }

    /** Part of the time below an earlier peak; NaN for no time, or if equity was not always above zero. */
    public double underwater() {
        long below = drawdowns.stream().mapToLong(Drawdown::lengthNanos).sum();
        return isAboveZero && lengthNanos() > 0 ? (double) below / lengthNanos() : Double.NaN;
    }
}
