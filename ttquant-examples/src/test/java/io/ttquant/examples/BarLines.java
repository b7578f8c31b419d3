package io.ttquant.examples;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import java.math.BigDecimal;

/** Bars as lines of {@code open high low close volume}, one after the other from 2024-01-01 on; or of closes only. */
public final class BarLines {
    private static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");

    private final Instrument instrument;
    private final BarColumns.Builder bars;
    private final long step;
    private long next = START;
    private String previousClose = "";

    private BarLines(Instrument instrument, BarSpec spec) {
        this.instrument = instrument;
        this.bars = BarColumns.builder(instrument, spec);
        this.step = spec.step();
    }

    public static BarLines minutes(Instrument instrument) {
        return new BarLines(instrument, BarSpec.minutes(1));
    }

    /** Adds a bar: {@code "100 101.5 99 100.5 7"}. */
    public BarLines bar(String line) {
        String[] parts = line.split(" +", -1);
        bars.add(
                next,
                next + step,
                price(parts[0]),
                price(parts[1]),
                price(parts[2]),
                price(parts[3]),
                quantity(parts[4]));
        next += step;
        previousClose = parts[3];
        return this;
    }

    /** Adds bars of these closes, each from the close before it without wicks, and of volume 10. */
    public BarLines closes(String... closes) {
        for (String close : closes) {
            String open = previousClose.isEmpty() ? close : previousClose;
            boolean isUp = new BigDecimal(close).compareTo(new BigDecimal(open)) >= 0;
            bar(open + " " + (isUp ? close : open) + " " + (isUp ? open : close) + " " + close + " 10");
        }
        return this;
    }

    /** Adds the same close {@code count} times. */
    public BarLines flat(String close, int count) {
        for (int i = 0; i < count; i++) {
            closes(close);
        }
        return this;
    }

    public EventSource source() {
        return bars.build().source();
    }

    private long price(String text) {
        return instrument.rounding().floorPrice(new BigDecimal(text));
    }

    private long quantity(String text) {
        return instrument.rounding().floorQuantity(new BigDecimal(text));
    }
}
