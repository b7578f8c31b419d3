package io.ttquant.core.storage.rows;

/** Text that every database can keep. */
final class Storable {
    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    /** The text, with U+FFFD for what is no character in UTF-8 (half a surrogate pair) and for NUL, which PostgreSQL refuses. */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean storable = point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
            out.appendCodePoint(storable ? point : REPLACEMENT);
        });
        return out.toString();
    }
}
