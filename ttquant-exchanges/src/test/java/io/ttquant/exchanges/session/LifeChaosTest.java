package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong on the way, in the end the engine has been told what is true at the venue, and never anything else on the way there. Fault kinds of the
 * failure catalogue: request or answer lost, late, twice, out of order; stream cut; news dropped or of unknown words; replicas that lag; answers that say
 * nothing; cancels by the venue; orders of others; partial fills.
 */
class LifeChaosTest {
    /** More with {@code -Dttquant.seeds=N}, one alone with {@code -Dttquant.seed=N}. */
    private static final long SEEDS = Long.getLong("ttquant.seeds", 2_000);

    private static final long ONLY = Long.getLong("ttquant.seed", 0);

    private static final int MOST_SEEDS = 300;

    @Test
    void theEngineEndsWithWhatTheVenueHas() {
        for (long seed = ONLY > 0 ? ONLY : 1; seed <= (ONLY > 0 ? ONLY : SEEDS); seed++) {
            run(seed);
        }
    }

    @Test
    void soItDoesIfReducingOrdersLeaveWhileNewsIsMissing() {
        for (long seed = ONLY > 0 ? ONLY : 1; seed <= (ONLY > 0 ? ONLY : SEEDS / 4); seed++) {
            run(seed, true);
        }
    }

    /** Seeds that once found a mistake: a size told from a replica that lagged, an order that was adopted again by old news. */
    @ParameterizedTest
    @ValueSource(longs = {10, 17, 79, 261, 1445, 2874, 3391})
    void aSeedThatFoundAMistakeStaysGood(long seed) {
        run(seed);
    }

    @Test
    void theSameSeedTellsTheSame() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(log(seed)).as("seed %d", seed).isEqualTo(log(seed));
        }
    }

    private static List<String> log(long seed) {
        LifeChaos run = new LifeChaos(seed, new LifeChaos.Defect());
        run.go();
        return run.book.log;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void aPlantedDefectIsFound(String name, LifeChaos.Defect defect, TestReporter reporter) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            try {
                new LifeChaos(seed, defect).go();
            } catch (AssertionError | RuntimeException e) {
                reporter.publishEntry(name, "found by seed " + seed + ": " + e.getMessage());
                return;
            }
        }
        throw new AssertionError(name + ": not found by " + MOST_SEEDS + " seeds");
    }

    static Stream<Arguments> defects() {
        return PlantedDefects.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static void run(long seed) {
        run(seed, false);
    }

    private static void run(long seed, boolean hasReducing) {
        LifeChaos run = new LifeChaos(seed, new LifeChaos.Defect(), hasReducing);
        try {
            run.go();
        } catch (AssertionError | RuntimeException e) {
            String log = ONLY > 0 ? String.join("\n", run.book.log) : "";
            throw new AssertionError(
                    String.format(
                            Locale.ROOT,
                            "seed %d (again with -Dttquant.seed=%d): %s%n%s",
                            seed,
                            seed,
                            e.getMessage(),
                            log),
                    e);
        }
    }
}
