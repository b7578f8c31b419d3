package io.ttquant.examples.job;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.backtest.data.recording.Recordings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run replays.
 *
 * @param instruments whose data it is
 * @param sources the streams
 * @param files what was loaded, with what its checks found; empty for the sample
 * @param warning what a reader of results on it must know
 */
record RunData(
        List<Instrument> instruments, List<EventSource> sources, Optional<LoadedData> files, Optional<String> warning) {
    /** Data in files, of these instruments where the files are about them. */
    static RunData load(List<String> places, List<Instrument> known) {
        List<Path> paths = places.stream().map(Path::of).toList();
        Recordings recordings = Recordings.of(paths).known(known);
        LoadedData data = recordings.reads()
                ? recordings.load()
                : DataFiles.of(paths).known(known).load();
        return new RunData(data.instruments(), data.sources(), Optional.of(data), Optional.empty());
    }

    /**
     * The same with funding rates, which accompany the data of their perpetuals.
     *
     * @param archives files by instrument
     */
    RunData withFunding(Map<InstrumentId, String> archives) {
        List<EventSource> all = new ArrayList<>(sources);
        archives.forEach((id, file) -> all.add(rates(id, file)));
        return new RunData(instruments, List.copyOf(all), files, warning);
    }

    private FundingRates rates(InstrumentId id, String file) {
        Instrument instrument = instruments.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("backtest.funding names " + id + ", of which there is no data; there is of "
                                + instruments + ". Name one of these, or give its data"));
        if (instrument.kind() != InstrumentKind.PERPETUAL) {
            throw new UsageException("backtest.funding names " + id + ", which is "
                    + instrument.kind().name().toLowerCase(Locale.ROOT)
                    + "; only perpetuals have funding: name or folder of its data must say that it is one, such as futures or"
                    + " BTC-USDT-SWAP");
        }
        return FundingRates.read(Path.of(file), instrument);
    }

    /** The generated sample: bars of three instruments. */
    static RunData sample() {
        List<BarColumns> bars =
                SampleMarket.coins().stream().map(SampleMarket::bars).toList();
        return new RunData(
                bars.stream().map(BarColumns::instrument).toList(),
                bars.stream().map(BarColumns::source).toList(),
                Optional.empty(),
                Optional.of(
                        "The market data is made up by a generator. Results on it say nothing about real markets."));
    }
}
