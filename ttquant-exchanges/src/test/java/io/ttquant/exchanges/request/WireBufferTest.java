package io.ttquant.exchanges.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is what the library writes, and what others read back. */
class WireBufferTest {
    private static final long SEED = 20_261_126;

    private final Random random = new Random(SEED);

    private static String text(WireBuffer buffer) {
        return new String(buffer.copy(), StandardCharsets.UTF_8);
    }

    @Test
    void decimalsArePlainAndExact() {
        for (int i = 0; i < 100_000; i++) {
            long raw = random.nextLong() >> random.nextInt(64);
            int scale = random.nextInt(19);
            String expected = raw == 0
                    ? "0"
                    : BigDecimal.valueOf(raw, scale).stripTrailingZeros().toPlainString();
            assertThat(text(new WireBuffer().decimal(raw, scale)))
                    .as("seed %d: %d at %d", SEED, raw, scale)
                    .isEqualTo(expected);
        }
        assertThat(text(new WireBuffer().decimal(Long.MIN_VALUE, 18))).isEqualTo("-9.223372036854775808");
        assertThat(text(new WireBuffer().decimal(Long.MAX_VALUE, 0))).isEqualTo("9223372036854775807");
    }

    @Test
    void wholeNumbersAreThoseOfTheLibrary() {
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            assertThat(text(new WireBuffer().put(value))).isEqualTo(Long.toString(value));
        }
        assertThat(text(new WireBuffer().put(Long.MIN_VALUE).put(Long.MAX_VALUE)))
                .isEqualTo("-92233720368547758089223372036854775807");
    }

    @Test
    void percentEncodingIsReadBack() {
        for (int i = 0; i < 20_000; i++) {
            String value = anyText();
            String encoded = text(new WireBuffer().put("x=").percent(value));
            assertThat(encoded).as("seed %d", SEED).matches("x=[A-Za-z0-9._~%-]*");
            assertThat(URLDecoder.decode(encoded.substring(2), StandardCharsets.UTF_8))
                    .isEqualTo(value);
        }
    }

    @Test
    void jsonStringsAreReadBack() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (int i = 0; i < 20_000; i++) {
            String value = anyText();
            assertThat(json.readTree(new WireBuffer().json(value).copy()).asText())
                    .as("seed %d", SEED)
                    .isEqualTo(value);
        }
    }

    private String anyText() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            int kind = random.nextInt(6);
            text.appendCodePoint(
                    switch (kind) {
                        case 0 -> 0x5e01 + random.nextInt(100);
                        case 1 -> 0x1f600 + random.nextInt(50);
                        case 2 -> random.nextInt(32);
                        case 3 -> "\"\\/&=+% ".charAt(random.nextInt(8));
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }
}
