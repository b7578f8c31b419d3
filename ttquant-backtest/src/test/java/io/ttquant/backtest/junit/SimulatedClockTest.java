package io.ttquant.backtest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SimulatedMarket
class SimulatedClockTest {
    private static final Instant START = WrittenMarket.START;

    private final List<String> seen = new ArrayList<>();

    @Test
    void aTestMovesItWhileNothingRuns(SimulatedClock clock) {
        clock.after(Duration.ofSeconds(2), () -> seen.add("second at " + clock.instant()))
                .at(START.plusSeconds(1), () -> seen.add("first at " + clock.instant()))
                .after(Duration.ofSeconds(9), () -> seen.add("never"));

        clock.advance(Duration.ofSeconds(3));

        assertThat(seen).containsExactly("first at 2024-01-01T00:00:01Z", "second at 2024-01-01T00:00:02Z");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void itIsTheEnginesClockInARunAndStaysAtItsEnd(
            WrittenMarket market, BacktestRunner runner, Instrument btc, Clock clock) {
        Script script = new Script(btc.id()).at(2, orders -> seen.add("bar at " + clock.instant()));

        runner.run(script, market.closes("100 101 102"));

        assertThat(seen).containsExactly("bar at 2024-01-01T00:02:00Z");
        assertThat(clock.instant()).isEqualTo("2024-01-01T00:03:00Z");
    }

    @Test
    void somethingIsDoneInTheMiddleOfARunBeforeTheDataOfThatInstant(
            WrittenMarket market, BacktestRunner runner, Instrument btc, SimulatedClock clock) {
        Script script = new Script(btc.id()).at(1, orders -> seen.add("bar 1")).at(2, orders -> seen.add("bar 2"));
        clock.at(START.plusSeconds(120), () -> seen.add("test at " + clock.instant()))
                .after(
                        Duration.ofSeconds(90),
                        () -> clock.after(
                                Duration.ofSeconds(15), () -> seen.add("asked for on the way, at " + clock.instant())));

        TestRun run = runner.run(script, market.closes("100 101 102"));

        assertThat(seen)
                .containsExactly(
                        "bar 1",
                        "asked for on the way, at 2024-01-01T00:01:45Z",
                        "test at 2024-01-01T00:02:00Z",
                        "bar 2");
        assertThat(run.decisions()).noneMatch(line -> line.contains("clock"));
    }

    @Test
    void aRunWithAClockIsTheSameRun(WrittenMarket market, BacktestRunner runner, Instrument btc, SimulatedClock clock) {
        clock.after(Duration.ofSeconds(30), () -> {});
        TestRun with = runner.run(buyer(btc), market.closes("100 101 102"));

        TestRun without = BacktestRunner.DEFAULT.cash("10000 USDT").run(buyer(btc), market.closes("100 101 102"));

        assertThat(with.decisions()).isEqualTo(without.decisions());
        assertThat(with.result().fingerprint()).isEqualTo(without.result().fingerprint());
    }

    private static Script buyer(Instrument btc) {
        return new Script(btc.id())
                .at(1, orders -> orders.buy(btc.id()).quantity("1").market().submit());
    }

    @Test
    void whatFailsInTheMiddleFailsTheTestWithTheWholeRun(
            WrittenMarket market, BacktestRunner runner, Instrument btc, SimulatedClock clock) {
        Script script = new Script(btc.id()).at(3, orders -> seen.add("bar 3"));
        AssertionError wrong = new AssertionError("expected rain");
        clock.after(Duration.ofSeconds(90), () -> {
            throw wrong;
        });

        assertThatThrownBy(() -> runner.run(script, market.closes("100 101 102")))
                .isSameAs(wrong);
        assertThat(seen).containsExactly("bar 3");
    }

    @Test
    void aMomentThatNeverComesFailsTheTest(
            WrittenMarket market, BacktestRunner runner, Instrument btc, SimulatedClock clock) {
        clock.after(Duration.ofMinutes(5), () -> seen.add("never"));

        assertThatThrownBy(() -> runner.run(new Script(btc.id()), market.closes("100 101 102")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("something was to be done at 2024-01-01T00:05:00Z, but the run ended before, at"
                        + " 2024-01-01T00:03:00Z; give an earlier time, or data that last longer");
        runner.run(new Script(btc.id()), market.closes("100 101 102"));
        assertThat(seen).isEmpty();
    }

    @Test
    void wrongUseIsRefusedWithTheRemedy(
            WrittenMarket market, BacktestRunner runner, Instrument btc, SimulatedClock clock) {
        clock.advance(Duration.ofSeconds(5));
        assertThatThrownBy(() -> clock.moveTo(START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2024-01-01T00:00:00Z is before the time of the test, 2024-01-01T00:00:05Z;"
                        + " time never goes back: give a later one");
        assertThatThrownBy(() -> clock.after(Duration.ofSeconds(-1), () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        Script mover = new Script(btc.id()).at(1, orders -> clock.advance(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> runner.run(mover, market.closes("100 101")))
                .hasRootCauseMessage("a run is under way and moves the clock itself;"
                        + " say before it, with at(...), what is to be done when");
        SimulatedClock early = SimulatedClock.at(START.minusSeconds(60)).after(Duration.ofSeconds(1), () -> {});
        assertThatThrownBy(() -> runner.clock(early).run(new Script(btc.id()), market.closes("100")))
                .hasRootCauseMessage("something is to be done at 2023-12-31T23:59:01Z, but the run starts later, at"
                        + " 2024-01-01T00:00:00Z; give a time of the run, or move the clock there before");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    }
}
