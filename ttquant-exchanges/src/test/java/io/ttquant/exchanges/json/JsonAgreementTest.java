package io.ttquant.exchanges.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cursor and Jackson's streaming parser take and refuse the same documents, and read the same from them. */
class JsonAgreementTest {
    private static final int DOCUMENTS = 4_000;
    private static final JsonFactory JACKSON = new JsonFactory();

    private final long seed = Long.getLong("seed", 20_261);
    private final JsonCursor cursor = new JsonCursor();

    @Test
    void onRandomDocuments() {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            String document = random.document();
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            List<String> expected = jackson(bytes);

            assertThat(expected).as("seed %s: %s", seed, document).isNotNull();
            requireAgreement(bytes, expected);
        }
    }

    @Test
    void onDamagedDocuments() {
        RandomJson random = new RandomJson(seed);
        int refused = 0;
        for (int i = 0; i < 5 * DOCUMENTS; i++) {
            byte[] bytes = random.damaged(random.document());
            if (hasHalfAPairInAName(bytes)) {
                continue;
            }
            List<String> expected = jackson(bytes);
            refused += expected == null ? 1 : 0;
            requireAgreement(bytes, expected);
        }
        assertThat(refused).as("seed %s", seed).isBetween(DOCUMENTS, (5 * DOCUMENTS) - 200);
    }

    @Test
    void aMessageThatStandsInTheWordsOfItsRefusalIsNotTakenForQuoted() {
        for (String message : List.of("alue ", "value", "a value was expected at byte 0")) {
            requireAgreement(message.getBytes(StandardCharsets.UTF_8), null);
        }
    }

    /** Which Jackson refuses, though it takes them in texts. */
    private static boolean hasHalfAPairInAName(byte[] bytes) {
        try (JsonParser parser = JACKSON.createParser(decoded(bytes))) {
            while (parser.nextToken() != null) {}
            return false;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("surrogate");
        }
    }

    private void requireAgreement(byte[] bytes, @Nullable List<String> expected) {
        String where = "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8);
        assertThat(read(bytes)).as(where).isEqualTo(expected);
        assertThat(isSkipped(bytes)).as(where).isEqualTo(expected != null);
    }

    private boolean isSkipped(byte[] bytes) {
        try {
            cursor.over(bytes).skip();
            cursor.finish();
            return true;
        } catch (JsonException e) {
            requirePrecision(bytes, e);
            return false;
        }
    }

    private @Nullable List<String> read(byte[] bytes) {
        // Not at the start of the array, and with something behind it that must not be looked at.
        byte[] padded = new byte[bytes.length + 8];
        java.util.Arrays.fill(padded, (byte) '"');
        System.arraycopy(bytes, 0, padded, 4, bytes.length);
        List<String> events = new ArrayList<>();
        try {
            read(cursor.over(padded, 4, bytes.length), events);
            cursor.finish();
            return events;
        } catch (JsonException e) {
            requirePrecision(bytes, e);
            return null;
        }
    }

    private static void requirePrecision(byte[] bytes, JsonException e) {
        assertThat(e.offset()).isBetween(0, bytes.length);
        assertThat(e.getMessage()).contains("at byte " + e.offset());
        // Only what is quoted counts: a message as short as "alue " may stand in the words around it.
        String message = e.getMessage();
        String quoted = message.substring(message.lastIndexOf('\u00ab') + 1, message.length() - 1);
        assertThat(quoted.length()).as(message).isLessThanOrEqualTo(bytes.length / 2);
    }

    private static void read(JsonCursor cursor, List<String> events) {
        switch (cursor.kind()) {
            case OBJECT -> {
                events.add("{");
                cursor.object();
                while (cursor.field()) {
                    events.add("name " + cursor.lastText());
                    read(cursor, events);
                }
                events.add("}");
            }
            case ARRAY -> {
                events.add("[");
                cursor.array();
                while (cursor.element()) {
                    read(cursor, events);
                }
                events.add("]");
            }
            case TEXT -> events.add("text " + cursor.text());
            case NUMBER -> events.add("number " + cursor.text());
            case TRUTH -> events.add("truth " + cursor.truth());
            case NULL -> {
                cursor.skip();
                events.add("null");
            }
        }
    }

    private static @Nullable List<String> jackson(byte[] bytes) {
        List<String> events = new ArrayList<>();
        int depth = 0;
        int roots = 0;
        try (JsonParser parser = JACKSON.createParser(decoded(bytes))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                roots += depth == 0 && token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                events.add(event(parser, token));
            }
        } catch (IOException e) {
            return null;
        }
        return depth == 0 && roots == 1 ? events : null;
    }

    private static String event(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> "{";
            case END_OBJECT -> "}";
            case START_ARRAY -> "[";
            case END_ARRAY -> "]";
            case FIELD_NAME -> "name " + whole(parser.currentName());
            case VALUE_STRING -> "text " + whole(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + parser.getText();
            case VALUE_TRUE -> "truth true";
            case VALUE_FALSE -> "truth false";
            default -> "null";
        };
    }

    /** Halves of surrogate pairs become U+FFFD, as they have no place in UTF-8. */
    private static String whole(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> result.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
        return result.toString();
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
