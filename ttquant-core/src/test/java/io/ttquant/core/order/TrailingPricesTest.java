package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TrailingOffset.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Triggers of trailing stops, against decimals and at the ends of the range. */
class TrailingPricesTest {
    private static long trigger(Kind kind, long distance, boolean isBuy, long tick, long followed) {
        return TrailingPrices.rawTrigger(TrailingOffset.of(kind, distance), isBuy, tick, followed);
    }

    @Test
    void anExactOffsetIsKept() {
        assertThat(trigger(Kind.PRICE, 50, false, 5, 1_000)).isEqualTo(950);
        assertThat(trigger(Kind.TICKS, 10, true, 5, 1_000)).isEqualTo(1_050);
        assertThat(trigger(Kind.BASIS_POINTS, 5_000, false, 5, 1_000)).isEqualTo(995);
    }

    @Test
    void theSmallestShareIsATickAway() {
        assertThat(trigger(Kind.BASIS_POINTS, 1, false, 5, 1_000)).isEqualTo(995);
        assertThat(trigger(Kind.BASIS_POINTS, 1, true, 5, 1_000)).isEqualTo(1_005);
    }

    @Test
    void aPriceBetweenTwoTicksIsRoundedAwayToo() {
        assertThat(trigger(Kind.TICKS, 1, false, 5, 1_003)).isEqualTo(995);
        assertThat(trigger(Kind.TICKS, 1, true, 5, 1_003)).isEqualTo(1_010);
    }

    @Test
    void theEndsOfTheRangeHold() {
        long highest = Long.MAX_VALUE / 5 * 5;
        assertThat(trigger(Kind.PRICE, 2_000, false, 5, 1_000)).isEqualTo(5);
        assertThat(trigger(Kind.TICKS, Long.MAX_VALUE, true, 5, 1_000)).isEqualTo(highest);
        assertThat(trigger(Kind.PRICE, highest, true, 5, 10)).isEqualTo(highest);
        assertThat(trigger(Kind.BASIS_POINTS, 999_999, false, 1, Long.MAX_VALUE))
                .isPositive();
    }

    @Test
    void sharesAgreeWithDecimals() {
        for (long seed = 1; seed <= 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long tick = random.nextLong(1, 1_000);
            long followed = random.nextLong(1, 1L << random.nextInt(10, 61));
            long distance = random.nextLong(1, 1_000_000);
            boolean isBuy = random.nextBoolean();
            BigDecimal off = BigDecimal.valueOf(followed).multiply(BigDecimal.valueOf(distance, 6));
            BigDecimal exact = isBuy
                    ? BigDecimal.valueOf(followed).add(off)
                    : BigDecimal.valueOf(followed).subtract(off);
            BigDecimal expected = exact.divide(
                            BigDecimal.valueOf(tick), 0, isBuy ? RoundingMode.CEILING : RoundingMode.FLOOR)
                    .multiply(BigDecimal.valueOf(tick))
                    .max(BigDecimal.valueOf(tick));
            assertThat(trigger(Kind.BASIS_POINTS, distance, isBuy, tick, followed))
                    .as("seed %d", seed)
                    .isEqualTo(expected.longValueExact());
        }
    }
}
