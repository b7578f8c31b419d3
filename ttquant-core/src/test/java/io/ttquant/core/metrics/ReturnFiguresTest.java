package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures that were worked out by hand, and the edges. */
class ReturnFiguresTest {
    private static ReturnFigures daily(double... returns) {
        return new ReturnFigures(returns, Duration.ofDays(1));
    }

    @Test
    void sharpeIsMeanOverDeviationForAYear() {
        // Mean 0.01, squares 0.0001 + 0 + 0.0001 over 2: deviation 0.01.
        ReturnFigures figures = daily(0.00, 0.01, 0.02);

        assertThat(figures.volatility()).isCloseTo(0.01 * Math.sqrt(365), within(1e-12));
        assertThat(figures.sharpe()).isCloseTo(Math.sqrt(365), within(1e-9));
    }

    @Test
    void sortinoCountsLossesOnlyOverAllPeriods() {
        // Mean 0.005; root of (0.0001 / 2).
        assertThat(daily(-0.01, 0.02).sortino())
                .isCloseTo(0.005 / Math.sqrt(0.0001 / 2) * Math.sqrt(365), within(1e-9));
    }

    @Test
    void calmarIsTheYearlyReturnOverTheLargestDrawdown() {
        double growth = 1.1 * 0.9 * 1.05;

        assertThat(daily(0.1, -0.1, 0.05).calmar()).isCloseTo((Math.pow(growth, 365 / 3.0) - 1) / 0.1, within(1e-6));
    }

    @Test
    void valueAtRiskIsTheQuantileOfLossesAndTheConditionalOneTheAverageBeyond() {
        // -0.50, -0.49 ... 0.50
        double[] returns =
                IntStream.rangeClosed(-50, 50).mapToDouble(i -> i / 100.0).toArray();
        ReturnFigures figures = daily(returns);

        assertThat(figures.valueAtRisk(0.95)).isCloseTo(0.45, within(1e-12));
        assertThat(figures.conditionalValueAtRisk(0.95)).isCloseTo(0.475, within(1e-12));
        assertThat(figures.valueAtRisk(0.99)).isCloseTo(0.49, within(1e-12));
    }

    @Test
    void tooFewReturnsSayNothing() {
        assertThat(daily().sharpe()).isNaN();
        assertThat(daily(0.1).sharpe()).isNaN();
        assertThat(daily(0.1).volatility()).isNaN();
        assertThat(daily(0.1, 0.1).sharpe()).as("no deviation").isNaN();
        assertThat(daily(0.1, 0.2).sortino()).as("no loss").isNaN();
        assertThat(daily(0.1, 0.2).calmar()).as("no drawdown").isNaN();
        assertThat(daily(new double[19]).valueAtRisk(0.95)).isNaN();
        assertThat(daily(new double[20]).valueAtRisk(0.95)).isZero();
        assertThat(daily(new double[99]).conditionalValueAtRisk(0.99)).isNaN();
        assertThat(daily(new double[100]).conditionalValueAtRisk(0.99)).isZero();
    }

    @Test
    void gainsOnlyAreNoRisk() {
        double[] gains = new double[100];
        Arrays.fill(gains, 0.01);

        assertThat(daily(gains).valueAtRisk(0.95)).isZero();
        assertThat(daily(gains).conditionalValueAtRisk(0.95)).isZero();
    }
}
