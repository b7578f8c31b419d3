package io.ttquant.backtest.interval;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import java.util.Random;

/** Bars of a random walk, with gaps, dojis and bars of one price. */
final class RandomBars {
    static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");
    static final BarSpec SPEC = BarSpec.minutes(1);
    private static final long STEP = 60 * EpochNanos.SECOND;

    private RandomBars() {}

    static BarColumns of(Instrument instrument, long seed, int count, int width) {
        Random random = new Random(seed);
        BarColumns.Builder builder = BarColumns.builder(instrument, SPEC);
        long price = 1000;
        for (int i = 0; i < count; i++) {
            long open = random.nextInt(4) == 0 ? price + random.nextInt(9) - 4 : price;
            long low = open - (random.nextInt(6) == 0 ? 0 : random.nextInt(width));
            long high = open + (random.nextInt(6) == 0 ? 0 : random.nextInt(width));
            long close = low + random.nextInt((int) (high - low) + 1);
            builder.add(START + i * STEP, START + (i + 1) * STEP, open, high, low, close, 1000);
            price = Math.max(500, close);
        }
        return builder.build();
    }
}
