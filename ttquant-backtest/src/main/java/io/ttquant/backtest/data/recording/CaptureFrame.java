package io.ttquant.backtest.data.recording;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a capture writes before each message: {@code STAMP JSON} with an epoch stamp, {@code SECONDS: JSON}, or an address, an arrow, and again
 * {@code SECONDS: JSON}. Lines that were sent and not received, and those about the connection, have no message.
 */
final class CaptureFrame {
    private static final Pattern STAMPED = Pattern.compile("\\d{13,19} \\{.*");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}\\.\\d+: [{\\[].*");
    private static final Pattern ADDRESS = Pattern.compile("(wss|https)://\\S+ (<->|<-|->) \\d{9,10}\\.\\d+(: .*)?");
    private static final Pattern SYMBOL = Pattern.compile("[?&](symbol|instId)=([A-Za-z0-9_-]+)");
    private static final Pattern SNAPSHOT_ADDRESS = Pattern.compile("https://\\S*depth\\S*");

    private long received;
    private @Nullable String symbol;

    /** Whether a line is of such a capture. */
    static boolean isLine(String line) {
        return STAMPED.matcher(line).matches()
                || SECONDS.matcher(line).matches()
                || ADDRESS.matcher(line).matches();
    }

    static boolean isSnapshotAddress(String line) {
        return SNAPSHOT_ADDRESS.matcher(line).lookingAt();
    }

    /** Where the JSON of a line begins; -1 if it has no message that was received. */
    int json(Line line) {
        symbol = null;
        int at = line.start;
        if (!Character.isDigit(line.bytes[at])) {
            at = behindAddress(line);
            if (at < 0) {
                return -1;
            }
        }
        return stamp(line, at);
    }

    private int behindAddress(Line line) {
        int space = line.start;
        while (space < line.end && line.bytes[space] != ' ') {
            space++;
        }
        String head = new String(
                line.bytes,
                line.start,
                Math.min(line.end - line.start, space - line.start + 4),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        if (!head.contains("://")) {
            throw line.refuse(
                    "begins with neither a time nor an address, so it is no line of a capture; mend or remove it");
        }
        // To the venue went an order to subscribe; the answer to a request came back behind its address.
        if (!head.endsWith(" -> ")) {
            return -1;
        }
        Matcher matcher = SYMBOL.matcher(head);
        symbol = matcher.find() ? matcher.group(2) : null;
        return line.start + head.length();
    }

    private int stamp(Line line, int from) {
        long whole = 0;
        int at = from;
        while (at < line.end && line.bytes[at] >= '0' && line.bytes[at] <= '9' && at - from < 19) {
            whole = whole * 10 + line.bytes[at++] - '0';
        }
        if (at < line.end && line.bytes[at] == '.') {
            received = whole * EpochNanos.SECOND;
            int point = ++at;
            long fraction = 0;
            while (at < line.end && line.bytes[at] >= '0' && line.bytes[at] <= '9') {
                fraction = at - point < 9 ? fraction * 10 + line.bytes[at] - '0' : fraction;
                at++;
            }
            received += fraction * FixedPoint.pow10(9 - Math.min(9, at - point));
        } else {
            try {
                received = Stamps.nanos(whole);
            } catch (NumberFormatException e) {
                throw line.refuse(
                        "begins with '" + whole + "', which " + e.getMessage() + "; mend the line or remove it");
            }
        }
        while (at < line.end && (line.bytes[at] == ':' || line.bytes[at] == ' ')) {
            at++;
        }
        return at < line.end && (line.bytes[at] == '{' || line.bytes[at] == '[') ? at : -1;
    }

    /** When the line was received, epoch nanoseconds, by the clock of the host. */
    long received() {
        return received;
    }

    /** The symbol in the address of the request that the line answers. */
    @Nullable
    String symbol() {
        return symbol;
    }
}
