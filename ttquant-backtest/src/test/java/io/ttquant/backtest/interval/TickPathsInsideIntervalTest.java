package io.ttquant.backtest.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Along any tick path of bars too wide to walk them all, a plain exchange makes no less than the worst and no more than the best. */
class TickPathsInsideIntervalTest {
    private static final int PATHS = 30;

    @Test
    void no_tick_path_leaves_the_interval_and_many_reach_its_ends() {
        int wide = 0;
        int reached = 0;
        for (int seed = 1; seed <= 600; seed++) {
            Random random = new Random(seed);
            RandomScript script = new RandomScript(30);
            Rules rules = RandomScript.rules(random);
            List<PathBar> bars = script.bars(random, 2 + random.nextInt(5));
            script.script(random, bars, 14);
            Range found = search(rules, script, bars);
            boolean isReached = false;
            for (int i = 0; i < PATHS; i++) {
                long made = walk(rules, script, bars, random);
                assertThat(found.contains(new Range(made, made)))
                        .as("seed %d, path %d: %d in %s %s", seed, i, made, found, script.describe())
                        .isTrue();
                isReached |= made == found.rawLeast() || made == found.rawMost();
            }
            wide += found.isPoint() ? 0 : 1;
            reached += !found.isPoint() && isReached ? 1 : 0;
        }
        assertThat(wide).isGreaterThan(40);
        assertThat(reached).isGreaterThan(wide / 2);
    }

    private static Range search(Rules rules, RandomScript script, List<PathBar> bars) {
        IntervalSearch search = new IntervalSearch(rules, script.commands, 100_000, new Budget());
        bars.forEach(b -> search.bar(
                b.tsOpen(), b.tsClose(), b.tsClose(), b.rawOpen(), b.rawHigh(), b.rawLow(), b.rawClose(), 0));
        return search.finish(bars.get(bars.size() - 1).rawClose());
    }

    private static long walk(Rules rules, RandomScript script, List<PathBar> bars, Random random) {
        NaiveVenue venue = new NaiveVenue(rules);
        for (PathBar bar : bars) {
            for (Command command : script.commands) {
                if (command.nanos == bar.tsOpen()) {
                    venue.done = command.index + 1;
                    venue.command(command);
                }
            }
            venue.open(bar.rawOpen());
            boolean isHighFirst = random.nextBoolean();
            wander(venue, bar, isHighFirst ? bar.rawHigh() : bar.rawLow(), random);
            wander(venue, bar, isHighFirst ? bar.rawLow() : bar.rawHigh(), random);
            wander(venue, bar, bar.rawClose(), random);
            venue.close();
        }
        return venue.cash
                + rules.instrument().rawNotional(bars.get(bars.size() - 1).rawClose(), venue.position);
    }

    /** Goes to a price with detours, and touches what may be touched at times. */
    private static void wander(NaiveVenue venue, PathBar bar, long to, Random random) {
        int detours = random.nextInt(40);
        while (venue.price != to || detours > 0) {
            long toward = venue.price + Long.signum(to - venue.price);
            long next = detours-- > 0 || toward == venue.price ? venue.price + (random.nextBoolean() ? 1 : -1) : toward;
            if (next >= bar.rawLow() && next <= bar.rawHigh()) {
                venue.tick(next);
            }
            if (venue.rules.isTouchPossible() && !venue.rules.isTouchCertain() && random.nextBoolean()) {
                venue.book.stream()
                        .filter(o -> o.type.equals("LIMIT") && !o.waits && o.price == venue.price)
                        .findFirst()
                        .ifPresent(venue::chance);
            }
        }
    }
}
