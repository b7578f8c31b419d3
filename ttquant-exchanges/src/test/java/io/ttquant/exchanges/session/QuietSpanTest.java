package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The moment for which an account is given tells fills that are in it from those that are not, whatever clocks and the steps of times do. */
class QuietSpanTest {
    private static final long SEED = 20_261;
    private static final long MILLI = 1_000_000;

    @Test
    void fillsBeforeTheFirstReadingAreNotAfterTheMomentAndFillsAfterTheSecondAre() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long error = random.nextLong(200 * MILLI);
            long off = random.nextLong(2 * error + 1) - error;
            long read = 1_700_000_000_000_000_000L + random.nextLong(MILLI);
            long since = random.nextLong(10 * MILLI);
            Duration wait = QuietSpan.stillToWait(Duration.ofNanos(since), Duration.ofNanos(error));
            long again = read + since + wait.toNanos();
            long moment = new QuietSpan(read + off, again + off).moment();
            assertThat(cut(read)).as("seed %s, round %s", SEED, i).isLessThanOrEqualTo(moment);
            assertThat(cut(again)).as("seed %s, round %s", SEED, i).isGreaterThan(moment);
        }
    }

    private static long cut(long nanos) {
        return nanos / MILLI * MILLI;
    }

    @Test
    void nothingIsWaitedForOnceEnoughTimeHasPassed() {
        assertThat(QuietSpan.stillToWait(Duration.ofMillis(22), Duration.ofMillis(10)))
                .isZero();
        assertThat(QuietSpan.stillToWait(Duration.ofMillis(21), Duration.ofMillis(10)))
                .isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new QuietSpan(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
