package io.ttquant.backtest.data;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.List;

/**
 * Market data that is made up, for samples and tests: a random walk with quiet and nervous times, trends and ranges, one crash, and one outage
 * that leaves a gap. The same figures give the same data on every JDK, to the last digit. The bars are exactly those of the trades.
 *
 * @param instrument what is traded
 * @param seed of everything that the instrument has for itself
 * @param marketSeed of what all instruments share: instruments with the same one move together
 * @param startNanos start of the first minute, epoch nanoseconds
 * @param days how long it lasts
 * @param startPrice price before the first trade
 * @param dailyVolatility deviation of the return of a day, as a fraction
 * @param tradeQuantity mean quantity of a trade
 */
public record SampleMarket(
        Instrument instrument,
        long seed,
        long marketSeed,
        long startNanos,
        int days,
        double startPrice,
        double dailyVolatility,
        double tradeQuantity) {
    /** Bars of one minute. */
    public static final BarSpec BARS = BarSpec.minutes(1);

    private static final long MARKET_SEED = 20_240_101;
    private static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 90;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is not above zero, there are more than 3660 days, or the volatility is above 1
     */
    public SampleMarket {
        if (days < 1 || days > 3_660) {
            throw new IllegalArgumentException("a sample of " + days + " days must have 1 to 3660");
        }
        if (!(startPrice > 0 && tradeQuantity > 0 && dailyVolatility > 0 && dailyVolatility <= 1)) {
            throw new IllegalArgumentException("start price " + startPrice + ", quantity " + tradeQuantity
                    + " and volatility " + dailyVolatility + " must be above zero, and the volatility at most 1");
        }
    }

    /** Made-up bitcoin: 90 days from 2024-01-01 at 42,000. */
    public static SampleMarket bitcoin() {
        return coin("BTC", "0.01", "0.00001", 1, 42_000, 0.028, 0.05);
    }

    /** Made-up ether: the same days at 2,300. */
    public static SampleMarket ether() {
        return coin("ETH", "0.01", "0.0001", 2, 2_300, 0.036, 0.8);
    }

    /** Made-up solana: the same days at 100. */
    public static SampleMarket solana() {
        return coin("SOL", "0.01", "0.001", 3, 100, 0.055, 12);
    }

    /** The three of them. */
    public static List<SampleMarket> coins() {
        return List.of(bitcoin(), ether(), solana());
    }

    private static SampleMarket coin(
            String base, String tick, String lot, long seed, double price, double volatility, double quantity) {
        Instrument instrument = Instrument.spot("binance:" + base + "USDT", base, "USDT")
                .tick(tick)
                .lot(lot)
                .minNotional("5")
                .build();
        return new SampleMarket(instrument, seed, MARKET_SEED, START, DAYS, price, volatility, quantity);
    }

    /** The same market for another time. */
    public SampleMarket withDays(int value) {
        return new SampleMarket(
                instrument, seed, marketSeed, startNanos, value, startPrice, dailyVolatility, tradeQuantity);
    }

    /** Another market with the same figures. */
    public SampleMarket withSeeds(long own, long market) {
        return new SampleMarket(instrument, own, market, startNanos, days, startPrice, dailyVolatility, tradeQuantity);
    }

    /** The trades. */
    public TradeColumns trades() {
        TradeColumns.Builder trades = TradeColumns.builder(instrument);
        new SampleWalk(this).run((nanos, price, quantity, side) -> trades.add(nanos, price, quantity, side));
        return trades.build();
    }

    /** The bars of one minute that the trades make. A minute without a trade has none. */
    public BarColumns bars() {
        Minutes minutes = new Minutes(instrument);
        new SampleWalk(this).run(minutes);
        return minutes.finish();
    }

    /** Makes bars from trades. */
    private static final class Minutes implements SampleWalk.Sink {
        private final BarColumns.Builder bars;
        private long start = Long.MIN_VALUE;
        private long open;
        private long high;
        private long low;
        private long close;
        private long volume;

        Minutes(Instrument instrument) {
            this.bars = BarColumns.builder(instrument, BARS);
        }

        @Override
        public void trade(long nanos, long price, long quantity, AggressorSide side) {
            long minute = nanos - Math.floorMod(nanos, BARS.step());
            if (minute != start) {
                flush();
                start = minute;
                open = price;
                high = price;
                low = price;
                volume = 0;
            }
            high = Math.max(high, price);
            low = Math.min(low, price);
            close = price;
            volume = Math.addExact(volume, quantity);
        }

        private void flush() {
            if (start != Long.MIN_VALUE) {
                bars.add(start, start + BARS.step(), open, high, low, close, volume);
            }
        }

        BarColumns finish() {
            flush();
            return bars.build();
        }
    }
}
