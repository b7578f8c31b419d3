package io.ttquant.examples.bench;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.TradeColumns;
import java.util.SplittableRandom;

/** Seeded markets for benchmarks: a random walk whose steps are about those of BTCUSDT. */
final class BenchmarkMarket {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final long RAW_START = 3_000_000;

    private BenchmarkMarket() {}

    /** A spot instrument with a tick of 0.01 and a lot of 0.00001. */
    static Instrument instrument(String base) {
        return Instrument.spot("bench:" + base + "USDT", base, "USDT")
                .tick("0.01")
                .lot("0.00001")
                .build();
    }

    /** The same contract as a perpetual, which can be held short. */
    static Instrument perpetual(String base) {
        return Instrument.perpetual(
                        io.ttquant.api.market.InstrumentId.of("bench", base + "-PERP"),
                        Currency.of(base),
                        Currency.of("USDT"))
                .tick("0.01")
                .lot("0.00001")
                .build();
    }

    /** Trades a few milliseconds apart; most repeat the last price, the others move it by some ticks. */
    static TradeColumns trades(Instrument instrument, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TradeColumns.Builder trades = TradeColumns.builder(instrument);
        long ts = START;
        long price = RAW_START;
        for (int i = 0; i < size; i++) {
            ts += 1_000_000L * random.nextInt(1, 80);
            if (random.nextInt(10) < 4) {
                price = Math.max(1_000, price + random.nextInt(-100, 101));
            }
            long quantity = 1 + (long) (50_000 * -Math.log(1 - random.nextDouble()));
            trades.add(ts, price, quantity, random.nextBoolean() ? AggressorSide.BUYER : AggressorSide.SELLER);
        }
        return trades.build();
    }

    /** One-minute bars without gaps; a step of the close is about 8 basis points. */
    static BarColumns bars(Instrument instrument, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BarColumns.Builder bars = BarColumns.builder(instrument, BarSpec.minutes(1));
        long close = RAW_START;
        for (int i = 0; i < size; i++) {
            long open = Math.max(1_000, close + random.nextInt(-20, 21));
            close = Math.max(1_000, open + Math.round(normal(random) * open * 0.0008));
            long high = Math.max(open, close) + (long) (random.nextDouble() * open * 0.0003);
            long low = Math.max(1, Math.min(open, close) - (long) (random.nextDouble() * open * 0.0003));
            long ts = START / MINUTE * MINUTE + i * MINUTE;
            bars.add(ts, ts + MINUTE, open, high, low, close, random.nextInt(1, 10_000_000));
        }
        return bars.build();
    }

    /** Close enough to a normal number for a price: the sum of twelve uniform ones less six. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
