package io.ttquant.backtest.junit;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A market written by hand, a line for each event. Immutable: each method returns another market.
 *
 * <pre>{@code
 * WrittenMarket market = WrittenMarket.of(btc).bars("100 101 99 100.5", "101 103 101 102", "gap", "104");
 * WrittenMarket ticks = WrittenMarket.of(btc)
 *     .quotes("99 2 / 101 2", "+500ms 99 2 / 100.5 1")
 *     .trades("buy 0.5 at 101", "+3s sell 1 at 99");
 * }</pre>
 *
 * <p>Bars follow each other without a gap but where a line says {@code gap}; trades, quotes and books come one second after the one before, or after the step that
 * they begin with. All start at {@link #START} unless told otherwise.
 */
public final class WrittenMarket {
    /** When markets start unless told otherwise: 2024-01-01T00:00:00Z. */
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final Instrument instrument;
    private final BarSpec spec;
    private final long startNanos;
    private final List<EventSource> sources;

    private WrittenMarket(Instrument instrument, BarSpec spec, long startNanos, List<EventSource> sources) {
        this.instrument = instrument;
        this.spec = spec;
        this.startNanos = startNanos;
        this.sources = List.copyOf(sources);
    }

    /** An empty market of an instrument, whose bars are minutes. */
    public static WrittenMarket of(Instrument instrument) {
        return new WrittenMarket(instrument, BarSpec.minutes(1), EpochNanos.of(START), List.of());
    }

    /** The same, in which the lines that follow start at this time. */
    public WrittenMarket at(Instant start) {
        return new WrittenMarket(instrument, spec, EpochNanos.of(start), sources);
    }

    /**
     * The same, in which the bars that follow are these.
     *
     * @throws IllegalArgumentException if they are not bars of a time
     */
    public WrittenMarket every(BarSpec bars) {
        if (!bars.isTime()) {
            throw new IllegalArgumentException(
                    "bars written by hand last a time, not " + bars + "; take for example 1m, or write trades");
        }
        return new WrittenMarket(instrument, bars, startNanos, sources);
    }

    /**
     * With bars. A line is {@code "open high low close"}, may end with a volume, may be the close alone (it opens where the bar before closed), or
     * {@code "gap"} for a bar that is missing.
     *
     * @throws IllegalArgumentException if a line is no bar; it names the line and what is wrong
     */
    public WrittenMarket bars(String... lines) {
        return with(
                WrittenBars.read(instrument, spec, startNanos, List.of(lines)).source());
    }

    /** With bars of which all closes stand in one line: {@code closes("100 101 gap 99.5")}. */
    public WrittenMarket closes(String line) {
        return bars(line.strip().split("\\s+"));
    }

    /**
     * With trades: {@code "buy 0.5 at 100.25"}, {@code "+3s sell 1 at 100"}; the side is the aggressor's.
     *
     * @throws IllegalArgumentException if a line is no trade; it names the line and what is wrong
     */
    public WrittenMarket trades(String... lines) {
        return with(WrittenTrades.read(instrument, startNanos, List.of(lines)));
    }

    /**
     * With best bids and asks: {@code "99.5 2 / 100.5 3"}, {@code "+10ms 99 1 / 100 1"}.
     *
     * @throws IllegalArgumentException if a line is no quote; it names the line and what is wrong
     */
    public WrittenMarket quotes(String... lines) {
        return with(WrittenQuotes.read(instrument, startNanos, List.of(lines)));
    }

    /**
     * With an order book by price level, which executes from then on. A line is a whole book, {@code "bids 100x1 99x2 | asks 101x1"} with a price and a
     * quantity for each level; or what changes, {@code "+10ms change bids 100x0 | asks 101x5"}, where a quantity of 0 takes a level away; or {@code "lost"}: the
     * feed missed something, and there is no book until the next whole one.
     *
     * @throws IllegalArgumentException if a line is no book, or bids and asks cross after it; it names the line and what is wrong
     */
    public WrittenMarket books(String... lines) {
        return with(WrittenBooks.read(instrument, startNanos, List.of(lines)));
    }

    /** With bars made elsewhere. */
    public WrittenMarket bars(BarColumns bars) {
        return with(bars.source());
    }

    /** With a market of another instrument. */
    public WrittenMarket and(WrittenMarket other) {
        List<EventSource> all = new ArrayList<>(sources);
        all.addAll(other.sources);
        return new WrittenMarket(instrument, spec, startNanos, all);
    }

    private WrittenMarket with(EventSource source) {
        List<EventSource> all = new ArrayList<>(sources);
        all.add(source);
        return new WrittenMarket(instrument, spec, startNanos, all);
    }

    /** Whose market. */
    public Instrument instrument() {
        return instrument;
    }

    /** What is written, ready for a run. */
    public MarketData data() {
        return new MarketData(sources);
    }
}
