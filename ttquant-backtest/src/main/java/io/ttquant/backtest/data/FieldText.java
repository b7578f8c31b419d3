package io.ttquant.backtest.data;

import java.nio.charset.StandardCharsets;

/** The text of one field, for messages and for the rare forms that the fast path leaves alone. */
final class FieldText {
    private static final int SHOWN = 40;

    private FieldText() {}

    /** Index of the delimiter or line end behind the field that starts at {@code at}; a quoted field may contain delimiters. */
    static int end(byte[] bytes, int at, byte delimiter) {
        int i = at;
        if (bytes[i] == '"') {
            i++;
            while (bytes[i] != '"' && bytes[i] != '\n') {
                i++;
            }
        }
        while (bytes[i] != delimiter && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** The field without quotes and without white space around it. */
    static String of(byte[] bytes, int at, int end) {
        String text = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).strip();
        boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    static String shown(String text) {
        String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        StringBuilder shown = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            shown.append(c < ' ' || c > '~' ? '?' : c);
        }
        return shown.toString();
    }
}
