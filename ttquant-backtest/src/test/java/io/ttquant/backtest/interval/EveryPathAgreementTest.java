package io.ttquant.backtest.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The search over meeting points finds exactly the worst and the best of all tick paths. */
class EveryPathAgreementTest {
    @Test
    void the_search_finds_the_worst_and_the_best_of_all_tick_paths() {
        int ambiguous = 0;
        int wide = 0;
        for (int seed = 1; seed <= 8000; seed++) {
            Random random = new Random(seed);
            RandomScript script = new RandomScript(5);
            Rules rules = RandomScript.rules(random);
            List<PathBar> bars = script.bars(random, 1 + random.nextInt(3));
            script.script(random, bars, 6);
            long mark = bars.get(bars.size() - 1).rawClose();

            IntervalSearch search = new IntervalSearch(rules, script.commands, 100_000, new Budget());
            bars.forEach(bar -> search.bar(
                    bar.tsOpen(),
                    bar.tsClose(),
                    bar.tsClose(),
                    bar.rawOpen(),
                    bar.rawHigh(),
                    bar.rawLow(),
                    bar.rawClose(),
                    0));
            Range found = search.finish(mark);

            EveryPath paths = new EveryPath(rules);
            for (PathBar bar : bars) {
                paths.bar(
                        bar,
                        script.commands.stream()
                                .filter(c -> c.nanos == bar.tsOpen())
                                .toList());
            }
            assertThat(found)
                    .as("seed %d: %s bars %s", seed, script.describe(), bars)
                    .isEqualTo(paths.result(mark));
            assertThat(search.ambiguousBars() > 0)
                    .as("ambiguity, seed %d: %s", seed, script.describe())
                    .isEqualTo(search.ambiguousBars() > 0 || paths.results > 1);
            ambiguous += search.ambiguousBars() > 0 ? 1 : 0;
            wide += found.isPoint() ? 0 : 1;
        }
        assertThat(ambiguous).isGreaterThan(500);
        assertThat(wide).isGreaterThan(300);
    }
}
