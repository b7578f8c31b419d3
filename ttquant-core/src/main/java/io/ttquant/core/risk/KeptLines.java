package io.ttquant.core.risk;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** How texts stand in lines of the files that outlive a run: readable, one line each, and with a sum that shows a change. */
public final class KeptLines {
    private KeptLines() {}

    /** The CRC-32 of a text in UTF-8, eight hexadecimal digits. */
    public static String checkSum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    /** A text without tabs and ends of lines, which {@link #unescape} gives back. */
    public static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** The text of which {@link #escape} made this. */
    public static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
