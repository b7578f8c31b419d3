package io.ttquant.backtest.data.series;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.TradeColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Series for tests, made up from a seed. */
final class MadeUp {
    static final long MINUTE = 60 * EpochNanos.SECOND;
    static final Instrument SHARE =
            Instrument.spot("test:SHARE", "SHARE", "USD").tick("0.01").lot("1").build();

    private MadeUp() {}

    static long nanos(String time) {
        return EpochNanos.of(Instant.parse(time));
    }

    /** Minutes from a time on, of which a share is missing. */
    static BarColumns minutes(Random random, String start, int count, double missing) {
        return minutes(random, SHARE, start, count, missing);
    }

    static BarColumns minutes(Random random, Instrument instrument, String start, int count, double missing) {
        BarColumns.Builder bars = BarColumns.builder(instrument, BarSpec.minutes(1));
        long price = 10_000;
        for (int i = 0; i < count; i++) {
            long close = Math.max(100, price + random.nextInt(41) - 20);
            long high = Math.max(price, close) + random.nextInt(5);
            long low = Math.min(price, close) - random.nextInt(5);
            if (random.nextDouble() >= missing) {
                long open = nanos(start) + i * MINUTE;
                bars.add(open, open + MINUTE, price, high, low, close, random.nextInt(100));
            }
            price = close;
        }
        return bars.build();
    }

    static TradeColumns trades(Random random, String start, int count) {
        TradeColumns.Builder trades = TradeColumns.builder(SHARE);
        long at = nanos(start);
        long price = 10_000;
        for (int i = 0; i < count; i++) {
            at += (long) (random.nextDouble() * random.nextInt(3) * MINUTE);
            price = Math.max(100, price + random.nextInt(21) - 10);
            trades.add(at, price, 1 + random.nextInt(50), AggressorSide.BUYER);
        }
        return trades.build();
    }

    /** Bars as lines, so that a difference can be read. */
    static List<String> lines(BarColumns bars) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            lines.add(line(
                    bars.tsOpen(i),
                    bars.tsClose(i),
                    bars.rawOpen(i),
                    bars.rawHigh(i),
                    bars.rawLow(i),
                    bars.rawClose(i),
                    bars.rawVolume(i)));
        }
        return lines;
    }

    static String line(long open, long close, long o, long h, long l, long c, long volume) {
        return EpochNanos.format(open) + " " + EpochNanos.format(close) + " " + o + " " + h + " " + l + " " + c + " "
                + volume;
    }
}
