package io.ttquant.api.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantityForValueTest {
    @Test
    void isTheDecimalQuotientFlooredToLots() {
        long seed = 9;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            Instrument instrument = Instrument.spot("x:AB", "A", "B")
                    .tick(BigDecimal.valueOf(random.nextInt(1, 50), random.nextInt(0, 9)))
                    .lot(BigDecimal.valueOf(random.nextInt(1, 50), random.nextInt(0, 7)))
                    .build();
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >>> random.nextInt(1, 60), random.nextInt(-2, 12));
            long rawPrice = instrument.rawTick() * random.nextLong(1, 1L << random.nextInt(1, 40));
            BigDecimal lotValue = FixedPoint.toDecimal(rawPrice, instrument.priceScale())
                    .multiply(FixedPoint.toDecimal(instrument.rawLot(), instrument.quantityScale()));
            BigDecimal lots = value.divide(lotValue, 0, RoundingMode.FLOOR);
            if (lots.precision() < 16) {
                assertThat(instrument.rounding().quantityForValue(value, rawPrice))
                        .as("seed %d, round %d: %s at raw %d of %s", seed, i, value, rawPrice, instrument)
                        .isEqualTo(lots.longValueExact() * instrument.rawLot());
            }
        }
    }
}
