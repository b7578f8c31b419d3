package io.ttquant.exchanges.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Random documents, with everything that JSON permits, and small damages to them. */
public final class RandomJson {
    private static final String[] SPACES = {"", "", "", " ", "\n", "\t \r"};
    private static final String[] CHARACTERS = {
        "a",
        "Z",
        "0",
        " ",
        ":",
        "}",
        "]",
        ",",
        "\\\"",
        "\\\\",
        "\\/",
        "\\b",
        "\\f",
        "\\n",
        "\\r",
        "\\t",
        "\\u0041",
        "\\u00e9",
        "\\ud83d\\ude00",
        "é",
        "€",
        "😀",
        "\\u0000",
        "币"
    };
    private static final String DAMAGE = "{}[]\",:\\0123456789.eE+-truefalsn \u0001u";

    private final Random random;

    public RandomJson(long seed) {
        random = new Random(seed);
    }

    public String document() {
        StringBuilder text = new StringBuilder();
        space(text);
        value(text, 0);
        space(text);
        return text.toString();
    }

    private void value(StringBuilder text, int depth) {
        switch (random.nextInt(depth > 5 ? 5 : 8)) {
            case 0 -> text.append("true");
            case 1 -> text.append(random.nextBoolean() ? "false" : "null");
            case 2 -> number(text);
            case 3, 4 -> string(text);
            case 5 -> array(text, depth);
            default -> object(text, depth);
        }
    }

    private void array(StringBuilder text, int depth) {
        text.append('[');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            separate(text, i);
            value(text, depth + 1);
            space(text);
        }
        text.append(size == 0 ? space() : "").append(']');
    }

    private void object(StringBuilder text, int depth) {
        text.append('{');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            separate(text, i);
            string(text);
            space(text);
            text.append(':');
            space(text);
            value(text, depth + 1);
            space(text);
        }
        text.append(size == 0 ? space() : "").append('}');
    }

    private void separate(StringBuilder text, int index) {
        text.append(index == 0 ? "" : ",");
        space(text);
    }

    private void space(StringBuilder text) {
        text.append(space());
    }

    private String space() {
        return SPACES[random.nextInt(SPACES.length)];
    }

    private void string(StringBuilder text) {
        text.append('"');
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            text.append(CHARACTERS[random.nextInt(random.nextBoolean() ? 4 : CHARACTERS.length)]);
        }
        text.append('"');
    }

    private void number(StringBuilder text) {
        text.append(random.nextBoolean() ? "-" : "").append(random.nextInt(1_000_000_000));
        if (random.nextBoolean()) {
            text.append('.').append(random.nextInt(100_000));
        }
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "e" : "E")
                    .append(new String[] {"", "+", "-"}[random.nextInt(3)])
                    .append(random.nextInt(20));
        }
    }

    /** The document with bytes changed, put in, taken out or cut off. */
    public byte[] damaged(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        int damages = 1 + random.nextInt(2);
        for (int i = 0; i < damages && bytes.length > 0; i++) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        byte b = random.nextInt(20) == 0
                ? (byte) random.nextInt(256)
                : (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
        byte[] result = switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(bytes, at);
            case 1 -> java.util.Arrays.copyOf(bytes, bytes.length + 1);
            case 2 -> java.util.Arrays.copyOf(bytes, bytes.length - 1);
            default -> bytes.clone();
        };
        if (result.length == bytes.length + 1) {
            System.arraycopy(bytes, at, result, at + 1, bytes.length - at);
            result[at] = b;
        } else if (result.length == bytes.length - 1) {
            System.arraycopy(bytes, at + 1, result, at, bytes.length - 1 - at);
        } else if (result.length == bytes.length) {
            result[at] = b;
        }
        return result;
    }
}
