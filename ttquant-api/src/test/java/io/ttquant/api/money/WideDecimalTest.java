package io.ttquant.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WideDecimalTest {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        5,
        -5,
        10,
        1L << 31,
        (1L << 32) - 1,
        1L << 32,
        (1L << 62) + 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -Long.MAX_VALUE,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        500_000_000_000_000_000L
    };

    @Test
    void dividesAsBigIntegersDo() {
        long seed = 20_240_611;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            long divisor = random.nextLong() >> random.nextInt(63) | 1;
            assertSame(a, b, divisor, "seed " + seed + ", round " + i);
        }
    }

    @Test
    void dividesAsBigIntegersDoAtTheEdges() {
        for (long a : EDGES) {
            for (long b : EDGES) {
                for (long divisor : EDGES) {
                    assertSame(a, b, divisor, "edge");
                }
            }
        }
    }

    @Test
    void shiftsAsBigDecimalsDo() {
        long seed = 77;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            int shift = random.nextInt(-5, 37);
            assertThat(outcome(() -> WideDecimal.multiply(a, b, shift)))
                    .as("seed %d, round %d: %d × %d, shift %d", seed, i, a, b, shift)
                    .isEqualTo(outcome(() -> WideDecimal.slowMultiply(a, b, shift)));
        }
    }

    @Test
    void tiesGoToEven() {
        assertThat(WideDecimal.multiplyDivide(5_000_000_000_000_000_000L, 5, 10_000_000_000_000_000L))
                .isEqualTo(2_500);
        assertThat(WideDecimal.multiplyDivide(25, 1, 10)).isEqualTo(2);
        assertThat(WideDecimal.multiplyDivide(35, 1, 10)).isEqualTo(4);
        assertThat(WideDecimal.multiplyDivide(-25, 1, 10)).isEqualTo(-2);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> WideDecimal.multiplyDivide(Long.MAX_VALUE, 3, 2))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> WideDecimal.multiplyDivide(1, 1, 0)).isInstanceOf(ArithmeticException.class);
    }

    private static void assertSame(long a, long b, long divisor, String where) {
        assertThat(outcome(() -> WideDecimal.multiplyDivide(a, b, divisor)))
                .as("%s: %d × %d ÷ %d", where, a, b, divisor)
                .isEqualTo(outcome(() -> WideDecimal.slowMultiplyDivide(a, b, divisor)));
    }

    private static String outcome(java.util.function.LongSupplier figure) {
        try {
            return Long.toString(figure.getAsLong());
        } catch (ArithmeticException e) {
            return "refused";
        }
    }
}
