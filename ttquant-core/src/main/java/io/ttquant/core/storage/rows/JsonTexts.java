package io.ttquant.core.storage.rows;

import java.util.Map;
import java.util.TreeMap;

/** The two shapes of JSON in the store: an object of texts, and nested arrays of texts. Strings only, so that nothing is lost to a number's format. */
public final class JsonTexts {
    private final String text;
    private int at;

    private JsonTexts(String text) {
        this.text = text;
    }

    /** As an object, by name, so that equal maps are equal texts. */
    public static String write(Map<String, String> map) {
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(map).forEach((key, value) -> {
            out.append(out.length() > 1 ? "," : "");
            quote(key, out);
            out.append(':');
            quote(value, out);
        });
        return out.append('}').toString();
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Reads an object of texts, as {@link #write} or a database has written it. */
    static Map<String, String> map(String json) {
        JsonTexts in = new JsonTexts(json);
        Map<String, String> map = new TreeMap<>();
        in.take('{');
        while (in.peek() != '}') {
            in.skip(',');
            String key = in.string();
            in.take(':');
            map.put(key, in.string());
        }
        return map;
    }

    private String string() {
        take('"');
        StringBuilder out = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            throw new IllegalStateException("'" + text + "' ends too early; was it edited by hand?");
        }
        return text.charAt(at);
    }

    private void skip(char c) {
        if (peek() == c) {
            at++;
        }
    }

    private void take(char c) {
        if (peek() != c) {
            throw new IllegalStateException("'" + text + "' has '" + text.charAt(at) + "' instead of '" + c + "' at "
                    + at + "; was it edited by hand?");
        }
        at++;
    }
}
