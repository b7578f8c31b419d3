package io.ttquant.backtest;

import static io.ttquant.backtest.NaiveSeries.deviation;
import static io.ttquant.backtest.NaiveSeries.longestRun;
import static io.ttquant.backtest.NaiveSeries.max;
import static io.ttquant.backtest.NaiveSeries.mean;
import static io.ttquant.backtest.NaiveSeries.min;
import static io.ttquant.backtest.NaiveSeries.negative;
import static io.ttquant.backtest.NaiveSeries.positive;
import static io.ttquant.backtest.NaiveSeries.quantile;
import static io.ttquant.backtest.NaiveSeries.sum;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures about trades from the definitions. */
final class NaiveTrades {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final double[] profits;
    private final double[] returns;
    private final double[] nanos;

    /**
     * @param profits profit of each after fees
     * @param returns profit ÷ value of the entry
     * @param nanos how long each was open
     */
    NaiveTrades(double[] profits, double[] returns, double[] nanos) {
        this.profits = profits;
        this.returns = returns;
        this.nanos = nanos;
        amounts();
        returns();
    }

    Map<String, Double> map() {
        return figures;
    }

    private void put(String key, double value) {
        figures.put(key, value);
    }

    private void amounts() {
        double[] wins = positive(profits);
        double[] losses = negative(profits);
        double n = profits.length;
        double payoff = mean(wins) / -mean(losses);
        put("trades", n);
        put("winning_trades", wins.length);
        put("losing_trades", losses.length);
        put("even_trades", n - wins.length - losses.length);
        put("win_rate", wins.length / n);
        put("loss_rate", losses.length / n);
        put("profit_factor", losses.length == 0 ? Double.NaN : sum(wins) / -sum(losses));
        put("payoff_ratio", payoff);
        put("average_win", mean(wins));
        put("average_loss", mean(losses));
        put("largest_win", max(wins));
        put("largest_loss", min(losses));
        put("smallest_win", min(wins));
        put("smallest_loss", max(losses));
        put("expectancy", mean(profits));
        put("expectancy_ratio", mean(profits) / -mean(losses));
        put("profit_deviation", profits.length < 2 ? Double.NaN : deviation(profits));
        put("closed_drawdown", profits.length == 0 ? Double.NaN : NaiveSeries.fall(NaiveSeries.sums(profits)));
        put("sqn", profits.length < 2 ? Double.NaN : Math.sqrt(n) * mean(profits) / deviation(profits));
        put("kelly_fraction", wins.length / n - (1 - wins.length / n) / payoff);
        put("longest_winning_run", longestRun(1, profits));
        put("longest_losing_run", longestRun(-1, profits));
    }

    private void returns() {
        double product = 1;
        for (double r : returns) {
            product *= 1 + r;
        }
        put("mean_trade", mean(returns));
        put("geometric_mean_trade", Math.pow(product, 1.0 / returns.length) - 1);
        put("mean_winning_trade", mean(positive(returns)));
        put("mean_losing_trade", mean(negative(returns)));
        put("best_trade", max(returns));
        put("worst_trade", min(returns));
        put("mean_holding_time", mean(nanos));
        put("median_holding_time", nanos.length == 0 ? Double.NaN : quantile(0.5, nanos));
        put("longest_holding_time", max(nanos));
        put("winner_holding_time", mean(lengths(1)));
        put("loser_holding_time", mean(lengths(-1)));
    }

    private double[] lengths(int sign) {
        return IntStream.range(0, nanos.length)
                .filter(i -> Math.signum(profits[i]) == sign)
                .mapToDouble(i -> nanos[i])
                .toArray();
    }
}
