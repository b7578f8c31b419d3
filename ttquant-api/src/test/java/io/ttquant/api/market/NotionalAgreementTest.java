package io.ttquant.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values of orders against price × quantity × multiplier with BigDecimal, rounded once. */
class NotionalAgreementTest {
    @Test
    void theValueIsTheExactProductRoundedOnceHalfToEven() {
        long seed = 21;
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < 40_000; i++) {
            Instrument instrument = instrument(random);
            long rawPrice = random.nextLong() >>> random.nextInt(1, 64);
            long rawQuantity = random.nextLong() >> random.nextInt(64);
            BigDecimal exact = BigDecimal.valueOf(rawPrice, instrument.priceScale())
                    .multiply(BigDecimal.valueOf(rawQuantity, instrument.quantityScale()))
                    .multiply(instrument.multiplier())
                    .setScale(instrument.quote().scale(), RoundingMode.HALF_EVEN);
            String where = "seed " + seed + ", round " + i + ": raw " + rawPrice + " × " + rawQuantity + " × "
                    + instrument.multiplier() + " at " + instrument.priceScale() + ", " + instrument.quantityScale()
                    + " to " + instrument.quote().scale();
            if (exact.unscaledValue().bitLength() > 63) {
                refused++;
                assertThatThrownBy(() -> instrument.rawNotional(rawPrice, rawQuantity))
                        .as(where)
                        .isInstanceOf(ArithmeticException.class);
            } else {
                assertThat(instrument.rawNotional(rawPrice, rawQuantity))
                        .as(where)
                        .isEqualTo(exact.unscaledValue().longValueExact());
            }
        }
        assertThat(refused).as("products that do not fit").isBetween(1_000, 39_000);
    }

    private static Instrument instrument(SplittableRandom random) {
        BigDecimal multiplier = switch (random.nextInt(3)) {
            case 0 -> BigDecimal.ONE;
            case 1 -> BigDecimal.valueOf(random.nextInt(1, 100_000), random.nextInt(0, 9));
            default -> BigDecimal.valueOf(random.nextLong() >>> random.nextInt(1, 63) | 1, random.nextInt(0, 19));
        };
        return Instrument.perpetual(
                        InstrumentId.parse("x:AB"), Currency.of("A", 18), Currency.of("B", random.nextInt(0, 19)))
                .tick(BigDecimal.valueOf(1, random.nextInt(0, 19)))
                .lot(BigDecimal.valueOf(1, random.nextInt(0, 19)))
                .multiplier(multiplier)
                .build();
    }
}
