package io.ttquant.backtest.killswitch;

import io.ttquant.api.time.EpochNanos;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A trip or a reset as a line of text: what, when, who, why and a check sum, with tabs between.
 *
 * @param isTrip whether it is a trip, or a reset
 * @param tsEvent when, epoch nanoseconds
 */
record KillSwitchLine(boolean isTrip, long tsEvent, String who, String why) {
    String format() {
        String text = (isTrip ? "TRIP" : "RESET") + "\t" + EpochNanos.format(tsEvent) + "\t" + escape(who) + "\t"
                + escape(why);
        return text + "\t" + checkSum(text);
    }

    static KillSwitchLine parse(String line) {
        int end = line.lastIndexOf('\t');
        String text = line.substring(0, Math.max(0, end));
        String[] parts = text.split("\t", -1);
        boolean isKnown = parts.length == 4 && (parts[0].equals("TRIP") || parts[0].equals("RESET"));
        if (!isKnown) {
            throw new IllegalArgumentException("is neither a trip nor a reset");
        }
        if (!line.substring(end + 1).equals(checkSum(text))) {
            throw new IllegalArgumentException("is not as it was written: its check sum differs");
        }
        return new KillSwitchLine(
                parts[0].equals("TRIP"), EpochNanos.parse(parts[1]), unescape(parts[2]), unescape(parts[3]));
    }

    private static String checkSum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
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
