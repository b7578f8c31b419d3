package io.ttquant.backtest.killswitch;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.risk.KeptLines;

/**
 * A trip or a reset as a line of text: what, when, who, why and a check sum, with tabs between.
 *
 * @param isTrip whether it is a trip, or a reset
 * @param tsEvent when, epoch nanoseconds
 */
record KillSwitchLine(boolean isTrip, long tsEvent, String who, String why) {
    String format() {
        String text = (isTrip ? "TRIP" : "RESET") + "\t" + EpochNanos.format(tsEvent) + "\t" + KeptLines.escape(who)
                + "\t" + KeptLines.escape(why);
        return text + "\t" + KeptLines.checkSum(text);
    }

    static KillSwitchLine parse(String line) {
        int end = line.lastIndexOf('\t');
        String text = line.substring(0, Math.max(0, end));
        String[] parts = text.split("\t", -1);
        boolean isKnown = parts.length == 4 && (parts[0].equals("TRIP") || parts[0].equals("RESET"));
        if (!isKnown) {
            throw new IllegalArgumentException("is neither a trip nor a reset");
        }
        if (!line.substring(end + 1).equals(KeptLines.checkSum(text))) {
            throw new IllegalArgumentException("is not as it was written: its check sum differs");
        }
        return new KillSwitchLine(
                parts[0].equals("TRIP"),
                EpochNanos.parse(parts[1]),
                KeptLines.unescape(parts[2]),
                KeptLines.unescape(parts[3]));
    }
}
