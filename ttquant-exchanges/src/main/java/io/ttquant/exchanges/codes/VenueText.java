package io.ttquant.exchanges.codes;

import java.nio.charset.StandardCharsets;

/**
 * Texts of venues and of what stands between, made fit for a line that people read: no page and no message may begin a
 * line of its own or steer a terminal.
 */
public final class VenueText {
    private static final int MOST_BYTES = 2_000;
    private static final int MOST_TEXT = 200;

    private VenueText() {}

    /** The beginning of a body that is not what was expected, in one line of at most 200 characters. */
    public static String page(byte[] body) {
        return line(new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8), MOST_TEXT);
    }

    /**
     * A text in one line: white space, control and formatting characters in a row become one blank, and none at the
     * ends.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean isApart = false;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isBlank(c)) {
                isApart = !line.isEmpty();
            } else {
                line.append(isApart ? " " : "").appendCodePoint(c);
                isApart = false;
            }
        }
        return line.toString();
    }

    /** The beginning of a text, in one line of at most so many characters. */
    public static String line(String text, int most) {
        String line = line(text);
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return line.substring(0, end);
    }

    private static boolean isBlank(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
