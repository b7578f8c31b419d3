package io.ttquant.exchanges.run;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.codes.VenueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What an operator asks a running engine for, from another process.
 *
 * @param act what
 * @param strategyId of which strategy; empty for the account, and for what is of no strategy
 * @param who asks, not blank, up to 200 characters in one line
 * @param why not blank, up to 200 characters in one line
 * @param tsEvent when it was asked for, epoch nanoseconds by the clock of who asks
 */
public record OperatorRequest(Act act, String strategyId, String who, String why, long tsEvent) {
    private static final String FIRST = "ttquant operator 1";
    private static final String TRIP = "-trip";
    private static final int MOST = 200;
    private static final List<String> FIELDS = List.of("act", "strategy", "who", "why", "at");

    /** What can be asked for. */
    public enum Act {
        /** How it stands. */
        STATUS,
        /** To trip the kill switch. */
        TRIP,
        /** To trip the kill switch and close all positions. */
        TRIP_AND_FLATTEN,
        /** To reset the kill switch. */
        RESET,
        /** To hold a strategy or the account so that positions can only become smaller. */
        REDUCE,
        /** To halt a strategy or the account. */
        HALT,
        /** To let a strategy or the account go on. */
        RESUME,
        /** To halt a strategy or all of them, and close what is held. */
        FLATTEN;

        /** True for those that trip the kill switch, which are obeyed however old they are. */
        public boolean isTrip() {
            return this == TRIP || this == TRIP_AND_FLATTEN;
        }

        /** In words: {@code trip and flatten}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Looks at the texts.
     *
     * @throws IllegalArgumentException if one is blank that must not be, too long, or more than one line
     */
    public OperatorRequest {
        require("a strategy", strategyId, true);
        require("who", who, act == Act.STATUS);
        require("why", why, act == Act.STATUS);
    }

    private static void require(String what, String text, boolean mayBeBlank) {
        if (text.isBlank() && !mayBeBlank) {
            throw new IllegalArgumentException(
                    "'" + what + "' must not be blank: whoever looks into it later wants to know");
        }
        if (text.length() > MOST || !VenueText.line(text).equals(text)) {
            throw new IllegalArgumentException("'" + what + "' must be one line of at most " + MOST
                    + " characters, with single blanks between words: " + VenueText.line(text, MOST));
        }
    }

    /**
     * The id under which it is to be posted: that of a trip says so, so that it is obeyed though nobody can read it.
     *
     * @param unique of this request alone, in the order of time
     */
    public String id(String unique) {
        return act.isTrip() ? unique + TRIP : unique;
    }

    /** Whether the id of a request says that it is one to trip the kill switch. */
    static boolean isTrip(String id) {
        return id.endsWith(TRIP);
    }

    /** What stands for a trip that cannot be read. */
    static OperatorRequest unread(String id, long nowNanos) {
        return new OperatorRequest(
                Act.TRIP, "", "unknown", "a request to trip cannot be read, and is known by its name: " + id, nowNanos);
    }

    /** Whom it is about, in words. */
    public String subject() {
        return strategyId.isEmpty() ? "the account" : strategyId;
    }

    /** As a text with a check sum, which {@link #parse} reads. */
    public String format() {
        List<String> values = List.of(act.name(), strategyId, who, why, EpochNanos.format(tsEvent));
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        for (int i = 0; i < values.size(); i++) {
            text.append(FIELDS.get(i)).append(' ').append(values.get(i)).append('\n');
        }
        return text + checkSum(text.toString()) + "\n";
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if one character is not as it was written, or the program that wrote it is another version
     */
    public static OperatorRequest parse(String text) {
        int end = text.lastIndexOf('\n', text.length() - 2) + 1;
        if (!text.startsWith(FIRST + "\n")) {
            throw new IllegalArgumentException("it does not begin with '" + FIRST + "': is it of this version?");
        }
        if (!text.substring(end).equals(checkSum(text.substring(0, end)) + "\n")) {
            throw new IllegalArgumentException("it is not as it was written: its check sum differs");
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String name = FIELDS.get(i) + " ";
            if (lines.length != FIELDS.size() + 2 || !lines[i + 1].startsWith(name)) {
                throw new IllegalArgumentException("it does not have the lines " + FIELDS);
            }
            values.add(lines[i + 1].substring(name.length()));
        }
        return new OperatorRequest(
                act(values.get(0)), values.get(1), values.get(2), values.get(3), EpochNanos.parse(values.get(4)));
    }

    private static Act act(String name) {
        try {
            return Act.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this version cannot '" + VenueText.line(name, MOST) + "'", e);
        }
    }

    private static String checkSum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
