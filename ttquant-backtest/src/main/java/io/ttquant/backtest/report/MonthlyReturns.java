package io.ttquant.backtest.report;

import io.ttquant.api.time.EpochNanos;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns by calendar month, in UTC. Each month runs from the last sample of the month before (for the first: from the
 * first sample) to its own last sample, so that the months compound to the whole.
 */
public final class MonthlyReturns {
    private static final int MONTHS = 12;

    private MonthlyReturns() {}

    /** The returns of an equity series, in the order of time; months without a sample are left out. */
    public static List<MonthReturn> of(EquitySeries equity) {
        List<MonthReturn> result = new ArrayList<>();
        if (equity.size() == 0) {
            return result;
        }
        long start = equity.rawEquity()[0];
        int current = month(equity.timeNanos()[0]);
        for (int i = 1; i < equity.size(); i++) {
            int month = month(equity.timeNanos()[i]);
            if (month != current) {
                long end = equity.rawEquity()[i - 1];
                result.add(monthReturn(current, start, end));
                start = end;
                current = month;
            }
        }
        result.add(monthReturn(current, start, equity.rawEquity()[equity.size() - 1]));
        return result;
    }

    private static MonthReturn monthReturn(int month, long start, long end) {
        double ratio = start > 0 ? ((double) end - start) / start : Double.NaN;
        return new MonthReturn(Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, ratio);
    }

    private static int month(long nanos) {
        ZonedDateTime time = EpochNanos.toInstant(nanos).atZone(ZoneOffset.UTC);
        return time.getYear() * MONTHS + time.getMonthValue() - 1;
    }
}
