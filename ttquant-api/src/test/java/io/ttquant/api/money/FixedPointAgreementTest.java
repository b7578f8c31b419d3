package io.ttquant.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Arithmetic on raw values against the same with BigDecimal, over all scales, at the edges of 64 bits and at ties. */
class FixedPointAgreementTest {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        5,
        -5,
        15,
        25,
        -25,
        Integer.MAX_VALUE,
        (1L << 53) - 1,
        1L << 53,
        (1L << 53) + 1,
        -(1L << 53),
        5_000_000_000_000_000_000L,
        -5_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
    };

    @Test
    void dividesHalfToEvenAsDecimalsDo() {
        long seed = 1;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            long dividend = raw(random);
            long divisor = raw(random);
            if (divisor != 0) {
                BigDecimal exact = big(dividend).divide(big(divisor), 0, RoundingMode.HALF_EVEN);
                check(
                        exact,
                        () -> FixedPoint.divideHalfEven(dividend, divisor),
                        "seed " + seed + ", round " + i + ": " + dividend + " / " + divisor);
            }
        }
    }

    @Test
    void multipliesAndRoundsOnceAsDecimalsDo() {
        long seed = 2;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            long a = raw(random);
            long b = raw(random);
            int scale = random.nextInt(19);
            int productScale = random.nextInt(37);
            BigDecimal exact =
                    big(a).multiply(big(b)).movePointLeft(productScale).setScale(scale, RoundingMode.HALF_EVEN);
            check(
                    exact.movePointRight(scale),
                    () -> FixedPoint.multiply(a, b, productScale, scale),
                    "seed " + seed + ", round " + i + ": " + a + " * " + b + ", " + productScale + " to " + scale);
        }
    }

    @Test
    void multipliesAndDividesAsDecimalsDo() {
        long seed = 3;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            long a = raw(random);
            long b = raw(random);
            long divisor = raw(random);
            if (divisor != 0) {
                BigDecimal exact = big(a).multiply(big(b)).divide(big(divisor), 0, RoundingMode.HALF_EVEN);
                check(
                        exact,
                        () -> FixedPoint.multiplyDivide(a, b, divisor),
                        "seed " + seed + ", round " + i + ": " + a + " * " + b + " / " + divisor);
            }
        }
    }

    @Test
    void rescalesAsDecimalsDo() {
        long seed = 4;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            long a = raw(random);
            int from = random.nextInt(19);
            int to = random.nextInt(19);
            BigDecimal exact = BigDecimal.valueOf(a, from).setScale(to, RoundingMode.HALF_EVEN);
            check(
                    exact.movePointRight(to),
                    () -> FixedPoint.rescale(a, from, to),
                    "seed " + seed + ", round " + i + ": " + a + " from " + from + " to " + to);
        }
    }

    @Test
    void whatIsFormattedIsParsedBackAndReadsAsItsDecimal() {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            long a = raw(random);
            int scale = random.nextInt(19);
            String text = FixedPoint.format(a, scale);
            String where = "seed " + seed + ", round " + i + ": raw " + a + " at " + scale + " = " + text;
            assertThat(text).as(where).isEqualTo(plain(a, scale));
            assertThat(FixedPoint.toRaw(Decimals.parse(text), scale)).as(where).isEqualTo(a);
            assertThat(FixedPoint.toDouble(a, scale)).as(where).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void aDecimalBecomesTheRawValueOfItsRoundingOrIsRefused() {
        long seed = 6;
        SplittableRandom random = new SplittableRandom(seed);
        RoundingMode[] modes = {
            RoundingMode.FLOOR,
            RoundingMode.CEILING,
            RoundingMode.HALF_EVEN,
            RoundingMode.DOWN,
            RoundingMode.UNNECESSARY
        };
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(raw(random), random.nextInt(-4, 25));
            int scale = random.nextInt(19);
            RoundingMode mode = modes[random.nextInt(modes.length)];
            String where = "seed " + seed + ", round " + i + ": " + value + " at " + scale + ", " + mode;
            boolean isExact = value.stripTrailingZeros().scale() <= scale;
            if (mode == RoundingMode.UNNECESSARY && !isExact) {
                assertThatThrownBy(() -> FixedPoint.toRaw(value, scale))
                        .as(where)
                        .isInstanceOf(ArithmeticException.class);
            } else {
                BigDecimal exact = value.movePointRight(scale).setScale(0, mode);
                check(exact, () -> FixedPoint.toRaw(value, scale, mode), where);
            }
        }
    }

    @Test
    void textIsReadAsDecimalsReadItWithinTheBounds() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        String[] pieces = {"0", "1", "9", "00", "123456789", ".", "-", "+", "e", "E-", "e+", "x", " ", ",", "41", "39"};
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 9); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String asked = text.toString();
            String where = "seed " + seed + ", round " + i + ": '" + asked + "'";
            BigDecimal naive = naiveOrNull(asked);
            if (naive == null) {
                assertThatThrownBy(() -> Decimals.parse(asked)).as(where).isInstanceOf(IllegalArgumentException.class);
            } else {
                read++;
                assertThat(Decimals.parse(asked)).as(where).isEqualTo(naive);
            }
        }
        assertThat(read).as("texts that are decimals").isGreaterThan(2_000);
    }

    private static BigDecimal naiveOrNull(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            boolean isBounded =
                    text.length() <= 64 && value.scale() <= 40 && (long) value.precision() - value.scale() <= 40;
            return isBounded ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Digits by hand: a sign, the digits, a point before the last {@code scale} of them. */
    private static String plain(long raw, int scale) {
        String digits = BigInteger.valueOf(raw).abs().toString();
        digits = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
        int point = digits.length() - scale;
        return (raw < 0 ? "-" : "") + digits.substring(0, point) + (scale == 0 ? "" : "." + digits.substring(point));
    }

    private static long raw(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> FixedPoint.pow10(random.nextInt(19)) * (random.nextBoolean() ? 5 : -1);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private static BigDecimal big(long value) {
        return BigDecimal.valueOf(value);
    }

    /** The exact result where it fits 64 bits, else an ArithmeticException. */
    private static void check(BigDecimal exact, Supplier<Long> figure, String where) {
        if (exact.toBigIntegerExact().bitLength() > 63) {
            assertThatThrownBy(figure::get).as(where).isInstanceOf(ArithmeticException.class);
        } else {
            assertThat(figure.get()).as(where).isEqualTo(exact.longValueExact());
        }
    }
}
