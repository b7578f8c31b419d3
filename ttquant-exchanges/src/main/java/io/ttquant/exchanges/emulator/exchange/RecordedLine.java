package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a recorded market: {@code trade,<epoch ns>,<buy|sell>,<price>,<quantity>} with the taker's side, or
 * {@code level,<epoch ns>,<buy|sell>,<price>,<quantity>} with all that is shown at a price of the bids (buy) or asks (sell), 0 if the level is gone.
 *
 * @param kind trade or level
 * @param time epoch nanoseconds
 * @param side the taker's, or the level's
 * @param price of it
 * @param quantity traded, or shown
 */
public record RecordedLine(Kind kind, long time, Side side, BigDecimal price, BigDecimal quantity) {
    private static final int MOST_CHARACTERS = 200;

    /** What a line tells. */
    public enum Kind {
        /** A trade. */
        TRADE,
        /** A level of the book. */
        LEVEL
    }

    /** Checks the figures. */
    public RecordedLine {
        Decimals.positive("price", price);
        Decimals.notNegative("quantity", quantity);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static RecordedLine parse(String line) {
        String[] fields = new String[5];
        int start = 0;
        for (int i = 0; i < fields.length; i++) {
            int comma = i == fields.length - 1 ? line.length() : line.indexOf(',', start);
            if (comma < 0 || line.length() > MOST_CHARACTERS) {
                throw bad(line, null);
            }
            fields[i] = line.substring(start, comma).strip();
            start = comma + 1;
        }
        try {
            return new RecordedLine(
                    Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                    Long.parseLong(fields[1]),
                    Side.valueOf(fields[2].toUpperCase(Locale.ROOT)),
                    new BigDecimal(fields[3]),
                    new BigDecimal(fields[4]));
        } catch (IllegalArgumentException e) {
            throw bad(line, e);
        }
    }

    private static IllegalArgumentException bad(String line, @Nullable Exception cause) {
        String shown = line.substring(0, Math.min(MOST_CHARACTERS, line.length()));
        return new IllegalArgumentException(
                "the line '" + shown + "' is not '<trade|level>,<epoch ns>,<buy|sell>,<price>,<quantity>'", cause);
    }
}
