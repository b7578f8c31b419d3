package io.ttquant.api.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Decimals that are dropped, beside BigDecimal. */
class RescaleTest {
    private static final long SEED = 20_261_125;

    private static long expected(long raw, int digits) {
        return BigDecimal.valueOf(raw, digits)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    @Test
    void every_number_of_dropped_decimals_is_rounded_half_to_even() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int digits = 0; digits <= FixedPoint.MAX_SCALE; digits++) {
            for (int i = 0; i < 20_000; i++) {
                long raw = random.nextLong() >> random.nextInt(64);
                assertThat(FixedPoint.rescale(raw, digits, 0))
                        .as("seed %d: %d dropping %d", SEED, raw, digits)
                        .isEqualTo(expected(raw, digits));
            }
        }
    }

    @Test
    void ties_and_their_neighbours_on_both_sides_of_zero_and_the_extremes() {
        for (int digits = 1; digits <= FixedPoint.MAX_SCALE; digits++) {
            long half = FixedPoint.pow10(digits) / 2;
            for (long tie : new long[] {half, 3 * half, -half, -3 * half, Long.MAX_VALUE, Long.MIN_VALUE, 0}) {
                for (long raw : new long[] {tie, tie - 1, tie + 1}) {
                    assertThat(FixedPoint.rescale(raw, digits, 0))
                            .as("%d dropping %d", raw, digits)
                            .isEqualTo(expected(raw, digits));
                }
            }
        }
    }
}
