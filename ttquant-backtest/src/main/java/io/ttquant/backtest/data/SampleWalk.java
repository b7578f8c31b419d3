package io.ttquant.backtest.data;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;

/** The path of a sample market, trade by trade. Only additions, multiplications, divisions and square roots: every JDK rounds them alike. */
final class SampleWalk {
    /** Takes the trades. */
    interface Sink {
        void trade(long nanos, long rawPrice, long rawQuantity, AggressorSide side);
    }

    private static final int MINUTES_A_DAY = 1_440;
    private static final double SHARED = 0.75;
    private static final double OWN = Math.sqrt(1 - SHARED * SHARED);
    private static final double PULL = 0.0004;
    private static final double ANCHOR_PACE = 0.0008;

    private final SampleMarket market;
    private final SampleRandom random;
    private final SampleWeather weather;
    private final double minuteVolatility;
    private double price;
    private double anchor;
    private long rawLast;

    SampleWalk(SampleMarket market) {
        this.market = market;
        this.random = new SampleRandom(market.seed());
        this.weather = new SampleWeather(market.marketSeed(), market.days());
        this.minuteVolatility = market.dailyVolatility() / Math.sqrt(MINUTES_A_DAY);
        this.price = market.startPrice();
        this.anchor = price;
    }

    void run(Sink sink) {
        long minutes = (long) market.days() * MINUTES_A_DAY;
        for (long i = 0; i < minutes; i++) {
            weather.next();
            if (!weather.isOutage()) {
                minute(market.startNanos() + i * 60 * EpochNanos.SECOND, sink);
            }
        }
    }

    private void minute(long start, Sink sink) {
        double activity = weather.busyness() * weather.nervousness();
        int trades = 2 + (int) (activity * random.between(4, 14));
        double deviation = minuteVolatility * weather.nervousness();
        double sharedStep = (weather.drift() + SHARED * deviation * weather.factor()) / trades;
        double ownDeviation = OWN * deviation / Math.sqrt(trades);
        long slot = 60_000 / trades;
        for (int t = 0; t < trades; t++) {
            double pull = PULL * (anchor - price) / price / trades;
            price += price * (sharedStep + ownDeviation * random.normal() + pull);
            anchor += (price - anchor) * ANCHOR_PACE / trades;
            long millis = slot * t + random.between(0, (int) slot);
            trade(start + millis * EpochNanos.MILLISECOND, activity, sink);
        }
    }

    private void trade(long nanos, double activity, Sink sink) {
        long ticks = Math.max(
                1,
                rounded(price
                        * FixedPoint.pow10(market.instrument().priceScale())
                        / market.instrument().rawTick()));
        long raw = ticks * market.instrument().rawTick();
        boolean isBuy = raw == rawLast ? random.uniform() < 0.5 : raw > rawLast;
        rawLast = raw;
        sink.trade(nanos, raw, quantity(activity), isBuy ? AggressorSide.BUYER : AggressorSide.SELLER);
    }

    /** Many small trades and few large ones: the inverse of a uniform number, cut off. */
    private long quantity(double activity) {
        double size = market.tradeQuantity() * (0.4 + 0.6 * activity) * 0.28 / (0.02 + random.uniform());
        long lots = rounded(size
                * FixedPoint.pow10(market.instrument().quantityScale())
                / market.instrument().rawLot());
        return Math.max(1, lots) * market.instrument().rawLot();
    }

    private static long rounded(double value) {
        return (long) (value + 0.5);
    }
}
