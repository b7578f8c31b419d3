package io.ttquant.exchanges.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decimals are read from bytes as BigDecimal reads them. */
class DecimalAgreementTest {
    private static final String ALPHABET = "0000123456789999.-+eE ";

    private final long seed = Long.getLong("seed", 20_261);
    private final Random random = new Random(seed);
    private final JsonCursor cursor = new JsonCursor();

    @Test
    void ofPricesAndQuantities() {
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(19));
            requireAgreement(random.nextBoolean() ? value.toPlainString() : value.toString(), random.nextInt(19));
        }
    }

    @Test
    void ofAnyCharacters() {
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int k = 0; k < length; k++) {
                text.append(ALPHABET.charAt(random.nextInt(random.nextInt(3) == 0 ? ALPHABET.length() : 16)));
            }
            requireAgreement(text.toString(), random.nextInt(19));
        }
    }

    @Test
    void ofTheEdges() {
        for (String text : new String[] {
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "0.5",
            "1.5",
            "2.5",
            "-0.5",
            "-1.5",
            "0.05",
            "0.4999999999999999999999",
            "0.5000000000000000000001",
            "1e18",
            "1e19",
            "0e399",
            "1e-399",
            "000000000000000000000000000000001",
            "0.000000000000000000000000000000000",
            "999999999999999999",
            "-",
            ".",
            "+",
            "",
            "1.",
            ".1",
            "1e",
            "1e+",
            "e1",
            "99999999999999999.99",
            "9223372036854775807.5"
        }) {
            for (int scale = 0; scale <= 18; scale++) {
                requireAgreement(text, scale);
            }
        }
    }

    @Test
    void withoutWorkForHugeExponentsAndLengths() {
        assertThat(read("1e10000000", 2, true)).isNull();
        assertThat(read("1e-10000000", 2, true)).isNull();
        assertThat(read("1e99999999999999999999999", 2, false)).isNull();
        assertThat(read("0".repeat(101), 2, true)).isNull();
    }

    private void requireAgreement(String text, int scale) {
        String where = "seed " + seed + ": " + text + " at " + scale;
        assertThat(read(text, scale, false)).as(where).isEqualTo(expected(text, scale, RoundingMode.UNNECESSARY));
        assertThat(read(text, scale, true)).as(where).isEqualTo(expected(text, scale, RoundingMode.HALF_EVEN));
        BigDecimal big = parsed(text);
        try {
            assertThat(quoted(text).big()).as(where).isEqualTo(big);
        } catch (JsonException e) {
            assertThat(big).as(where).isNull();
        }
    }

    private JsonCursor quoted(String text) {
        return cursor.over(('"' + text + '"').getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Long read(String text, int scale, boolean isRounded) {
        try {
            long raw = isRounded ? quoted(text).rounded(scale) : quoted(text).decimal(scale);
            cursor.finish();
            return raw;
        } catch (JsonException e) {
            return null;
        }
    }

    private static @Nullable Long expected(String text, int scale, RoundingMode rounding) {
        BigDecimal value = parsed(text);
        try {
            return value == null
                    ? null
                    : (Long) value.setScale(scale, rounding).unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            // The bound of the cursor: an exponent of at most 400.
            int e = Math.max(text.indexOf('e'), text.indexOf('E'));
            return e >= 0 && Math.abs(Long.parseLong(text.substring(e + 1))) > 400 ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
