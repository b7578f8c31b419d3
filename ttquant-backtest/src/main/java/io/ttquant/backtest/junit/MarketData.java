package io.ttquant.backtest.junit;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.LoadedData;
import java.util.List;

/**
 * Streams of market data for runs of tests, which can also be read as lists.
 *
 * @param sources the streams
 */
public record MarketData(List<EventSource> sources) {
    /** Copies the list. */
    public MarketData {
        sources = List.copyOf(sources);
    }

    /** These streams. */
    public static MarketData of(EventSource... sources) {
        return new MarketData(List.of(sources));
    }

    /** What was loaded from files. */
    public static MarketData of(LoadedData data) {
        return new MarketData(data.sources());
    }

    /** Whose data, each once, in the order of the streams. */
    public List<Instrument> instruments() {
        return sources.stream().map(EventSource::instrument).distinct().toList();
    }

    /** All bars, in the order of the streams. */
    public List<Bar> bars() {
        return Collected.of(this).bars;
    }

    /** All trades, in the order of the streams. */
    public List<Trade> trades() {
        return Collected.of(this).trades;
    }

    /** The closes of all bars, as doubles. */
    public double[] closes() {
        return bars().stream().mapToDouble(Bar::close).toArray();
    }

    /** The part up to a time, epoch nanoseconds: what ends or happens then is in it, what begins then is not. */
    public MarketData until(long nanos) {
        return new MarketData(
                sources.stream().map(source -> source.until(nanos)).toList());
    }

    /** The same without what happens or lies, in part or whole, between two times, epoch nanoseconds. */
    MarketData without(long fromNanos, long toNanos) {
        return new MarketData(sources.stream()
                .map(source ->
                        (EventSource) new AlteredSource(source, sink -> new SilentSpan(sink, fromNanos, toNanos)))
                .toList());
    }
}
