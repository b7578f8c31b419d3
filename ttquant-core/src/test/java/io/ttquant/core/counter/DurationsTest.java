package io.ttquant.core.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.metrics.Distribution;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final Distribution NONE = new Durations().distribution();

    private static Distribution of(long... nanos) {
        Durations durations = new Durations();
        for (long each : nanos) {
            durations.record(each);
        }
        return durations.distribution();
    }

    /** The bucket that took the only value; the number of bounds if it is above all. */
    private static int bucket(long nanos) {
        Distribution one = of(nanos);
        for (int i = 0; i < one.size(); i++) {
            if (one.upTo(i) == 1) {
                return i;
            }
        }
        return one.size();
    }

    @Test
    void boundsRiseFromAMicrosecondTo100SecondsAndReadAsPeopleWriteThem() {
        assertThat(NONE.bound(0)).isEqualTo(1e-6);
        assertThat(NONE.bound(1)).isEqualTo(1.5e-6);
        assertThat(NONE.bound(19)).isEqualTo(0.0015);
        assertThat(NONE.bound(NONE.size() - 1)).isEqualTo(100);
        assertThat(NONE.size()).isEqualTo(49);
    }

    @Test
    void aDurationIsInTheFirstBucketWhoseBoundIsNotBelowIt() {
        for (int i = 0; i < NONE.size(); i++) {
            long bound = Math.round(NONE.bound(i) * 1e9);
            assertThat(bucket(bound)).as("at %s ns", bound).isEqualTo(i);
            assertThat(bucket(bound + 1)).as("above %s ns", bound).isEqualTo(i + 1);
            assertThat(bucket(bound - 1)).as("below %s ns", bound).isEqualTo(i);
        }
    }

    @Test
    void agreesWithTheSimpleSearchForAnyDuration() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            long nanos = random.nextLong() >>> random.nextInt(1, 63);
            int expected = 0;
            while (expected < NONE.size() && nanos > Math.round(NONE.bound(expected) * 1e9)) {
                expected++;
            }
            assertThat(bucket(nanos)).as("%s ns, seed %s", nanos, seed).isEqualTo(expected);
        }
    }

    @Test
    void zeroAndWhatIsBelowItAreInTheFirstBucketAndTheLongestAboveAll() {
        assertThat(bucket(0)).isZero();
        assertThat(bucket(-5)).isZero();
        assertThat(bucket(Long.MIN_VALUE)).isZero();
        assertThat(bucket(Long.MAX_VALUE)).isEqualTo(NONE.size());
    }

    @Test
    void sumAndCountAreThoseOfAll() {
        Distribution all = of(1_000, 2_000_000, -1, 3_000_000_000L);

        assertThat(all.count()).isEqualTo(4);
        assertThat(all.sum()).isEqualTo(3.002001);
    }
}
