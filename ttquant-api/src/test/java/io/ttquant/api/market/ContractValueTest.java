package io.ttquant.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values of contracts of every type, and fractions of values, against BigDecimal rounded once. */
class ContractValueTest {
    private static final MathContext FINE = new MathContext(120, RoundingMode.HALF_EVEN);
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Currency USD = Currency.of("USD", 2);

    private static InstrumentBuilder inverse() {
        return Instrument.inversePerpetual(InstrumentId.parse("x:BTCUSD"), BTC, USD)
                .tick("0.5")
                .lot("1");
    }

    @Test
    void anInverseContractIsWorthLessTheHigherThePrice() {
        Instrument hundred = inverse().multiplier(BigDecimal.valueOf(100)).build();

        assertThat(hundred.rawNotional(50_000_0, 10)).isEqualTo(2000000L);
        assertThat(hundred.rawNotional(25_000_0, -10)).isEqualTo(-4000000L);
        assertThat(hundred.settlement()).isEqualTo(BTC);
        // 10 × 100 ÷ 30000 = 0.033333333…
        assertThat(hundred.rawNotional(30_000_0, 10)).isEqualTo(3333333L);
    }

    @Test
    void aQuantoContractIsWorthItsPriceTimesAFixedSum() {
        Instrument quanto = Instrument.quantoPerpetual(InstrumentId.parse("x:ETHUSD"), Currency.of("ETH"), USD, BTC)
                .tick("0.05")
                .lot("1")
                .multiplier(new BigDecimal("0.000001"))
                .build();

        assertThat(quanto.rawNotional(200_00, 100)).isEqualTo(2000000L);
        assertThat(quanto.rounding().quantityForValue(new BigDecimal("0.02"), 200_00))
                .isEqualTo(100);
    }

    @Test
    void aValueBecomesWholeContractsThatAreWorthNoMore() {
        Instrument hundred = inverse().multiplier(BigDecimal.valueOf(100)).build();

        assertThat(hundred.rounding().quantityForValue(new BigDecimal("0.02"), 50_000_0))
                .isEqualTo(10);
        assertThat(hundred.rounding().quantityForValue(new BigDecimal("0.01999999"), 50_000_0))
                .isEqualTo(9);
        assertThatThrownBy(() -> hundred.rounding().quantityForValue(new BigDecimal("1e999999999"), 50_000_0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("value 1E+999999999 of x:BTCUSD does not fit 64 bits");
    }

    @Test
    void anInverseContractHasNoValueWithoutAPrice() {
        assertThatThrownBy(() -> inverse().build().rawNotional(0, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("an inverse contract has no value at raw price 0; its price must be above zero");
    }

    @Test
    void theLargestInverseOrderIsTheOneAtTheLowestPrice() {
        InstrumentBuilder large = inverse().maxQuantity(new BigDecimal("100000000000"));

        assertThatThrownBy(large::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instrument x:BTCUSD: its largest order, 100000000000 at 0.5, does not fit 64 bits at the 8"
                        + " decimals of BTC; set maxNotional or minPrice, or give the base currency a smaller scale");
        assertThat(large.minPrice(BigDecimal.valueOf(1000)).build().filters().rawMinPrice())
                .isEqualTo(10_000);
    }

    @Test
    void aContractIsSettledInTheCurrencyOfItsType() {
        assertRefused(
                inverse().contract(ContractType.INVERSE, USD),
                "a contract that is INVERSE is settled in its base currency BTC, not in USD");
        assertRefused(
                inverse().contract(ContractType.LINEAR, BTC),
                "a contract that is LINEAR is settled in its quote currency USD, not in BTC");
        assertRefused(
                inverse().contract(ContractType.QUANTO, USD),
                "a contract that is QUANTO is settled in another currency than its quote currency USD, not in USD");
        assertRefused(
                Instrument.spot(InstrumentId.parse("x:BTCUSD"), BTC, USD)
                        .tick("0.5")
                        .lot("1")
                        .contract(ContractType.INVERSE, BTC),
                "spot is always LINEAR, not INVERSE");
    }

    private static void assertRefused(InstrumentBuilder builder, String why) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void everyValueAndEveryPartOfItIsTheExactFigureRoundedOnce() {
        long seed = 33;
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < 40_000; i++) {
            Instrument instrument = instrument(random);
            long price = 1 + (random.nextLong() >>> random.nextInt(1, 64)) / 2;
            long quantity = random.nextLong() >> random.nextInt(64);
            int scale = random.nextInt(0, 13);
            long fraction = random.nextLong() >> random.nextInt(30, 64);
            BigDecimal value = value(instrument, price, quantity);
            String where = "seed " + seed + ", round " + i + ": raw " + price + " and " + quantity + " of "
                    + instrument.contractType() + " × " + instrument.multiplier() + ", part " + fraction + " at "
                    + scale;
            refused += agrees(where, instrument, value, () -> instrument.rawNotional(price, quantity));
            refused += agrees(
                    where,
                    instrument,
                    value.multiply(BigDecimal.valueOf(fraction, scale)),
                    () -> instrument.rawNotionalPart(price, quantity, fraction, scale));
        }
        assertThat(refused).as("values that do not fit").isBetween(2_000, 78_000);
    }

    private static int agrees(
            String where, Instrument instrument, BigDecimal exact, java.util.function.LongSupplier computed) {
        BigDecimal rounded = exact.setScale(instrument.settlement().scale(), RoundingMode.HALF_EVEN);
        if (rounded.unscaledValue().bitLength() > 63) {
            assertThatThrownBy(computed::getAsLong).as(where).isInstanceOf(ArithmeticException.class);
            return 1;
        }
        assertThat(computed.getAsLong())
                .as(where)
                .isEqualTo(rounded.unscaledValue().longValueExact());
        return 0;
    }

    /** The quotient of an inverse contract has endless digits; with 120 of them no tie is mistaken. */
    private static BigDecimal value(Instrument i, long rawPrice, long rawQuantity) {
        BigDecimal price = BigDecimal.valueOf(rawPrice, i.priceScale());
        BigDecimal contracts =
                BigDecimal.valueOf(rawQuantity, i.quantityScale()).multiply(i.multiplier());
        return i.isInverse() ? contracts.divide(price, FINE) : contracts.multiply(price);
    }

    private static Instrument instrument(SplittableRandom random) {
        BigDecimal multiplier = random.nextBoolean()
                ? BigDecimal.ONE
                : BigDecimal.valueOf(random.nextLong() >>> random.nextInt(1, 63) | 1, random.nextInt(0, 19));
        InstrumentId id = InstrumentId.parse("x:AB");
        Currency a = Currency.of("A", random.nextInt(0, 19));
        Currency b = Currency.of("B", random.nextInt(0, 19));
        InstrumentBuilder builder = switch (random.nextInt(3)) {
            case 0 -> Instrument.perpetual(id, a, b);
            case 1 -> Instrument.inversePerpetual(id, a, b);
            default -> Instrument.quantoPerpetual(id, a, b, Currency.of("C", random.nextInt(0, 19)));
        };
        return builder.tick(BigDecimal.valueOf(1, random.nextInt(0, 19)))
                .lot(BigDecimal.valueOf(1, random.nextInt(0, 19)))
                .multiplier(multiplier)
                .build();
    }
}
