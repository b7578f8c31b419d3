package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FilledValueTest {
    @Test
    void averagesFillsWeightedByQuantity() {
        FilledValue value = new FilledValue();
        value.add(100, 1);
        value.add(103, 2);

        assertThat(value.averagePrice(3)).isEqualTo(102.0);
    }

    @Test
    void agreesWithBigIntegersBeyondALong() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FilledValue value = new FilledValue();
            BigInteger plain = BigInteger.ZERO;
            long quantity = 0;
            for (int i = 0; i < 50; i++) {
                long price = random.nextLong(-1L << 50, 1L << 62);
                long filled = random.nextLong(1, 1L << 52);
                value.add(price, filled);
                quantity += filled;
                plain = plain.add(BigInteger.valueOf(price).multiply(BigInteger.valueOf(filled)));
            }
            double expected = new BigDecimal(plain)
                    .divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64)
                    .doubleValue();
            assertThat(value.averagePrice(quantity))
                    .as("seed %d", seed)
                    .isCloseTo(expected, within(Math.abs(expected) * 1e-14));
        }
    }

    @Test
    void refusesToWrap() {
        FilledValue value = new FilledValue();
        value.add(Long.MAX_VALUE, Long.MAX_VALUE);
        value.add(Long.MAX_VALUE, Long.MAX_VALUE);

        assertThatThrownBy(() -> value.add(Long.MAX_VALUE, Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
