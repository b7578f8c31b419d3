package io.ttquant.backtest.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.SimulationConfig;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What gives up on a small limit is bounded by sets, and says so; what is too large even so says why. */
class ScriptPathsTest {
    private static final Instrument COIN = RandomScript.COIN;

    private record CentPerFill() implements FeeModel {
        @Override
        public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
            return 1_000_000;
        }

        @Override
        public String describe() {
            return "a cent a fill";
        }
    }

    private static ScriptPaths find(
            RandomScript script, List<PathBar> bars, SimulationConfig config, SearchLimits limits) {
        BarColumns.Builder columns = BarColumns.builder(COIN, RandomBars.SPEC);
        bars.forEach(
                b -> columns.add(b.tsOpen(), b.tsClose(), b.rawOpen(), b.rawHigh(), b.rawLow(), b.rawClose(), 1000));
        ExecutingBars executing = ExecutingBars.of(COIN, List.of(columns.build().source()));
        long mark = bars.get(bars.size() - 1).rawClose();
        ScriptPaths paths = new ScriptPaths(script.whole(), executing, config, mark, limits);
        paths.find();
        return paths;
    }

    @Test
    void a_search_that_gives_up_is_bounded_by_sets_that_leave_out_nothing() {
        int bounds = 0;
        for (int seed = 1; seed <= 2500; seed++) {
            RandomScript script = new RandomScript(5, seed % 2 == 0);
            Random random = new Random(seed);
            SimulationConfig config = RandomScript.rules(random).config();
            List<PathBar> bars = script.bars(random, 2 + random.nextInt(3));
            script.script(random, bars, 8);

            ScriptPaths exact = find(script, bars, config, SearchLimits.DEFAULT);
            ScriptPaths forced = find(script, bars, config, new SearchLimits(1, 2 + seed % 3, 50_000, 4_000_000));
            assertThat(exact.isOuter()).isFalse();
            if (forced.failure().isEmpty()) {
                assertThat(forced.range().contains(exact.range()))
                        .as("seed %d: %s in %s, %s", seed, exact.range(), forced.range(), script.describe())
                        .isTrue();
                assertThat(forced.ambiguousBars())
                        .as("seed %d: %s", seed, script.describe())
                        .isGreaterThanOrEqualTo(exact.ambiguousBars());
                bounds += forced.isOuter() ? 1 : 0;
            }
        }
        assertThat(bounds).as("bounds").isGreaterThan(20);
    }

    @Test
    void sets_that_are_too_large_themselves_leave_no_range_and_say_where() {
        RandomScript script = new RandomScript(5);
        Random random = new Random(4);
        List<PathBar> bars = script.bars(random, 3);
        script.script(random, bars, 8);

        ScriptPaths paths = find(script, bars, SimulationConfig.DEFAULT, new SearchLimits(1, 1, 0, 0));

        assertThat(paths.isOuter()).isFalse();
        assertThat(paths.failure()).startsWith("1 points in the bar that closes at ");
    }

    @Test
    void fees_that_do_not_tell_what_a_part_costs_leave_no_bound() {
        boolean isSeen = false;
        for (int seed = 1; seed <= 20; seed++) {
            RandomScript script = new RandomScript(5);
            Random random = new Random(seed);
            List<PathBar> bars = script.bars(random, 3);
            script.script(random, bars, 8);
            ScriptPaths paths = find(
                    script, bars, SimulationConfig.DEFAULT.withFees(new CentPerFill()), new SearchLimits(1, 1, 0, 0));
            if (script.orders.stream().anyMatch(order -> order.request.isReduceOnly())) {
                isSeen = true;
                assertThat(paths.failure())
                        .endsWith("; what a part of an order would cost is not known of fees of an own kind");
            }
        }
        assertThat(isSeen).isTrue();
    }
}
