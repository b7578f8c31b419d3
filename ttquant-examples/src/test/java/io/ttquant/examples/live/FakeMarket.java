package io.ttquant.examples.live;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Prices that swing, with noise, as a function of time: history and presence agree. */
final class FakeMarket {
    static final long STEP = 500 * EpochNanos.MILLISECOND;

    private FakeMarket() {}

    static Instrument instrument(String venue, String base) {
        return Instrument.spot(venue + ":" + base + "USDT", base, "USDT")
                .tick("0.01")
                .lot("0.00001")
                .minNotional("5")
                .build();
    }

    static long rawPrice(Instrument instrument, long nanos) {
        return rawPrice(instrument, nanos, FakeMarket::swing);
    }

    static long rawPrice(Instrument instrument, long nanos, DoubleUnaryOperator swing) {
        double middle = middle(instrument.base().code());
        long step = Math.floorDiv(nanos, STEP);
        double noise = new SplittableRandom(step * 31 + instrument.hashCode()).nextDouble(-1, 1);
        double moved = swing.applyAsDouble(step * STEP / 60e9) + 0.0004 * noise;
        long raw = Math.round(middle * (1 + moved) * Math.pow(10, instrument.priceScale()));
        return raw / instrument.rawTick() * instrument.rawTick();
    }

    static double swing(double minutes) {
        return 0.012 * Math.sin(minutes / 7) + 0.004 * Math.sin(minutes / 1.9);
    }

    /** Five coins: more than anybody here trades at once. */
    static long rawLarge(Instrument instrument) {
        return Math.round(5 * Math.pow(10, instrument.quantityScale()));
    }

    private static double middle(String base) {
        return switch (base) {
            case "BTC" -> 60_000;
            case "ETH" -> 3_000;
            default -> 150;
        };
    }

    static long rawQuantity(Instrument instrument, long nanos) {
        long quantity = 1 + new SplittableRandom(nanos / STEP * 17 + instrument.hashCode()).nextInt(50_000);
        return instrument.quantityScale() == 5
                ? quantity
                : Math.max(1, Math.round(quantity * Math.pow(10, instrument.quantityScale() - 5)));
    }

    static void bar(Instrument instrument, BarSpec spec, long open, long tsInit, BarSink to) {
        bar(instrument, spec, open, tsInit, to, FakeMarket::swing);
    }

    static void bar(
            Instrument instrument, BarSpec spec, long open, long tsInit, BarSink to, DoubleUnaryOperator swing) {
        long close = open + spec.step();
        long first = rawPrice(instrument, open, swing);
        long high = first;
        long low = first;
        long last = first;
        long volume = 0;
        for (long at = open; at < close; at += STEP) {
            last = rawPrice(instrument, at, swing);
            high = Math.max(high, last);
            low = Math.min(low, last);
            volume += rawQuantity(instrument, at);
        }
        to.bar(open, close, Math.max(tsInit, close), first, high, low, last, volume);
    }
}
