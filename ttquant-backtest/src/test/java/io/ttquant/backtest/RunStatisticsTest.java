package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.statistics.BenchmarkFigures;
import io.ttquant.backtest.statistics.Breakdown;
import io.ttquant.backtest.statistics.Conventions;
import io.ttquant.backtest.statistics.Excursion;
import io.ttquant.backtest.statistics.Returns;
import io.ttquant.backtest.statistics.RoundTrip;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {
    private static final BarSpec HOUR = BarSpec.hours(1);

    private static BacktestResult run(int hours) {
        Instrument eth = Walk.spot("ETH");
        return Backtest.of(
                        Walk.bars(Walk.BTC, HOUR, hours, 1).source(),
                        Walk.bars(eth, HOUR, hours, 2).source())
                .cash("100000 USDT")
                .strategy("slow", Walk.turns(Walk.BTC, HOUR, 50, "0.5"))
                .strategy("quick", Walk.turns(eth, HOUR, 7, "0.25"))
                .run();
    }

    @Test
    void aTradesReturnLiesBetweenItsExcursions() {
        RunStatistics figures = run(2000).statistics();
        List<RoundTrip> trips = figures.roundTrips();
        List<Excursion> excursions = figures.excursions();
        assertThat(excursions).hasSameSizeAs(trips).isNotEmpty();
        for (int i = 0; i < trips.size(); i++) {
            Excursion excursion = excursions.get(i);
            assertThat(excursion.end()).isBetween(excursion.adverse(), excursion.favourable());
            assertThat(excursion.adverse()).isNotPositive();
            assertThat(excursion.favourable()).isNotNegative();
            double gross = trips.get(i).gross().doubleValue()
                    / trips.get(i).entryValue().doubleValue();
            assertThat(excursion.end()).isCloseTo(gross, within(1e-9));
        }
    }

    @Test
    void everyGroupingHoldsEveryTrade() {
        RunStatistics figures = run(2000).statistics();
        for (Breakdown breakdown : figures.breakdowns()) {
            assertThat(breakdown.groups().stream()
                            .mapToInt(group -> group.figures().count())
                            .sum())
                    .as(breakdown.name())
                    .isEqualTo(figures.trades().count());
            assertThat(breakdown.groups().stream()
                            .mapToDouble(group -> group.figures().total())
                            .sum())
                    .as(breakdown.name())
                    .isCloseTo(figures.trades().total(), within(1e-6));
        }
    }

    @Test
    void theRunBesideItselfIsItself() {
        RunStatistics figures = run(2000).statistics();
        BenchmarkFigures same = figures.benchmark(figures.performance().daily());
        assertThat(same.beta()).isCloseTo(1, within(1e-12));
        assertThat(same.alpha()).isCloseTo(0, within(1e-12));
        assertThat(same.correlation()).isCloseTo(1, within(1e-12));
        assertThat(same.trackingError()).isZero();
        assertThat(same.informationRatio()).isNaN();
        assertThat(same.upCapture()).isCloseTo(1, within(1e-12));
        assertThat(figures.benchmark().beta()).isFinite();
        assertThat(figures.benchmark(Returns.of(0.1)).beta()).isNaN();
    }

    /** More samples than are kept of profits and prices: none may be missing from the days. */
    @Test
    void theDaysOfTheBenchmarkEndWithTheLastBarOfTheDayHoweverLongTheRunIs() {
        BarColumns bars = Walk.bars(Walk.BTC, BarSpec.minutes(1), 30 * 1440, 3);
        for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.of("Asia/Kathmandu"))) {
            Returns daily = Backtest.of(bars.source())
                    .cash("100000 USDT")
                    .strategy("idle", Walk.idle())
                    .run()
                    .statistics(Conventions.DEFAULT.withZone(zone))
                    .benchmarkDaily();
            List<Double> closes = new ArrayList<>(List.of((double) bars.rawClose(0)));
            for (int i = 1; i < bars.size(); i++) {
                if (!day(bars, i, zone).equals(day(bars, i - 1, zone))) {
                    closes.add((double) bars.rawClose(i - 1));
                }
            }
            closes.add((double) bars.rawClose(bars.size() - 1));
            double[] expected = new double[closes.size() - 1];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = closes.get(i + 1) / closes.get(i) - 1;
            }
            assertThat(daily.toArray()).as(zone.toString()).containsExactly(expected, within(1e-12));
        }
    }

    /** The day in which a bar closes; a close at midnight belongs to the day that ends. */
    private static LocalDate day(BarColumns bars, int i, ZoneId zone) {
        return Instant.ofEpochSecond(0, bars.tsClose(i) - 1).atZone(zone).toLocalDate();
    }

    @Test
    void withoutPricesOfItsInstrumentATradeHasNoExcursion() {
        RunStatistics figures = run(200).statistics();
        figures.candles(List.of());
        assertThat(figures.excursions()).isNotEmpty().allSatisfy(excursion -> {
            assertThat(excursion.adverse()).isNaN();
            assertThat(excursion.favourable()).isNaN();
        });
    }

    @Test
    void aShortRunHasNoFiguresOfAYearUnlessTheConventionsAskForThem() {
        BacktestResult result = run(100);
        assertThat(result.statistics().performance().sharpe()).isNaN();
        assertThat(result.statistics().tail().valueAtRisk()).isNaN();
        assertThat(result.statistics().benchmark().beta()).isNaN();
        Conventions three = Conventions.DEFAULT.withLeastDays(3);
        assertThat(result.statistics(three).performance().sharpe()).isFinite();
        assertThat(result.statistics(three).benchmark().beta()).isFinite();
        assertThat(result.statistics().rolling(60).size()).isZero();
    }

    @Test
    void theReportSaysByWhichConventions() {
        String model = run(2000)
                .report(Conventions.DEFAULT
                        .withMean(Conventions.MeanReturn.GEOMETRIC)
                        .withRiskFree(0.02)
                        .withPeriodsPerYear(252))
                .model()
                .statistics()
                .toString();
        assertThat(model)
                .contains("annual return / annual volatility (geometric); risk-free return 2 % a year")
                .contains("sample deviation of daily returns × √252");
    }

    @Test
    void positionsStayWithinWhatTheStrategiesBuy() {
        assertThat(run(2000).statistics().positionValues().maxLeverage()).isBetween(0.0, 2.0);
    }
}
