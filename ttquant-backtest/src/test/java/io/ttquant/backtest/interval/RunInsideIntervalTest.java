package io.ttquant.backtest.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import io.ttquant.core.portfolio.FundsPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a strategy does, what its run made lies inside the interval, for every path that a run may assume. */
class RunInsideIntervalTest {
    private static final Instrument COIN =
            Instrument.spot("test:COINUSD", "COIN", "USD").tick("1").lot("1").build();

    @Test
    void a_run_that_trades_at_closes_lies_inside_its_interval() {
        check(false, 60);
    }

    @Test
    void a_run_that_trades_inside_bars_lies_inside_its_interval() {
        check(true, 150);
    }

    @Test
    void a_run_whose_commands_take_time_lies_inside_its_interval() {
        for (int milliseconds : new int[] {1, 700, 45_000, 130_000}) {
            check(
                    true,
                    15,
                    LatencyModel.constant(Duration.ofMillis(milliseconds), Duration.ofMillis(milliseconds / 3)));
        }
    }

    @Test
    void it_is_not_available_where_the_engine_may_leave_in_the_place_of_a_refused_stop() {
        PnlInterval interval = Backtest.of(RandomBars.of(COIN, 3, 60, 16).source())
                .cash("100000 USD")
                .funds(FundsPolicy.BORROW)
                .simulation(SimulationConfig.DEFAULT.withPassedStopsRejected(true))
                .strategy("s", new RandomTrading(COIN, RandomBars.SPEC, 3, true, 0.35))
                .run()
                .interval();

        assertThat(interval.isAvailable()).isFalse();
        assertThat(interval.notes()).anyMatch(note -> note.contains("reject_passed_stops"));
    }

    private static void check(boolean hasTimers, int least) {
        check(hasTimers, least, LatencyModel.NONE);
    }

    private static void check(boolean hasTimers, int least, LatencyModel latency) {
        int wide = 0;
        for (int seed = 1; seed <= (latency == LatencyModel.NONE ? 250 : 25); seed++) {
            BacktestResult result = run(seed, hasTimers, latency);
            PnlInterval interval = result.interval();
            assertThat(interval.isAvailable()).as("seed %d: %s", seed, interval).isTrue();
            wide += interval.worst().equals(interval.best()) ? 0 : 1;
        }
        assertThat(wide).isGreaterThan(least);
    }

    static BacktestResult run(int seed, boolean hasTimers, LatencyModel latency) {
        Random random = new Random(seed);
        SimulationConfig config = SimulationConfig.DEFAULT
                .withLatency(latency)
                .withPath(BarPath.values()[random.nextInt(3)])
                .withTiming(random.nextInt(3) == 0 ? ExecutionTiming.CURRENT_CLOSE : ExecutionTiming.NEXT_OPEN)
                .withFills(List.of(FillPolicy.THROUGH, FillPolicy.TOUCH, new FillPolicy(0.5))
                        .get(random.nextInt(3)))
                .withFees(RateFees.of("0.001", "0.002"))
                .withSlippage(random.nextInt(3) == 0 ? SlippageModel.ticks(1) : SlippageModel.NONE)
                .withPassedStopsRejected(random.nextInt(4) == 0);
        RandomTrading trading = new RandomTrading(COIN, RandomBars.SPEC, seed, hasTimers, 0.35);
        return Backtest.of(RandomBars.of(COIN, seed, 60, 16).source())
                .cash("100000 USD")
                .funds(FundsPolicy.BORROW)
                .simulation(config)
                .seed(seed)
                .strategy("s", config.rejectPassedStops() ? trading.withoutReducingStops() : trading)
                .run();
    }
}
