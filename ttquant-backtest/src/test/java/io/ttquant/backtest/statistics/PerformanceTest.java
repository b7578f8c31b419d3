package io.ttquant.backtest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.time.EpochNanos;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    private static final long MIDNIGHT = EpochNanos.parse("2024-03-01T00:00:00Z");
    private static final long HOUR = 3600 * EpochNanos.SECOND;
    private static final long DAY = 24 * HOUR;

    @Test
    void countsASampleAtMidnightToTheDayThatEnds() {
        long[] times = {MIDNIGHT, MIDNIGHT + DAY, MIDNIGHT + 2 * DAY};
        assertThat(CalendarDays.returns(MIDNIGHT, 100, times, new double[] {100, 110, 99})
                        .toArray())
                .containsExactly(new double[] {0.1, -0.1}, within(1e-12));
    }

    @Test
    void takesTheLastSampleOfADayAndFillsDaysWithoutOne() {
        long[] times = {MIDNIGHT + HOUR, MIDNIGHT + 2 * HOUR, MIDNIGHT + 3 * DAY + HOUR};
        assertThat(CalendarDays.returns(MIDNIGHT + HOUR, 100, times, new double[] {100, 200, 300})
                        .toArray())
                .containsExactly(new double[] {1, 0, 0, 0.5}, within(1e-12));
    }

    @Test
    void keepsTheLastValueWhereOneIsNotKnown() {
        long[] times = {MIDNIGHT, MIDNIGHT + HOUR, MIDNIGHT + 2 * HOUR};
        assertThat(CalendarDays.returns(MIDNIGHT, 100, times, new double[] {100, 150, Double.NaN})
                        .toArray())
                .containsExactly(0.5);
    }

    @Test
    void hasNoReturnsWithoutTime() {
        assertThat(CalendarDays.returns(MIDNIGHT, 1, new long[] {MIDNIGHT}, new double[] {1})
                        .size())
                .isZero();
        assertThat(CalendarDays.returns(0, 1, new long[0], new double[0]).size())
                .isZero();
    }

    @Test
    void bringsALongRunToAYear() {
        Performance line = wave(365);
        double[] daily = line.daily().toArray();
        double mean = Arrays.stream(daily).average().orElseThrow();
        double variance = Arrays.stream(daily).map(r -> (r - mean) * (r - mean)).sum() / (daily.length - 1);
        assertThat(daily).hasSize(365);
        assertThat(line.sharpe()).isCloseTo(mean / Math.sqrt(variance) * Math.sqrt(365), within(1e-12));
        assertThat(line.volatility()).isCloseTo(Math.sqrt(variance * 365), within(1e-12));
        assertThat(line.annualReturn()).isCloseTo(line.totalReturn(), within(1e-12));
        assertThat(line.cagr()).isCloseTo(Math.pow(1 + line.totalReturn(), 365.25 / 365) - 1, within(1e-12));
        assertThat(line.calmar()).isCloseTo(line.annualReturn() / -line.maxDrawdown(), within(1e-12));
        assertThat(line.conditionalValueAtRisk(0.05)).isLessThanOrEqualTo(line.valueAtRisk(0.05));
    }

    @Test
    void makesNoYearOfAFewDays() {
        Performance line = wave(Performance.MIN_DAYS - 1);
        assertThat(line.totalReturn()).isFinite();
        assertThat(line.maxDrawdown()).isNegative();
        assertThat(new double[] {
                    line.annualReturn(),
                    line.cagr(),
                    line.volatility(),
                    line.sharpe(),
                    line.sortino(),
                    line.calmar(),
                    line.valueAtRisk(0.05),
                    line.conditionalValueAtRisk(0.05)
                })
                .containsOnly(Double.NaN);
        assertThat(wave(Performance.MIN_DAYS).sharpe()).isFinite();
    }

    @Test
    void hasNoRatioWhereNothingVaries() {
        Performance line = line(60, new double[61], 100);
        assertThat(line.sharpe()).isNaN();
        assertThat(line.sortino()).isNaN();
        assertThat(line.calmar()).isNaN();
        assertThat(line.maxDrawdown()).isZero();
        assertThat(1 / line.maxDrawdown()).as("no minus zero").isPositive();
        assertThat(line.deepest()).isEmpty();
    }

    @Test
    void findsTheDeepestAndTheLongestDrawdown() {
        double[] change = {0, 0, -50, 0, 0, 10, 5, 5, 5, 20};
        Performance line = line(9, change, 100);
        assertThat(line.deepest().orElseThrow().depth()).isEqualTo(0.5);
        assertThat(line.deepest().orElseThrow().lengthNanos()).isEqualTo(2 * DAY);
        assertThat(line.longest().orElseThrow().startNanos()).isEqualTo(MIDNIGHT + 5 * DAY);
        assertThat(line.longest().orElseThrow().isRecovered()).isTrue();
        assertThat(line.maxDrawdown()).isEqualTo(-0.5);
    }

    @Test
    void hasNoDrawdownOnceEquityIsGone() {
        Performance line = line(2, new double[] {0, -150, -100}, 100);
        assertThat(line.maxDrawdown()).isNaN();
        assertThat(line.averageDrawdown()).isNaN();
        assertThat(line.totalReturn()).isEqualTo(-1);
    }

    @Test
    void survivesAnEmptyLine() {
        Performance line = Performance.of(new long[0], new double[0], Double.NaN);
        assertThat(line.totalReturn()).isNaN();
        assertThat(line.maxDrawdown()).isNaN();
        assertThat(line.sharpe()).isNaN();
        assertThat(line.lengthNanos()).isZero();
    }

    private static Performance wave(int days) {
        double[] change = IntStream.rangeClosed(0, days)
                .mapToDouble(i -> i * 0.1 + 3 * Math.sin(i))
                .toArray();
        change[0] = 0;
        return line(days, change, 100);
    }

    private static Performance line(int days, double[] change, double start) {
        long[] times = IntStream.rangeClosed(0, days)
                .mapToLong(i -> MIDNIGHT + i * DAY)
                .toArray();
        return Performance.of(times, Arrays.stream(change).map(c -> start + c).toArray(), start);
    }
}
