package io.ttquant.backtest;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import java.util.Random;

/** Random bars, and a strategy that buys and sells by turns: enough to make every kind of row. */
public final class Walk {
    public static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");
    public static final Instrument BTC = spot("BTC");

    private Walk() {}

    public static Instrument spot(String base) {
        return Instrument.spot("test:" + base + "USDT", base, "USDT")
                .tick("0.01")
                .lot("0.001")
                .build();
    }

    public static BarColumns bars(Instrument instrument, BarSpec spec, int count, long seed) {
        Random random = new Random(seed);
        BarColumns.Builder bars = BarColumns.builder(instrument, spec);
        long price = 1_000_000;
        for (int i = 0; i < count; i++) {
            long close = Math.max(10_000, price + random.nextInt(20_001) - 10_000);
            long open = START + i * spec.step();
            long high = Math.max(price, close) + random.nextInt(500);
            long low = Math.min(price, close) - random.nextInt(500);
            bars.add(open, open + spec.step(), price, high, low, close, 5000 + random.nextInt(1000));
            price = close;
        }
        return bars.build();
    }

    /** Does nothing. */
    public static Strategy idle() {
        return new Strategy() {
            @Override
            protected void onStart(StrategyContext ctx) {
                // Wants nothing.
            }
        };
    }

    /** Buys after so many bars, sells after as many more, and so on. */
    public static Strategy turns(Instrument instrument, BarSpec spec, int every, String quantity) {
        return new Strategy() {
            private int bar;

            @Override
            protected void onStart(StrategyContext ctx) {
                ctx.subscribeBars(instrument.id(), spec);
            }

            @Override
            protected void onBar(Bar b) {
                if (++bar % every != 0) {
                    return;
                }
                if (position(instrument.id()).isFlat()) {
                    orders().buy(instrument)
                            .quantity(quantity)
                            .market()
                            .tag("turn " + bar / every)
                            .submit();
                } else {
                    orders().close(instrument.id());
                }
            }
        };
    }
}
