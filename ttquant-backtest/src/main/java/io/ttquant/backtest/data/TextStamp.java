package io.ttquant.backtest.data;

import io.ttquant.api.time.EpochNanos;

/**
 * Dates and times as text: {@code 2024-01-31}, {@code 20240131}, {@code 2024-01-31 23:59}, {@code 2024-01-31T23:59:00.123Z},
 * {@code 2024-01-31 23:59:00+00:00}, with slashes too if the year comes first. Without an offset the time is UTC.
 */
final class TextStamp {
    private static final long DAY = 86_400 * EpochNanos.SECOND;
    private static final int FIRST_YEAR = 1_800;
    private static final int LAST_YEAR = 2_261;

    private final byte[] bytes;
    private int at;
    private boolean isDateOnly = true;

    TextStamp(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Index behind the text that was read last. */
    int end() {
        return at;
    }

    /** Whether every stamp so far was a bare date. */
    boolean isDateOnly() {
        return isDateOnly;
    }

    /**
     * Reads a stamp.
     *
     * @return epoch nanoseconds
     * @throws NumberFormatException with the rule that the text breaks
     */
    long parse(int start) {
        at = start;
        int year = number(4, "year");
        byte separator = bytes[at];
        boolean isSeparated = separator == '-' || separator == '/';
        at += isSeparated ? 1 : 0;
        int month = number(2, "month");
        if (isSeparated) {
            expect(separator);
        }
        int day = number(2, "day");
        check(year, month, day);
        long nanos = epochDay(year, month, day) * DAY;
        if (bytes[at] == 'T' || (bytes[at] == ' ' && isDigit(bytes[at + 1]))) {
            at++;
            nanos += timeOfDay() - offset();
            isDateOnly = false;
        }
        return nanos;
    }

    private long timeOfDay() {
        long hour = number(2, "hour");
        expect((byte) ':');
        long minute = number(2, "minute");
        long second = 0;
        long fraction = 0;
        if (bytes[at] == ':') {
            at++;
            second = number(2, "second");
            if (bytes[at] == '.') {
                fraction = fraction();
            }
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw new NumberFormatException("is no time of day from 00:00:00 to 23:59:59");
        }
        return ((hour * 60 + minute) * 60 + second) * EpochNanos.SECOND + fraction;
    }

    private long fraction() {
        at++;
        long value = 0;
        int digits = 0;
        while (isDigit(bytes[at]) && digits < 9) {
            value = value * 10 + bytes[at++] - '0';
            digits++;
        }
        if (digits == 0) {
            throw new NumberFormatException("has a point without decimals of a second");
        }
        for (; digits < 9; digits++) {
            value *= 10;
        }
        return value;
    }

    private long offset() {
        if (bytes[at] == 'Z') {
            at++;
            return 0;
        }
        if (bytes[at] != '+' && bytes[at] != '-') {
            return 0;
        }
        int sign = bytes[at++] == '-' ? -1 : 1;
        long hours = number(2, "hour of the offset");
        at += bytes[at] == ':' ? 1 : 0;
        long minutes = isDigit(bytes[at]) ? number(2, "minute of the offset") : 0;
        if (hours > 18 || minutes > 59) {
            throw new NumberFormatException("has an offset beyond 18 hours");
        }
        return sign * (hours * 60 + minutes) * 60 * EpochNanos.SECOND;
    }

    private int number(int digits, String what) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            byte b = bytes[at + i];
            if (!isDigit(b)) {
                throw new NumberFormatException(
                        "is no date and time: the " + what + " must have " + digits + " digits");
            }
            value = value * 10 + b - '0';
        }
        at += digits;
        return value;
    }

    private void expect(byte b) {
        if (bytes[at] != b) {
            throw new NumberFormatException("is no date and time: '" + (char) b + "' is missing");
        }
        at++;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static void check(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new NumberFormatException(
                    "lies in the year " + year + ", outside " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            throw new NumberFormatException("is no day of the calendar");
        }
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 of a Gregorian date, counted in years that start in March. */
    static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        int m = month <= 2 ? month + 9 : month - 3;
        return 365 * y
                + Math.floorDiv(y, 4)
                - Math.floorDiv(y, 100)
                + Math.floorDiv(y, 400)
                + (153L * m + 2) / 5
                + day
                - 1
                - 719_468;
    }
}
