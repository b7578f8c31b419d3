package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.DataException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One line of a recording, read from left to right: cells that a delimiter separates, or whatever a format makes of its bytes. It is reused for
 * the next line.
 */
public final class Line {
    private static final int SHOWN = 40;
    private static final int MOST_VOLUME_DECIMALS = 8;
    private static final MathContext MEANT = new MathContext(15);

    final String file;
    byte[] bytes = {};
    int start;
    int end;
    long number;
    int at;
    private int cell;
    private byte delimiter = ',';
    private final DecimalBytes decimals = new DecimalBytes();

    Line(String file) {
        this.file = file;
    }

    void set(byte[] newBytes, int newStart, int newEnd, long newNumber) {
        bytes = newBytes;
        start = newStart;
        end = newEnd;
        number = newNumber;
        at = newStart;
        cell = 0;
    }

    /** Number of the line, counted from 1. */
    public long number() {
        return number;
    }

    /** What separates cells; a comma unless set. */
    public Line delimiter(char c) {
        delimiter = (byte) c;
        return this;
    }

    /** The whole line. */
    public String text() {
        return text(start, end);
    }

    /** Goes back to the first cell. */
    public Line rewind() {
        at = start;
        cell = 0;
        return this;
    }

    /** Whether there is a cell left. */
    public boolean hasCell() {
        return at <= end;
    }

    /** Whether the line starts with this text. */
    public boolean startsWith(String prefix) {
        if (end - start < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Passes over cells. */
    public Line skip(int cells) {
        for (int i = 0; i < cells; i++) {
            pass();
        }
        return this;
    }

    /** Where the cell that begins here ends; the next one begins behind its delimiter. */
    private int pass() {
        if (at > end) {
            throw refuse(
                    "has " + cell + " columns, and more belong to this format; the row is damaged or the file was cut"
                            + " short, download it again");
        }
        int p = at;
        while (p < end && bytes[p] != delimiter) {
            p++;
        }
        at = p + 1;
        cell++;
        return p;
    }

    /** The next cell as text. */
    public String cell() {
        int from = at;
        return text(from, pass());
    }

    /** The first byte of the next cell, which is passed over; 0 if it is empty. */
    public char first() {
        int from = at;
        return pass() == from ? 0 : (char) bytes[from];
    }

    /** The next cell as a whole number of up to 18 digits. */
    public long integer() {
        int from = at;
        int to = pass();
        int digits = from < to && bytes[from] == '-' ? from + 1 : from;
        long value = 0;
        for (int p = digits; p < to; p++) {
            if (bytes[p] < '0' || bytes[p] > '9') {
                throw cellRefused(from, to, "is no whole number");
            }
            value = value * 10 + (bytes[p] - '0');
        }
        if (digits == to || to - digits > 18) {
            throw cellRefused(from, to, "is no whole number of 1 to 18 digits");
        }
        return digits == from ? value : -value;
    }

    /** The next cell as a whole number; 0 if it is empty. */
    public long integerOrZero() {
        if (at < end && bytes[at] == delimiter) {
            pass();
            return 0;
        }
        return integer();
    }

    /** The next cell as a time, epoch nanoseconds: seconds, milli-, micro- or nanoseconds, as its size tells. */
    public long time() {
        int from = at;
        long stamp = integer();
        try {
            return Stamps.nanos(stamp);
        } catch (NumberFormatException e) {
            throw cellRefused(from, at - 1, String.valueOf(e.getMessage()));
        }
    }

    /** The next cell as a price of the tape's symbol, raw at its scale; 0 if it is empty. */
    public long price(Tape tape) {
        return decimal(tape, true);
    }

    /** The next cell as a quantity of the tape's symbol, raw at its scale; 0 if it is empty. */
    public long quantity(Tape tape) {
        return decimal(tape, false);
    }

    /**
     * The next cell as the volume of a bar, raw at the scale of the tape's symbol. What goes beyond 8 decimals, as in 33.35399601000002, is the
     * noise of binary floating point: it is rounded half to even, and noted, since no order depends on it.
     */
    public long volume(Tape tape) {
        int from = at;
        String text = text(from, pass());
        requireNumber(text);
        BigDecimal volume = new BigDecimal(text);
        if (volume.scale() > MOST_VOLUME_DECIMALS) {
            tape.note("volumes of more than 8 decimals, rounded");
            volume = volume.setScale(MOST_VOLUME_DECIMALS, RoundingMode.HALF_EVEN);
        }
        return plain(tape, false, volume);
    }

    /** The side that the next cell names: {@code b}, {@code bid} or {@code buy}; {@code a}, {@code ask}, {@code s} or {@code sell}. */
    public Side side() {
        int from = at;
        int to = pass();
        return switch (text(from, to).toLowerCase(Locale.ROOT)) {
            case "b", "bid", "buy" -> Side.BUY;
            case "a", "ask", "s", "sell" -> Side.SELL;
            default -> throw cellRefused(from, to, "is no side: bid, ask, buy or sell is one");
        };
    }

    /** A decimal that went through binary floating point on its way: its first 15 digits are meant. */
    long meant(Tape tape, boolean isPrice, String text) {
        requireNumber(text);
        return plain(tape, isPrice, new BigDecimal(text).round(MEANT));
    }

    /** Bounded first: a short text can stand for a number of any size. */
    private void requireNumber(String text) {
        if (!text.matches("\\d{1,15}(\\.\\d{1,40})?([eE]-\\d{1,2})?")) {
            throw refuse("has '" + text.substring(0, Math.min(text.length(), SHOWN))
                    + "' where a number belongs; mend the line or remove it");
        }
    }

    private long plain(Tape tape, boolean isPrice, BigDecimal value) {
        byte[] digits = value.stripTrailingZeros().toPlainString().getBytes(StandardCharsets.ISO_8859_1);
        return decimal(tape, isPrice, digits, 0, digits.length);
    }

    private long decimal(Tape tape, boolean isPrice) {
        int from = at;
        int to = pass();
        return from == to ? 0 : decimal(tape, isPrice, bytes, from, to);
    }

    /** A decimal at the scale of the tape's symbol. */
    long decimal(Tape tape, boolean isPrice, byte[] source, int from, int to) {
        int scale = isPrice ? tape.priceScale() : tape.quantityScale();
        long value;
        try {
            value = decimals.read(source, from, to, scale);
        } catch (NumberFormatException e) {
            throw valueRefused(source, from, to, String.valueOf(e.getMessage()));
        }
        if (decimals.decimals() > scale && !tape.raise(isPrice, decimals.decimals())) {
            throw valueRefused(
                    source,
                    from,
                    to,
                    "has " + decimals.decimals() + " decimals, and the instrument keeps " + scale + " for "
                            + (isPrice ? "prices; give it a finer tick" : "quantities; give it a finer lot"));
        }
        return value;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private DataException cellRefused(int from, int to, String why) {
        return valueRefused(bytes, from, to, why);
    }

    private DataException valueRefused(byte[] source, int from, int to, String why) {
        String shown = new String(source, from, Math.min(to - from, SHOWN), StandardCharsets.UTF_8);
        String where = source == bytes && cell > 0 ? "column " + cell + " is '" : "value '";
        return refuse(where + shown + (to - from > SHOWN ? "…" : "") + "', which " + why
                + (why.indexOf(';') < 0 ? "; mend the row or remove it" : ""));
    }

    /** A refusal of this line: say the value, the rule that it breaks, and what to do. */
    public DataException refuse(String why) {
        return new DataException(file, number, why);
    }
}
