package io.ttquant.backtest;

import static io.ttquant.backtest.NaiveSeries.covariance;
import static io.ttquant.backtest.NaiveSeries.deviation;
import static io.ttquant.backtest.NaiveSeries.max;
import static io.ttquant.backtest.NaiveSeries.mean;
import static io.ttquant.backtest.NaiveSeries.min;
import static io.ttquant.backtest.NaiveSeries.moment;
import static io.ttquant.backtest.NaiveSeries.negative;
import static io.ttquant.backtest.NaiveSeries.positive;
import static io.ttquant.backtest.NaiveSeries.quantile;
import static io.ttquant.backtest.NaiveSeries.sum;

import io.ttquant.backtest.statistics.CalendarDays;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures about a line of equity and a benchmark, from the definitions; those of a run that has only been long for 28 days or more. */
final class NaiveFigures {
    private static final double YEAR = 365;

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final long[] times;
    private final double[] equity;
    private final double[] daily;
    private final double[] held;

    /**
     * @param times times of the samples
     * @param equity equity at these
     * @param benchmark value of the benchmark at the same times
     */
    NaiveFigures(long[] times, double[] equity, double[] benchmark) {
        this.times = times;
        this.equity = equity;
        this.daily = daily(equity);
        this.held = daily(benchmark);
        returns();
        risk();
        drawdown();
        benchmark(benchmark);
        tail();
    }

    Map<String, Double> map() {
        return figures;
    }

    private double[] daily(double[] values) {
        long first = Math.floorDiv(times[0], CalendarDays.NANOS);
        int days = (int) (Math.floorDiv(times[times.length - 1] - 1, CalendarDays.NANOS) - first + 1);
        double[] closes = new double[days + 1];
        closes[0] = values[0];
        for (int d = 1; d <= days; d++) {
            for (int i = 0; i < times.length; i++) {
                closes[d] = times[i] <= (first + d) * CalendarDays.NANOS ? values[i] : closes[d];
            }
        }
        return IntStream.range(0, days)
                .mapToDouble(d -> closes[d + 1] / closes[d] - 1)
                .toArray();
    }

    private void put(String key, double value) {
        figures.put(key, value);
    }

    private double total() {
        return equity[equity.length - 1] / equity[0] - 1;
    }

    private double annual(double total) {
        return Math.pow(1 + total, YEAR / daily.length) - 1;
    }

    private void returns() {
        long length = times[times.length - 1] - times[0];
        put("start_equity", equity[0]);
        put("end_equity", equity[equity.length - 1]);
        put("equity_peak", max(equity));
        put("net_profit", equity[equity.length - 1] - equity[0]);
        put("total_return", total());
        put("annual_return", annual(total()));
        put("cagr", Math.pow(1 + total(), 365.25 * CalendarDays.NANOS / length) - 1);
        put("mean_day", mean(daily));
        put("best_day", max(daily));
        put("worst_day", min(daily));
        put("mean_winning_day", mean(positive(daily)));
        put("mean_losing_day", mean(negative(daily)));
        put("winning_days", positive(daily).length);
        put("losing_days", negative(daily).length);
        put("flat_days", daily.length - positive(daily).length - negative(daily).length);
        put("start", times[0] / 1e9);
        put("end", times[times.length - 1] / 1e9);
        put("duration", length);
    }

    private void risk() {
        double deviation = deviation(daily);
        double downside =
                Math.sqrt(sum(Arrays.stream(negative(daily)).map(r -> r * r).toArray()) / daily.length);
        double s = mean(daily) / deviation;
        int n = daily.length;
        put("annual_volatility", deviation * Math.sqrt(YEAR));
        put("annual_variance", deviation * deviation * YEAR);
        put("sharpe_ratio", s * Math.sqrt(YEAR));
        double gamma3 = moment(daily, 3, n) / Math.pow(moment(daily, 2, n), 1.5);
        double gamma4 = moment(daily, 4, n) / Math.pow(moment(daily, 2, n), 2);
        put("skewness", gamma3);
        put("excess_kurtosis", gamma4 - 3);
        double z = s * Math.sqrt(n - 1.0) / Math.sqrt(1 - gamma3 * s + (gamma4 - 1) / 4 * s * s);
        put("probabilistic_sharpe", normal(z));
        put("downside_risk", downside * Math.sqrt(YEAR));
        put("sortino_ratio", mean(daily) / downside * Math.sqrt(YEAR));
        put("omega_ratio", sum(positive(daily)) / -sum(negative(daily)));
        put("gain_to_pain", sum(daily) / -sum(negative(daily)));
        put("risk_return_ratio", s);
        double[] logs = new double[n];
        double[] days = new double[n];
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= 1 + daily[i];
            logs[i] = Math.log(product);
            days[i] = i;
        }
        put("stability", Math.pow(NaiveSeries.correlation(logs, days), 2));
    }

    /** The normal distribution by Simpson's rule. */
    private static double normal(double z) {
        int steps = 20_000;
        double h = z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-i * h * i * h / 2) / Math.sqrt(2 * Math.PI);
        }
        return 0.5 + sum * h / 3;
    }

    private void drawdown() {
        NaiveDrawdowns d = new NaiveDrawdowns(times, equity);
        figures.putAll(d.map());
        double deepest = figures.get("max_drawdown");
        put("calmar_ratio", annual(total()) / -deepest);
        put("recovery_factor", total() / -deepest);
        double peak = 1;
        double value = 1;
        double squares = 0;
        for (double r : daily) {
            value *= 1 + r;
            peak = Math.max(peak, value);
            squares += Math.pow(1 - value / peak, 2);
        }
        put("martin_ratio", annual(total()) / Math.sqrt(squares / daily.length));
    }

    private void benchmark(double[] values) {
        double return1 = values[values.length - 1] / values[0] - 1;
        double beta = covariance(daily, held) / covariance(held, held);
        double[] differences = IntStream.range(0, daily.length)
                .mapToDouble(i -> daily[i] - held[i])
                .toArray();
        double r = NaiveSeries.correlation(daily, held);
        put("benchmark_return", return1);
        put("excess_return", total() - return1);
        put("active_return", annual(total()) - annual(return1));
        put("beta", beta);
        put("alpha", (mean(daily) - beta * mean(held)) * YEAR);
        put("correlation", r);
        put("r_squared", r * r);
        put("tracking_error", deviation(differences) * Math.sqrt(YEAR));
        put("information_ratio", mean(differences) / deviation(differences) * Math.sqrt(YEAR));
        put("treynor_ratio", mean(daily) * YEAR / beta);
        put("up_capture", capture(1));
        put("down_capture", capture(-1));
        put("days_ahead", positive(differences).length / (double) daily.length);
    }

    private double capture(int sign) {
        double own = 1;
        double its = 1;
        int n = 0;
        for (int i = 0; i < daily.length; i++) {
            if (Math.signum(held[i]) == sign) {
                own *= 1 + daily[i];
                its *= 1 + held[i];
                n++;
            }
        }
        return (Math.pow(own, 1.0 / n) - 1) / (Math.pow(its, 1.0 / n) - 1);
    }

    private void tail() {
        double z = -1.6448536269514722;
        double s = deviation(daily);
        double worst = quantile(0.05, daily);
        double skew = figures.get("skewness");
        double kurtosis = figures.get("excess_kurtosis");
        double w = z
                + (z * z - 1) * skew / 6
                + (Math.pow(z, 3) - 3 * z) * kurtosis / 24
                - (2 * Math.pow(z, 3) - 5 * z) * skew * skew / 36;
        put("value_at_risk", worst);
        put("conditional_var", mean(Arrays.stream(daily).filter(r -> r <= worst).toArray()));
        put("normal_var", mean(daily) + z * s);
        put("normal_conditional_var", mean(daily) - s * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 0.05);
        put("modified_var", mean(daily) + w * s);
        put("value_at_risk_99", quantile(0.01, daily));
        put("normal_var_99", mean(daily) - 2.3263478740408408 * s);
        put("tail_ratio", Math.abs(quantile(0.95, daily) / worst));
        put("winning_day_rate", positive(daily).length / (double) daily.length);
    }
}
