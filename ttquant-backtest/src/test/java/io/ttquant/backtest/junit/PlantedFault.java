package io.ttquant.backtest.junit;

import io.ttquant.api.market.Bar;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A strategy that looks ahead, in one of the ways in which people do it. Each gets the bars of its run beforehand, and most make a signal of them. */
enum PlantedFault {
    NEXT_CLOSE((b, c, i) -> next(c, i) - c[i]),
    LABEL_SHIFTED_THE_WRONG_WAY((b, c, i) -> i == 0 ? 0 : next(c, i) / c[i - 1] - 1),
    NEXT_OPEN((b, c, i) -> b.get(Math.min(i + 1, c.length - 1)).open() - c[i] + 0.01),
    NEXT_HIGH((b, c, i) -> b.get(Math.min(i + 1, c.length - 1)).high() - c[i] - 0.5),
    NEXT_LOW((b, c, i) -> b.get(Math.min(i + 1, c.length - 1)).low() - c[i] + 0.5),
    NEXT_VOLUME((b, c, i) ->
            b.get(Math.min(i + 1, c.length - 1)).volume() - b.get(i).volume()),
    CENTRED_AVERAGE((b, c, i) -> c[i] - mean(c, i - 2, i + 3)),
    CENTRED_AVERAGE_SHIFTED_TOO_LITTLE((b, c, i) -> c[i] - mean(c, i - 3, i + 2)),
    CENTRED_MEDIAN((b, c, i) -> c[i] - quantile(slice(c, i - 2, i + 3), 0.5)),
    WHOLE_SAMPLE_MEAN((b, c, i) -> c[i] - mean(c, 0, c.length)),
    WHOLE_SAMPLE_Z_SCORE((b, c, i) -> (c[i] - mean(c, 0, c.length)) / deviation(c, 0, c.length) - 0.1),
    WHOLE_SAMPLE_MINIMUM_AND_MAXIMUM((b, c, i) -> (c[i] - min(c)) / (max(c) - min(c)) - 0.5),
    WHOLE_SAMPLE_QUANTILE((b, c, i) -> c[i] - quantile(c, 0.6)),
    OUTLIERS_CUT_BY_THE_WHOLE_SAMPLE((b, c, i) -> Math.min(c[i], quantile(c, 0.9)) - mean(c, i - 9, i + 1) - 0.01),
    SCALED_BY_THE_LAST_PRICE((b, c, i) -> c[i] / c[c.length - 1] - 1),
    WHOLE_SAMPLE_TREND_REMOVED((b, c, i) -> c[i] - trend(c, i)),
    LOW_PASS_OF_THE_WHOLE_SAMPLE((b, c, i) -> lowPass(c, i) - lowPass(c, Math.max(0, i - 1))),
    FILTERED_FORWARDS_AND_BACKWARDS((b, c, i) -> c[i] - backwards(forwards(c))[i]),
    AVERAGE_RUN_FROM_THE_END((b, c, i) -> c[i] - backwards(c)[i]),
    BAR_STAMPED_AT_ITS_OPEN((b, c, i) -> {
        Bar atThatTime = b.stream()
                .filter(bar -> bar.tsOpen() == b.get(i).tsEvent())
                .findFirst()
                .orElse(b.get(i));
        return atThatTime.close() - atThatTime.open();
    }),
    LONGER_BAR_STAMPED_AT_ITS_OPEN((b, c, i) -> c[Math.min(c.length - 1, i / 5 * 5 + 4)] - c[i / 5 * 5]),
    FUTURE_JOIN((b, c, i) -> c[Math.min(c.length - 1, (i + 6) / 7 * 7)] - c[i] + 0.01),
    NEAREST_JOIN((b, c, i) -> c[Math.min(c.length - 1, (i + 3) / 6 * 6)] - c[i] + 0.01),
    MISSING_VALUES_FILLED_FROM_BEHIND((b, c, i) -> (i % 3 == 0 ? next(c, i) : c[i]) - mean(c, i - 5, i)),
    MISSING_VALUES_INTERPOLATED((b, c, i) -> (i % 2 == 1 ? (c[i - 1] + next(c, i)) / 2 : c[i]) - mean(c, i - 5, i)),
    SWING_HIGH_KNOWN_BEFORE_IT_IS_ONE((b, c, i) -> c[i] < max(slice(c, i - 3, i + 4)) ? 1 : -1),
    ZIGZAG_TURN_KNOWN_AT_ITS_LOW((b, c, i) -> c[i] > min(slice(c, i - 5, i + 6)) ? -1 : 1),
    CHANNEL_WITH_THE_BAR_TO_COME((b, c, i) -> c[i] - mean(slice(c, i - 4, i + 2)) + 0.01),
    LOSERS_LEFT_OUT((b, c, i) -> c[Math.min(c.length - 1, i + 5)] > c[i] ? c[i] - mean(c, i - 5, i) : -1),
    ONLY_WHAT_SURVIVED((b, c, i) -> c[c.length - 1] > c[0] ? i % 4 - 1.5 : 1.5 - i % 4),
    LENGTH_OF_THE_DATA_KNOWN((b, c, i) -> i * 2 < c.length ? i % 6 - 2.5 : -1),
    POSITION_CLOSED_BEFORE_THE_DATA_ENDS((b, c, i) -> i < c.length - 5 ? 1 : -1),
    PARAMETER_CHOSEN_ON_THE_WHOLE_SAMPLE((b, c, i) -> c[i] - mean(c, i - best(c), i)),
    BEST_DIRECTION_OF_THE_WHOLE_SAMPLE(
            (b, c, i) -> (i % 2 - 0.5) * Math.signum(c[c.length / 2] - mean(c, 0, c.length))),
    FUTURE_VOLATILITY((b, c, i) -> deviation(c, i, i + 10) - deviation(c, i - 10, i)),
    DRAWDOWN_FROM_THE_HIGH_TO_COME((b, c, i) -> max(slice(c, i, c.length)) - c[i] - 1);

    private final Peek peek;

    /** A signal of a bar that may look at all bars and closes. */
    interface Peek {
        double at(List<Bar> bars, double[] closes, int index);
    }

    PlantedFault(Peek peek) {
        this.peek = peek;
    }

    SignalStrategy strategy(MarketData data) {
        List<Bar> bars = data.bars();
        double[] closes = data.closes();
        return new SignalStrategy(
                data.sources().get(0).instrument().id(), (index, bar) -> peek.at(bars, closes, index));
    }

    private static double next(double[] c, int i) {
        return c[Math.min(i + 1, c.length - 1)];
    }

    private static double[] slice(double[] c, int from, int to) {
        int start = Math.max(0, Math.min(from, c.length - 1));
        return Arrays.copyOfRange(c, start, Math.max(start + 1, Math.min(to, c.length)));
    }

    private static double mean(double[] c, int from, int to) {
        return mean(slice(c, from, to));
    }

    private static double mean(double[] c) {
        return Arrays.stream(c).average().orElse(0);
    }

    private static double deviation(double[] c, int from, int to) {
        double[] some = slice(c, from, to);
        double mean = mean(some);
        return Math.sqrt(Arrays.stream(some).map(x -> (x - mean) * (x - mean)).sum() / some.length);
    }

    private static double quantile(double[] c, double part) {
        double[] sorted = c.clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * (sorted.length - 1))];
    }

    private static double min(double[] c) {
        return Arrays.stream(c).min().orElse(0);
    }

    private static double max(double[] c) {
        return Arrays.stream(c).max().orElse(0);
    }

    private static double trend(double[] c, int i) {
        double x = (c.length - 1) / 2.0;
        double y = mean(c);
        double xy = IntStream.range(0, c.length)
                .mapToDouble(k -> (k - x) * (c[k] - y))
                .sum();
        double xx =
                IntStream.range(0, c.length).mapToDouble(k -> (k - x) * (k - x)).sum();
        return y + (xx == 0 ? 0 : xy / xx * (i - x));
    }

    private static double lowPass(double[] c, int i) {
        double value = 0;
        for (int f = 1; f <= 4; f++) {
            double re = 0;
            double im = 0;
            for (int k = 0; k < c.length; k++) {
                re += c[k] * Math.cos(2 * Math.PI * f * k / c.length);
                im += c[k] * Math.sin(2 * Math.PI * f * k / c.length);
            }
            value += re * Math.cos(2 * Math.PI * f * i / c.length) + im * Math.sin(2 * Math.PI * f * i / c.length);
        }
        return value;
    }

    private static double[] forwards(double[] c) {
        double[] smooth = c.clone();
        for (int i = 1; i < c.length; i++) {
            smooth[i] = smooth[i - 1] + 0.3 * (c[i] - smooth[i - 1]);
        }
        return smooth;
    }

    private static double[] backwards(double[] c) {
        double[] smooth = c.clone();
        for (int i = c.length - 2; i >= 0; i--) {
            smooth[i] = smooth[i + 1] + 0.3 * (c[i] - smooth[i + 1]);
        }
        return smooth;
    }

    /** The length of average after which prices above it rose most. */
    private static int best(double[] c) {
        int best = 2;
        double most = Double.NEGATIVE_INFINITY;
        for (int n = 2; n <= 20; n++) {
            double gain = 0;
            for (int i = 0; i < c.length - 1; i++) {
                gain += c[i] > mean(c, i - n, i) ? c[i + 1] - c[i] : 0;
            }
            if (gain > most) {
                most = gain;
                best = n;
            }
        }
        return best;
    }
}
