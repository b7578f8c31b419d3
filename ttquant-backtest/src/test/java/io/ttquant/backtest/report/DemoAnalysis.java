package io.ttquant.backtest.report;

import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up analysis of as many days as a demo report has. */
final class DemoAnalysis {
    private static final long DAY = 86_400 * EpochNanos.SECOND;

    private DemoAnalysis() {}

    static Analysis of(long startNanos, int days) {
        SplittableRandom random = new SplittableRandom(5);
        long[] times = new long[days];
        double[] returns = new double[days];
        double[] rolling = new double[days];
        for (int i = 0; i < days; i++) {
            times[i] = startNanos + (i + 1) * DAY;
            returns[i] = random.nextDouble(-0.02, 0.021) * random.nextDouble();
            rolling[i] = (i == 0 ? 0 : rolling[i - 1]) + returns[i];
        }
        List<BreakdownRow> breakdowns = new ArrayList<>();
        for (String day : List.of("Monday", "Tuesday", "Sunday")) {
            double profit = random.nextDouble(-100, 200);
            breakdowns.add(new BreakdownRow("weekday of entry", day, 12, 0.5, profit, 1.2, profit / 10_000));
        }
        breakdowns.add(new BreakdownRow("side", "long", 36, 0.5, 1328.28, Double.NaN, 0.01));
        return new Analysis(
                List.of(new NamedSeries("Rolling return", true, times, rolling)),
                new NamedSeries("Daily returns", true, times, returns),
                List.of(
                        new ComparisonRow("Total return", true, 0.1328, 0.3168, "end / start − 1"),
                        new ComparisonRow("Sharpe ratio", false, 1.12, 0.9, "mean / deviation × √365"),
                        new ComparisonRow("Max drawdown", true, -0.0712, -0.2204, "deepest fall"),
                        new ComparisonRow("Sortino ratio", false, 1.71, Double.NaN, "")),
                List.of(
                        new DrawdownRow(startNanos, startNanos + DAY, startNanos + 3 * DAY, true, -0.0712),
                        new DrawdownRow(
                                startNanos + 4 * DAY, startNanos + 5 * DAY, startNanos + 6 * DAY, false, -0.01)),
                breakdowns,
                List.of(
                        part(PartSummary.Kind.STRATEGY, "grid-btc", "412.83", breakdowns),
                        part(PartSummary.Kind.STRATEGY, "ema-cross-btc", "1203.55", breakdowns),
                        part(PartSummary.Kind.STRATEGY, "momentum-eth", "-288.10", List.of()),
                        part(PartSummary.Kind.INSTRUMENT, "binance:BTCUSDT", "1616.38", breakdowns),
                        part(PartSummary.Kind.INSTRUMENT, "okx:ETH-USDT", "-288.10", breakdowns)));
    }

    private static PartSummary part(PartSummary.Kind kind, String name, String profit, List<BreakdownRow> breakdowns) {
        List<Figure> figures = List.of(
                Figure.signedAmount("Net profit", new BigDecimal(profit), "USDT", "less fees"),
                Figure.percent("Win rate", 0.61, "winners / trades"),
                Figure.number("Profit factor", Double.NaN, 2, "no trade had a loss"),
                Figure.count("Trades", 280, "closed round trips"));
        return new PartSummary(kind, name, figures, breakdowns);
    }
}
