package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;
import java.util.Optional;

/**
 * Market data that was loaded and found sound.
 *
 * @param instruments the instruments, in the order of the files
 * @param sources one stream for each series, ready for a backtest
 * @param bars the series of bars that are held in memory
 * @param trades the series of trades that are held in memory
 * @param quality what was found, file by file
 */
public record LoadedData(
        List<Instrument> instruments,
        List<EventSource> sources,
        List<BarColumns> bars,
        List<TradeColumns> trades,
        List<DataQuality> quality) {
    /** Copies the lists. */
    public LoadedData {
        instruments = List.copyOf(instruments);
        sources = List.copyOf(sources);
        bars = List.copyOf(bars);
        trades = List.copyOf(trades);
        quality = List.copyOf(quality);
    }

    /** The first series of bars of an instrument; empty if there is none, or if it is streamed. */
    public Optional<BarColumns> bars(InstrumentId id) {
        return bars.stream().filter(b -> b.instrument().id().equals(id)).findFirst();
    }

    /** The trades of an instrument; empty if there are none, or if they are streamed. */
    public Optional<TradeColumns> trades(InstrumentId id) {
        return trades.stream().filter(t -> t.instrument().id().equals(id)).findFirst();
    }

    /** Number of rows in all files. */
    public long rows() {
        return quality.stream().mapToLong(DataQuality::rows).sum();
    }
}
