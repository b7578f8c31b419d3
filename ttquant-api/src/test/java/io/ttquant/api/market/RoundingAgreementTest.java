package io.ttquant.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Rounding to ticks and lots against division with BigDecimal. */
class RoundingAgreementTest {
    private static final int ROUNDS = 20_000;

    @Test
    void decimalsGoToTheTickOrLotThatDivisionGives() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Instrument instrument = instrument(random);
            Rounding rounding = instrument.rounding();
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(-6, 30));
            String where = "seed " + seed + ", round " + i + ": " + value + " of " + steps(instrument);
            BigDecimal tick = BigDecimal.valueOf(instrument.rawTick(), instrument.priceScale());
            BigDecimal lot = BigDecimal.valueOf(instrument.rawLot(), instrument.quantityScale());
            check(
                    naive(value, tick, instrument.rawTick(), RoundingMode.FLOOR),
                    () -> rounding.floorPrice(value),
                    where);
            check(
                    naive(value, tick, instrument.rawTick(), RoundingMode.CEILING),
                    () -> rounding.ceilPrice(value),
                    where);
            check(naive(value, lot, instrument.rawLot(), RoundingMode.FLOOR), () -> rounding.floorToLot(value), where);
        }
    }

    @Test
    void doublesOffTheStepGoToTheStepThatDivisionGives() {
        long seed = 12;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Instrument instrument = instrument(random);
            Rounding rounding = instrument.rounding();
            BigDecimal tick = BigDecimal.valueOf(instrument.rawTick(), instrument.priceScale());
            long steps = random.nextLong(1L << 30) - (1L << 29);
            // Between 0.001 and 0.999 of a tick beyond a multiple: nothing is near enough to be taken for one.
            BigDecimal part = BigDecimal.valueOf(random.nextInt(1, 1_000), 3);
            double value = BigDecimal.valueOf(steps).add(part).multiply(tick).doubleValue();
            String where = "seed " + seed + ", round " + i + ": " + value + " of " + steps(instrument);
            check(big(steps, instrument.rawTick()), () -> rounding.floorPrice(value), where);
            check(big(steps + 1, instrument.rawTick()), () -> rounding.ceilPrice(value), where);
        }
    }

    @Test
    void doublesThatAreAMultipleButForTheirLastBitsAreThatMultiple() {
        long seed = 13;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Instrument instrument = instrument(random);
            Rounding rounding = instrument.rounding();
            BigDecimal lot = BigDecimal.valueOf(instrument.rawLot(), instrument.quantityScale());
            long steps = random.nextLong(1L << 40) >> random.nextInt(40);
            double nearest = BigDecimal.valueOf(steps).multiply(lot).doubleValue();
            double value = nearest + random.nextInt(-1, 2) * Math.ulp(nearest);
            String where = "seed " + seed + ", round " + i + ": " + value + " of " + steps(instrument);
            check(big(steps, instrument.rawLot()), () -> rounding.floorToLot(value), where);
        }
    }

    @Test
    void whatAValueBuysCostsAtMostTheValueAndOneLotMoreCostsMore() {
        long seed = 14;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Instrument instrument = instrument(random);
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >>> random.nextInt(1, 60), random.nextInt(-2, 12));
            long rawPrice = random.nextLong(1, 1L << random.nextInt(1, 40));
            BigDecimal lotValue = BigDecimal.valueOf(rawPrice, instrument.priceScale())
                    .multiply(BigDecimal.valueOf(instrument.rawLot(), instrument.quantityScale()))
                    .multiply(instrument.multiplier());
            BigDecimal raw = naive(value, lotValue, instrument.rawLot(), RoundingMode.FLOOR);
            check(
                    raw,
                    () -> instrument.rounding().quantityForValue(value, rawPrice),
                    "seed " + seed + ", round " + i + ": " + value + " at raw " + rawPrice + " of "
                            + steps(instrument));
        }
    }

    @Test
    void aFigureOfAbsurdExponentIsJudgedAtOnce() {
        Rounding rounding = instrument(new SplittableRandom(1)).rounding();

        assertThatThrownBy(() -> rounding.floorPrice(new BigDecimal("1e100000000")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("price 1E+100000000 of x:AB does not fit 64 bits; a price is at most ");
        assertThat(rounding.floorPrice(new BigDecimal("1e-100000000"))).isZero();
        assertThat(rounding.floorPrice(new BigDecimal("-1e-100000000")))
                .isEqualTo(-instrument(new SplittableRandom(1)).rawTick());
    }

    @Test
    void aQuantityBelowALotIsRefusedWhereOneMustBe() {
        Rounding rounding = Instrument.spot("x:AB", "A", "B")
                .tick("0.01")
                .lot("0.1")
                .build()
                .rounding();

        assertThat(rounding.floorQuantity(0.1 + 0.2)).isEqualTo(3);
        assertThatThrownBy(() -> rounding.floorQuantity(0.05))
                .hasMessage("quantity 0.05 of x:AB is not above zero in lots of 0.1; ask for at least one lot");
        assertThatThrownBy(() -> rounding.floorPrice(Double.NaN))
                .hasMessageStartingWith("price NaN is not a finite number");
        assertThatThrownBy(() -> rounding.quantityForValue(BigDecimal.TEN, 0))
                .hasMessage(
                        "price 0.00 of x:AB must be above zero to turn a value into a quantity; give the price of the order");
    }

    private static Instrument instrument(SplittableRandom random) {
        InstrumentId id = InstrumentId.parse("x:AB");
        io.ttquant.api.money.Currency base = io.ttquant.api.money.Currency.of("A", 18);
        io.ttquant.api.money.Currency quote = io.ttquant.api.money.Currency.of("B");
        return Instrument.perpetual(id, base, quote)
                .tick(BigDecimal.valueOf(random.nextInt(1, 50), random.nextInt(0, 10)))
                .lot(BigDecimal.valueOf(random.nextInt(1, 50), random.nextInt(0, 10)))
                .multiplier(
                        random.nextBoolean()
                                ? BigDecimal.ONE
                                : BigDecimal.valueOf(random.nextInt(1, 1_000), random.nextInt(0, 6)))
                .build();
    }

    private static String steps(Instrument i) {
        return "tick " + i.formatPrice(i.rawTick()) + ", lot " + i.formatQuantity(i.rawLot()) + ", multiplier "
                + i.multiplier();
    }

    private static BigDecimal naive(BigDecimal value, BigDecimal step, long rawStep, RoundingMode rounding) {
        return value.divide(step, 0, rounding).multiply(BigDecimal.valueOf(rawStep));
    }

    private static BigDecimal big(long steps, long rawStep) {
        return BigDecimal.valueOf(steps).multiply(BigDecimal.valueOf(rawStep));
    }

    private static void check(BigDecimal raw, LongSupplier figure, String where) {
        if (raw.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            assertThatThrownBy(figure::getAsLong)
                    .as(where)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("does not fit 64 bits");
        } else {
            assertThat(figure.getAsLong()).as(where).isEqualTo(raw.longValueExact());
        }
    }
}
