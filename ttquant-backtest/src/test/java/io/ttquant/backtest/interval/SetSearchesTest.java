package io.ttquant.backtest.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BarSink;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bound by sets of orders leaves out no path, however orders come, and is the exact range where there is one set. */
class SetSearchesTest {
    private static final SearchLimits LIMITS = new SearchLimits(100_000, 100_000, 50_000, 4_000_000);

    private int several;
    private int wider;
    private int equal;

    @Test
    void no_tick_path_leaves_the_bound_of_orders_given_between_bars() {
        for (int seed = 1; seed <= 6000; seed++) {
            check(seed, new RandomScript(5));
        }
        assertThat(several).as("cases of several sets").isGreaterThan(2500);
        assertThat(wider).as("bounds wider than the paths").isGreaterThan(50);
        assertThat(equal).as("bounds as narrow as the paths").isGreaterThan(1500);
    }

    @Test
    void no_tick_path_leaves_the_bound_of_orders_that_arrive_inside_bars() {
        for (int seed = 1; seed <= 3000; seed++) {
            check(seed, new RandomScript(4, true));
        }
        assertThat(several).as("cases of several sets").isGreaterThan(1200);
        assertThat(wider).as("bounds wider than the paths").isGreaterThan(100);
    }

    private void check(int seed, RandomScript script) {
        Random random = new Random(seed);
        Rules rules = RandomScript.rules(random);
        List<PathBar> bars = script.bars(random, 1 + random.nextInt(3));
        script.script(random, bars, 6);
        String what = "seed " + seed + ": " + script.describe() + " bars " + bars;
        long mark = bars.get(bars.size() - 1).rawClose();

        IntervalSearch joint = new IntervalSearch(rules, script.commands, 100_000, new Budget(LIMITS));
        replay(joint, bars);
        Range exact = joint.finish(mark);
        Range walked = walk(rules, script, bars, mark);
        SetSearches one = search(List.of(script.whole()), rules, bars, mark);
        List<Script> sets = Components.apartFromPosition(script.whole());
        SetSearches apart = search(sets, rules, bars, mark);
        Range bound = apart.finish(mark);

        assertThat(exact.contains(walked))
                .as("%s in %s, %s", walked, exact, what)
                .isTrue();
        assertThat(bound.contains(walked))
                .as("%s in %s, %s", walked, bound, what)
                .isTrue();
        assertThat(bound.contains(exact))
                .as("%s in %s, walked %s %s", exact, bound, walked, what)
                .isTrue();
        assertThat(one.finish(mark)).as("one set, %s", what).isEqualTo(exact);
        assertThat(one.ambiguousBars()).as("ambiguous, %s", what).isEqualTo(joint.ambiguousBars());
        assertThat(one.decisiveBars()).as("decisive, %s", what).isEqualTo(joint.decisiveBars());
        assertThat(apart.ambiguousBars()).as("ambiguous, %s", what).isGreaterThanOrEqualTo(joint.ambiguousBars());
        assertThat(apart.decisiveBars()).as("decisive, %s", what).isGreaterThanOrEqualTo(joint.decisiveBars());
        if (sets.size() > 1) {
            several++;
            long rounding = sets.size();
            boolean isWider = !exact.plus(-rounding, rounding).contains(bound);
            wider += isWider ? 1 : 0;
            equal += isWider ? 0 : 1;
        }
    }

    private static SetSearches search(List<Script> sets, Rules rules, List<PathBar> bars, long mark) {
        SetSearches searches = new SetSearches(sets, rules, LIMITS, mark);
        replay(searches, bars);
        assertThat(searches.stopped).isNull();
        return searches;
    }

    private static void replay(BarSink sink, List<PathBar> bars) {
        bars.forEach(b ->
                sink.bar(b.tsOpen(), b.tsClose(), b.tsClose(), b.rawOpen(), b.rawHigh(), b.rawLow(), b.rawClose(), 0));
    }

    private static Range walk(Rules rules, RandomScript script, List<PathBar> bars, long mark) {
        EveryPath paths = new EveryPath(rules);
        for (PathBar bar : bars) {
            paths.bar(
                    bar,
                    script.commands.stream()
                            .filter(c -> c.nanos == bar.tsOpen())
                            .toList(),
                    script.commands.stream()
                            .filter(c -> bar.tsOpen() < c.nanos && c.nanos < bar.tsClose())
                            .toList());
        }
        return paths.result(mark);
    }
}
