package io.ttquant.exchanges.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures that are written as nearly all are say what {@link BigDecimal} says, and all others are left alone. */
class PlainDecimalTest {
    private static final long SEED = 20_263;

    private final PlainDecimal figure = new PlainDecimal();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private long quoted(String text, int scale) {
        return figure.quoted(bytes(text + "\""), 0, scale);
    }

    /** With up to eight decimals, which the scale has room for or which are zeros. */
    private static String plain(Random random, int scale) {
        StringBuilder text = new StringBuilder();
        int digits = 1 + random.nextInt(Math.min(15, 18 - scale));
        int decimals = random.nextInt(9);
        for (int i = 0; i < digits; i++) {
            text.append(random.nextInt(10));
        }
        text.append(decimals > 0 ? "." : "");
        for (int i = 0; i < decimals; i++) {
            text.append(i < scale ? random.nextInt(10) : 0);
        }
        return text.toString();
    }

    @Test
    void plainOnesAtEveryScale() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            int scale = random.nextInt(17);
            String text = plain(random, scale);
            long raw = new BigDecimal(text)
                    .setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();

            assertThat(quoted(text, scale))
                    .as("seed %s: %s at %s", SEED, text, scale)
                    .isEqualTo(raw);
            assertThat(figure.end).as(text).isEqualTo(text.length() + 1);
        }
    }

    @Test
    void anyCharactersAreRightOrLeftAlone() {
        Random random = new Random(SEED);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(plain(random, random.nextInt(10)));
            text.setCharAt(
                    random.nextInt(text.length()), "0123456789..-+eE\" x,\u0000\u00b2".charAt(random.nextInt(21)));
            int scale = random.nextInt(19);
            long value = quoted(text.toString(), scale);
            if (value >= 0) {
                String read = text.toString().contains("\"") ? text.substring(0, text.indexOf("\"")) : text.toString();
                assertThat(BigDecimal.valueOf(value, scale))
                        .as("seed %s: %s at %s", SEED, text, scale)
                        .isEqualByComparingTo(read);
                assertThat(figure.end).as(text.toString()).isEqualTo(read.length() + 1);
                plain++;
            }
        }
        assertThat(plain).isBetween(30_000, 180_000);
    }

    @Test
    void othersAreLeftAlone() {
        for (String text : new String[] {
            "",
            ".",
            ".5",
            "-1",
            "+1",
            "1e3",
            " 1",
            "1 ",
            "1,5",
            "1.2.3",
            "1.123456789",
            "1.129",
            "1234567890123456",
            "NaN",
            "0x1"
        }) {
            assertThat(quoted(text, 2)).as(text).isEqualTo(PlainDecimal.OTHER);
        }
        assertThat(quoted("1234567890123", 8)).as("more than 18 digits").isEqualTo(PlainDecimal.OTHER);
        assertThat(figure.quoted(bytes("12.5"), 0, 2)).as("not over").isEqualTo(PlainDecimal.OTHER);
        assertThat(figure.quoted(bytes("61685.90000000"), 0, 2)).as("not over").isEqualTo(PlainDecimal.OTHER);
    }

    @Test
    void wholeNumbersOfUpTo18Digits() {
        StringBuilder text = new StringBuilder();
        for (int digits = 1; digits <= 18; digits++) {
            text.append(digits % 10);
            assertThat(figure.whole(bytes(text + ",1"), 0)).isEqualTo(Long.parseLong(text.toString()));
            assertThat(figure.end).isEqualTo(digits);
            assertThat(figure.whole(bytes(text.toString()), 0)).isEqualTo(Long.parseLong(text.toString()));
        }
        assertThat(figure.whole(bytes(text + "9,"), 0)).isEqualTo(PlainDecimal.OTHER);
        assertThat(figure.whole(bytes(text + "99999999,"), 0)).isEqualTo(PlainDecimal.OTHER);
        assertThat(figure.whole(bytes(",1"), 0)).isEqualTo(PlainDecimal.OTHER);
    }
}
