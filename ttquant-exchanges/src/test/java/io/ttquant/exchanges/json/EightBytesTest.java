package io.ttquant.exchanges.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EightBytesTest {
    private static long word(String text) {
        return EightBytes.at(text.getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    @Test
    void eightDigitsAreTheNumberThatTheyWrite() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 10_000; i++) {
            int number = random.nextInt(100_000_000);
            long word = word(String.format(Locale.ROOT, "%08d", number));
            assertThat(EightBytes.areDigits(word)).as("seed 11: %d", number).isTrue();
            assertThat(EightBytes.number(word)).as("seed 11").isEqualTo(number);
        }
    }

    @Test
    void anyOtherByteAtAnyPlaceIsNoDigit() {
        for (int place = 0; place < EightBytes.COUNT; place++) {
            for (char digits : new char[] {'0', '5', '9'}) {
                for (int other = 0; other < 256; other++) {
                    char[] text = new char[EightBytes.COUNT];
                    Arrays.fill(text, digits);
                    text[place] = (char) other;
                    assertThat(EightBytes.areDigits(word(new String(text))))
                            .as("byte %d at %d among %s", other, place, digits)
                            .isEqualTo(other >= '0' && other <= '9');
                }
            }
        }
    }

    @Test
    void behindTheEndOfAnArrayThereAreZeros() {
        byte[] bytes = "0123456789".getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length + EightBytes.COUNT; from++) {
            byte[] padded = Arrays.copyOf(bytes, from + EightBytes.COUNT);
            Arrays.fill(padded, Math.min(bytes.length, padded.length), padded.length, (byte) 0);
            assertThat(EightBytes.near(bytes, from)).as("from %d", from).isEqualTo(EightBytes.at(padded, from));
        }
        assertThat(EightBytes.near(new byte[0], 0)).isZero();
    }

    @Test
    void eachByteThatIsNoDigitIsMarked() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 100_000; i++) {
            long word = random.nextLong() & (random.nextBoolean() ? -1L : 0x3F3F3F3F3F3F3F3FL);
            long marks = EightBytes.nonDigits(EightBytes.values(word));
            for (int place = 0; place < EightBytes.COUNT; place++) {
                int b = (int) (word >>> (place * 8)) & 0xff;
                assertThat((marks >>> (place * 8)) & 0xff)
                        .as("seed 12: byte %d of %x", place, word)
                        .isEqualTo(b >= '0' && b <= '9' ? 0 : 0x80);
            }
        }
    }
}
