package io.ttquant.exchanges.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.json.RandomJson;
import io.ttquant.exchanges.json.Scrambler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the tests of random messages share: a decoder and its plain version see the same messages, whole and damaged. */
public final class ScrambledMessages {
    private ScrambledMessages() {}

    /**
     * Requires that a decoder says of messages made from templates what the plain one says, and of damaged ones either something or a precise refusal.
     *
     * @param read decodes and returns what was passed on
     * @param plain the same, plainly
     */
    public static void agree(
            List<String> templates, int rounds, Function<byte[], List<?>> read, Function<byte[], List<?>> plain) {
        long seed = Long.getLong("seed", 20_261);
        Scrambler scrambler = new Scrambler(seed);
        RandomJson damage = new RandomJson(seed);
        int said = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = scrambler.message(templates.get(i % templates.size()));
            String text = new String(bytes, StandardCharsets.UTF_8);
            List<?> expected = List.copyOf(plain.apply(bytes));
            assertThat(List.copyOf(read.apply(bytes)))
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(expected);
            said += expected.size();
            tolerate(damage.damaged(text), b -> read.apply(b), "seed " + seed + ": " + text);
        }
        assertThat(said).as("seed %s", seed).isGreaterThan(rounds / 2);
    }

    private static void tolerate(byte[] bytes, Consumer<byte[]> read, String where) {
        try {
            read.accept(bytes);
        } catch (JsonException e) {
            assertThat(e.offset()).as(where).isBetween(0, bytes.length);
        }
    }
}
