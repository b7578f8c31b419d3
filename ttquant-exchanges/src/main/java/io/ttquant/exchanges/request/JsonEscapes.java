package io.ttquant.exchanges.request;

/** JSON text with characters that must be escaped. */
final class JsonEscapes {
    private JsonEscapes() {}

    static void put(WireBuffer out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.put('\\').put(c);
            } else if (c < ' ') {
                out.put("\\u00").put(Character.forDigit(c >> 4, 16)).put(Character.forDigit(c & 15, 16));
            } else {
                int width = Character.charCount(value.codePointAt(i));
                out.put(value.substring(i, i + width));
                i += width - 1;
            }
        }
    }
}
