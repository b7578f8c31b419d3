package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.RunAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.backtest.statistics.Conventions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buys 10 at 100 and sells at 102, buys 10 at 101 and sells at 100, with 10,000: a win of 20, a loss of 10. */
@SimulatedMarket
class StatisticsAssertTest {
    private static final InstrumentId BTC = InstrumentId.parse("test:BTCUSDT");
    private TestRun run = new TestRun(null, List.of());

    @BeforeEach
    void trades(WrittenMarket market, BacktestRunner runner) {
        Script script = new Script(BTC)
                .at(1, orders -> orders.buy(BTC).quantity("10").market().submit())
                .at(2, orders -> orders.close(BTC))
                .at(3, orders -> orders.buy(BTC).quantity("10").market().submit())
                .at(4, orders -> orders.close(BTC));
        run = runner.run(
                script,
                market.every(BarSpec.minutes(1))
                        .bars("100", "100 103 99 102", "102 102 101 101", "101 101 100 100", "100"));
    }

    @Test
    void figuresAreAsserted() {
        assertThat(run)
                .statistics()
                .totalReturn()
                .isCloseTo(0.001, 1e-12)
                .winRate()
                .isBetween(0.5, 0.5)
                .profitFactor()
                .isCloseTo(2, 1e-12)
                .expectancy()
                .isAbove(4.99)
                .maxDrawdown()
                .isBelow(0)
                .sharpe()
                .isUnknown()
                .hasRoundTrips(2)
                .figure("best", figures -> figures.trades().best())
                .isAbove(0)
                .and()
                .hasOrders(4);
        assertThat(run)
                .statistics(Conventions.DEFAULT.withLeastDays(1))
                .annualReturn()
                .isUnknown()
                .volatility()
                .isUnknown()
                .sortino()
                .isUnknown()
                .calmar()
                .isUnknown();
    }

    @Test
    void aFailureNamesTheFigureTheConventionsAndWhatHappened() {
        String conventions = "\n"
                + "By these conventions: 365.0 periods a year, SAMPLE deviations, ARITHMETIC means, risk-free"
                + " return 0.0, required return 0.0, tail 0.05, 28 days at least, days of Z\n"
                + "What happened, in order:\n";
        says(
                () -> assertThat(run).statistics().winRate().isAbove(0.6),
                "expected win rate above 0.6, but it was 0.5" + conventions);
        says(
                () -> assertThat(run).statistics().winRate().isBelow(0.5),
                "expected win rate below 0.5, but it was 0.5" + conventions);
        says(
                () -> assertThat(run).statistics().winRate().isCloseTo(0.4, 0.01),
                "expected win rate to be within 0.01 of 0.4, but it was 0.5" + conventions);
        says(
                () -> assertThat(run).statistics().winRate().isBetween(0.6, 0.7),
                "expected win rate between 0.6 and 0.7, but it was 0.5" + conventions);
        says(
                () -> assertThat(run).statistics().winRate().isUnknown(),
                "expected win rate to be unknown, but it was 0.5" + conventions);
        says(
                () -> assertThat(run).statistics().hasRoundTrips(1),
                "expected 1 closed round trip, but there were 2" + "\nWhat happened, in order:\n");
    }

    @Test
    void whatIsNotKnownIsNeverAboveNorBelow() {
        String unknown =
                ", but it is not known: it is not defined for this run, or is a figure of a year, for which a run of"
                        + " at least 28 days is needed (Conventions.withLeastDays)\nBy these conventions: ";
        says(() -> assertThat(run).statistics().sharpe().isAbove(1), "expected Sharpe ratio above 1.0" + unknown);
        says(() -> assertThat(run).statistics().sharpe().isBelow(1), "expected Sharpe ratio below 1.0" + unknown);
        says(
                () -> assertThat(run).statistics().sharpe().isCloseTo(1, 9),
                "expected Sharpe ratio to be within 9.0 of 1.0" + unknown);
    }

    private static void says(ThrowingCallable assertion, String start) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageStartingWith(start);
    }
}
