package io.ttquant.exchanges.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.json.Mutations;
import io.ttquant.exchanges.json.Scrambler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * What the tests of messages that are written as nearly all are share: a decoder reads each by itself, and once more
 * behind a space, which no plain message has, so that the general way reads it. Both must say the same, and fail the
 * same way.
 */
public final class PlainPath {
    private static final int SPARE = 40;

    /** Decodes a message, and returns what it was. */
    @FunctionalInterface
    public interface Decoding {
        Object decode(byte[] bytes, int offset, int length);
    }

    /** What became of a message. */
    private record Outcome(List<String> events, String end, int failedAt) {
        boolean hasFailed() {
            return failedAt >= 0;
        }
    }

    private final Decoding decoding;
    private final List<String> events;
    private final LongSupplier plainFrames;
    private final Random random = new Random(1);

    /**
     * Of a decoder.
     *
     * @param events where it writes what it passes on
     * @param plainFrames how many frames went the plain way
     */
    public PlainPath(Decoding decoding, List<String> events, LongSupplier plainFrames) {
        this.decoding = decoding;
        this.events = events;
        this.plainFrames = plainFrames;
    }

    private Outcome outcome(byte[] bytes, int offset, int length, int shift) {
        events.clear();
        try {
            Object kind = decoding.decode(bytes, offset, length);
            return new Outcome(new ArrayList<>(events), kind.toString(), -1);
        } catch (JsonException e) {
            String problem = e.getMessage().substring(0, e.getMessage().indexOf(" at byte "));
            return new Outcome(new ArrayList<>(events), problem, e.offset() - shift);
        }
    }

    /** Bytes of a message among others, which must not count: behind it, those that a longer one left there. */
    private byte[] among(byte[] message, int before, byte[] left) {
        byte[] bytes = new byte[before + message.length + random.nextInt(SPARE)];
        random.nextBytes(bytes);
        System.arraycopy(message, 0, bytes, before, message.length);
        int from = before + message.length;
        int more = Math.min(bytes.length - from, left.length - message.length);
        if (more > 0) {
            System.arraycopy(left, message.length, bytes, from, more);
        }
        return bytes;
    }

    /** Requires that both ways say the same of a message. */
    private Outcome agree(String text, String unbroken, String where) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] spaced = (" " + text).getBytes(StandardCharsets.UTF_8);
        long before = plainFrames.getAsLong();
        Outcome general = outcome(spaced, 0, spaced.length, 1);
        assertThat(plainFrames.getAsLong()).as(where).isEqualTo(before);

        Outcome alone = outcome(message, 0, message.length, 0);
        assertThat(alone).as(where).isEqualTo(general);
        int start = random.nextInt(SPARE);
        byte[] bytes = among(message, start, unbroken.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome(bytes, start, message.length, 0)).as(where).isEqualTo(general);
        return general;
    }

    /** What both ways say of a message. */
    public List<String> agree(String text) {
        Outcome outcome = agree(text, text, text);
        assertThat(outcome.hasFailed()).as(text + " " + outcome.end()).isFalse();
        return outcome.events();
    }

    /** Requires that both ways say the same of a message, which may be broken, and none is plain. */
    public void agreeOnSurprise(String text) {
        long before = plainFrames.getAsLong();
        agree(text, text, text);
        assertThat(plainFrames.getAsLong()).as(text).isEqualTo(before);
    }

    /**
     * Messages as venues send them, of which most must go the plain way; then each with something changed, of which
     * some must and some must not.
     */
    public void agree(List<String> templates, int rounds, Jackson jackson) {
        long seed = Long.getLong("seed", 20_262);
        Scrambler scrambler = new Scrambler(seed);
        Mutations mutations = new Mutations(seed);
        int[] plainly = new int[2];
        int failures = 0;
        for (int i = 0; i < rounds; i++) {
            String text = scrambler.plain(templates.get(i % templates.size()));
            String where = "seed " + seed + ": " + text;
            long before = plainFrames.getAsLong();
            Outcome outcome = agree(text, text, where);
            assertThat(outcome.hasFailed()).as(where + outcome.end()).isFalse();
            assertThat(outcome.events()).as(where).isEqualTo(jackson.events(text));
            plainly[0] += plainFrames.getAsLong() > before ? 1 : 0;

            Mutations.Mutated mutated = mutations.mutated(text);
            String changed = mutated.text();
            String whereChanged = where + " changed to " + changed;
            before = plainFrames.getAsLong();
            Outcome after = agree(changed, text, whereChanged);
            jackson.compare(changed, mutated.isClear(), after.events(), after.hasFailed(), whereChanged);
            plainly[1] += plainFrames.getAsLong() > before ? 1 : 0;
            failures += after.hasFailed() ? 1 : 0;
        }
        assertThat(plainly[0]).as("seed %s: plain of %s", seed, rounds).isGreaterThan(rounds * 7 / 10);
        assertThat(plainly[1]).as("seed %s: plain of %s", seed, rounds).isBetween(rounds / 20, rounds * 6 / 10);
        assertThat(failures).as("seed %s: failed of %s", seed, rounds).isBetween(rounds / 20, rounds * 8 / 10);
    }

    /** The plain version of a decoder by way of Jackson's tree. */
    public static final class Jackson {
        /** Decodes a message. */
        @FunctionalInterface
        public interface Plainly {
            void decode(byte[] bytes);
        }

        private static final ObjectMapper STRICT = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private final Plainly plainly;
        private final List<String> log;

        /** With where it writes what it passes on. */
        public Jackson(Plainly plainly, List<String> log) {
            this.plainly = plainly;
            this.log = log;
        }

        List<String> events(String text) {
            log.clear();
            plainly.decode(text.getBytes(StandardCharsets.UTF_8));
            return List.copyOf(log);
        }

        /**
         * The decoder may refuse what Jackson's tree lets pass, but must not pass on what that one refuses or says
         * otherwise.
         */
        void compare(String text, boolean isClear, List<String> events, boolean hasFailed, String where) {
            if (!isJson(text)) {
                assertThat(hasFailed).as(where).isTrue();
                return;
            }
            if (!isClear) {
                return;
            }
            List<String> expected;
            try {
                expected = events(text);
            } catch (RuntimeException e) {
                assertThat(hasFailed || events.isEmpty()).as(where + " " + e).isTrue();
                return;
            }
            if (!hasFailed) {
                assertThat(events).as(where).isEqualTo(expected);
            }
        }

        private static boolean isJson(String text) {
            try {
                STRICT.readTree(text);
                return !text.isBlank();
            } catch (JsonProcessingException e) {
                return false;
            }
        }
    }
}
