package io.ttquant.core.storage.postgresql;

/**
 * The digits of a decimal in groups of four, counted from the point, as a {@code numeric} has them on the wire (PostgreSQL source, {@code numeric_recv}): groups
 * of zeros at either end are left out, and {@link #weight} is the power of 10000 of the first one.
 */
final class NumericDigits {
    private static final int GROUP = 4;
    private static final int NEGATIVE = 0x4000;
    /** The most digits before and behind the point that a {@code numeric} takes. */
    private static final int MOST_BEFORE = 131_072;

    private static final int MOST_BEHIND = 16_383;

    private final String plain;
    private final int start;
    private final int point;
    private final int first;
    private final int last;

    private NumericDigits(String plain, int start, int point) {
        this.plain = plain;
        this.start = start;
        this.point = point;
        int from = -((point - start + GROUP - 1) / GROUP);
        int to = (scale() + GROUP - 1) / GROUP - 1;
        while (from <= to && value(from) == 0) {
            from++;
        }
        while (to >= from && value(to) == 0) {
            to--;
        }
        this.first = from;
        this.last = to;
    }

    static NumericDigits of(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.length();
        int digits = 0;
        for (int i = start; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '.' && point == plain.length()) {
                point = i;
            } else if (c < '0' || c > '9') {
                throw new IllegalArgumentException("'" + plain + "' is no decimal in plain digits, such as -12.5");
            } else {
                digits++;
            }
        }
        if (digits == 0 || point - start > MOST_BEFORE || plain.length() - point - 1 > MOST_BEHIND) {
            throw new IllegalArgumentException("a decimal of PostgreSQL has 1 to " + MOST_BEFORE
                    + " digits before its point and at most " + MOST_BEHIND + " behind it, which '"
                    + plain.substring(0, Math.min(plain.length(), 40)) + "' of " + digits + " digits has not");
        }
        return new NumericDigits(plain, start, point);
    }

    int groups() {
        return last - first + 1;
    }

    int weight() {
        return groups() == 0 ? 0 : -first - 1;
    }

    int sign() {
        return start == 1 && groups() > 0 ? NEGATIVE : 0;
    }

    /** How many digits behind the point are shown. */
    int scale() {
        return Math.max(0, plain.length() - point - 1);
    }

    /** A group, from 0. */
    int group(int i) {
        return value(first + i);
    }

    /** The group at a distance from the point: 0 is the first one behind it, -1 the last one before it. */
    private int value(int group) {
        int value = 0;
        for (int i = 0; i < GROUP; i++) {
            value = value * 10 + digit(group * GROUP + i);
        }
        return value;
    }

    private int digit(int behindPoint) {
        int at = behindPoint < 0 ? point + behindPoint : point + 1 + behindPoint;
        return at < start || at >= plain.length() ? 0 : plain.charAt(at) - '0';
    }
}
