package io.ttquant.backtest.junit;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.BarColumns;
import java.util.List;

/** Reads bars written by hand. */
final class WrittenBars {
    static final String FORM = "\"open high low close [volume]\", \"close\", or \"gap\" for one that is missing";

    private final Instrument instrument;
    private final BarSpec spec;
    private final BarColumns.Builder bars;
    private long openNanos;
    private long rawLast;

    private WrittenBars(Instrument instrument, BarSpec spec, long startNanos) {
        this.instrument = instrument;
        this.spec = spec;
        this.openNanos = startNanos;
        this.bars = BarColumns.builder(instrument, spec);
    }

    static BarColumns read(Instrument instrument, BarSpec spec, long startNanos, List<String> lines) {
        WrittenBars written = new WrittenBars(instrument, spec, startNanos);
        for (int i = 0; i < lines.size(); i++) {
            written.add(new WrittenLine("bar", i + 1, lines.get(i), FORM));
        }
        return written.bars.build();
    }

    private void add(WrittenLine line) {
        List<String> words = line.words;
        switch (words.size()) {
            case 1 -> {
                if (!words.get(0).equals("gap")) {
                    close(line.price(instrument, words.get(0)));
                }
            }
            case 4, 5 -> whole(line);
            default -> throw line.wrong("it has " + words.size() + " words");
        }
        openNanos += spec.step();
    }

    /** A bar of which only the close is given opens where the one before it closed. */
    private void close(long rawClose) {
        long rawOpen = bars.size() == 0 ? rawClose : rawLast;
        put(rawOpen, Math.max(rawOpen, rawClose), Math.min(rawOpen, rawClose), rawClose, 0);
    }

    private void whole(WrittenLine line) {
        List<String> words = line.words;
        long open = line.price(instrument, words.get(0));
        long high = line.price(instrument, words.get(1));
        long low = line.price(instrument, words.get(2));
        long close = line.price(instrument, words.get(3));
        if (high < Math.max(open, Math.max(low, close))) {
            throw line.wrong("high " + words.get(1) + " is below another of its prices");
        }
        if (low > Math.min(open, close)) {
            throw line.wrong("low " + words.get(2) + " is above another of its prices");
        }
        put(open, high, low, close, words.size() == 5 ? line.quantity(instrument, words.get(4)) : 0);
    }

    private void put(long open, long high, long low, long close, long volume) {
        bars.add(openNanos, openNanos + spec.step(), open, high, low, close, volume);
        rawLast = close;
    }
}
