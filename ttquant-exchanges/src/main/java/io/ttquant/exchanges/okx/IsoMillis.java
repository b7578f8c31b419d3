package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.request.WireBuffer;

/**
 * Writes epoch milliseconds as {@code 2020-12-08T09:08:57.715Z}. The days are turned into a date by the algorithm of H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
 */
final class IsoMillis {
    private static final long DAY = 86_400_000;

    private IsoMillis() {}

    static void write(WireBuffer out, long millis) {
        long days = Math.floorDiv(millis, DAY);
        int rest = (int) (millis - days * DAY);
        long z = days + 719_468;
        long era = Math.floorDiv(z, 146_097);
        int doe = (int) (z - era * 146_097);
        int yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        int mp = (5 * doy + 2) / 153;
        int month = mp < 10 ? mp + 3 : mp - 9;
        long year = yoe + era * 400 + (month <= 2 ? 1 : 0);
        out.put(year).put('-');
        two(out, month);
        two(out.put('-'), doy - (153 * mp + 2) / 5 + 1);
        two(out.put('T'), rest / 3_600_000);
        two(out.put(':'), rest / 60_000 % 60);
        two(out.put(':'), rest / 1_000 % 60);
        out.put('.').put((char) ('0' + rest / 100 % 10));
        two(out, rest % 100);
        out.put('Z');
    }

    private static void two(WireBuffer out, int value) {
        out.put((char) ('0' + value / 10)).put((char) ('0' + value % 10));
    }
}
