package io.ttquant.exchanges.session;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong on the way, in the end the engine has been told what is true at the venue, and never anything else on the way there. Fault kinds of the
 * failure catalogue: request or answer lost, late, twice, out of order; stream cut; news dropped or of unknown words; replicas that lag; answers that say
 * nothing; cancels by the venue; orders of others; partial fills.
 */
class LifeChaosTest {
    /** More with {@code -Dttquant.seeds=N}, one alone with {@code -Dttquant.seed=N}. */
    private static final long SEEDS = Long.getLong("ttquant.seeds", 2_000);

    private static final long ONLY = Long.getLong("ttquant.seed", 0);

    @Test
    void theEngineEndsWithWhatTheVenueHas() {
        for (long seed = ONLY > 0 ? ONLY : 1; seed <= (ONLY > 0 ? ONLY : SEEDS); seed++) {
            run(seed);
        }
    }

    private static void run(long seed) {
        LifeChaos run = new LifeChaos(seed, new LifeChaos.Defect());
        try {
            run.go();
        } catch (AssertionError | RuntimeException e) {
            String log = ONLY > 0 ? String.join("\n", run.book.log) : "";
            throw new AssertionError(
                    String.format(Locale.ROOT, "seed %d (again with -Dttquant.seed=%d): %s%n%s", seed, seed, e.getMessage(), log),
                    e);
        }
    }
}
