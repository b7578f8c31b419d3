package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.TextInput;
import io.ttquant.core.book.SequenceRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Loads recordings: quotes, order books and trades, as venues send and archive them, and bars whose layout is more than columns.
 *
 * <pre>{@code
 * LoadedData data = Recordings.of("book/binance-raw/usdm").load();
 * Backtest.of(data.sources())...
 * }</pre>
 *
 * <p>Files stay on disk and are read anew at each replay, in constant memory; only bars are held. Files about one symbol are merged by their stamps. Each is read
 * through once when it is loaded: what is found stands in the quality of the data.
 */
public final class Recordings {
    private final List<Path> places;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Instrument> known = new ArrayList<>();
    private final List<RecordingFormat> formats = new ArrayList<>();

    private Recordings(List<Path> places) {
        this.places = places;
    }

    /** Recordings in files, directories and patterns. */
    public static Recordings of(List<Path> places) {
        return new Recordings(List.copyOf(places));
    }

    /** Recordings in files, directories and patterns. */
    public static Recordings of(Path... places) {
        return of(List.of(places));
    }

    /** Recordings in files, directories and patterns. */
    public static Recordings of(String... places) {
        return of(Stream.of(places).map(Path::of).toList());
    }

    /** States an instrument: that of the symbol with the same letters and digits. Others are inferred where that is safe. */
    public Recordings instrument(Instrument instrument) {
        instruments.add(instrument);
        return this;
    }

    /**
     * Offers instruments: a symbol from which the same instrument is inferred gets the offered one, with its increments and limits, in the place of
     * the inferred one. Where no file is about it, an offer has no effect.
     */
    public Recordings known(List<Instrument> offered) {
        known.addAll(offered);
        return this;
    }

    /** Adds a format of your own, which is asked before those that are known. */
    public Recordings format(RecordingFormat format) {
        formats.add(format);
        return this;
    }

    /**
     * Whether all files are recordings, in a format that is known or that was added.
     *
     * @throws DataException if there is no file, or one cannot be read
     */
    public boolean reads() {
        List<RecordingFormat> all = allFormats();
        return TextInput.find(places).stream()
                .map(Sample::of)
                .allMatch(sample -> all.stream().anyMatch(format -> format.matches(sample)));
    }

    /**
     * Reads the recordings through, and gives a stream for each symbol, and one for each of its series of bars.
     *
     * @throws DataException if there is no file, a file cannot be read or understood, or an instrument must be stated
     */
    public LoadedData load() {
        Guess guess = new Guess(instruments, known);
        List<Instrument> found = new ArrayList<>();
        List<EventSource> sources = new ArrayList<>();
        List<BarColumns> bars = new ArrayList<>();
        List<DataQuality> quality = new ArrayList<>();
        for (Survey.Series series : survey(guess).series()) {
            Instrument instrument = guess.of(series);
            found.add(instrument);
            for (RecordedBars each : RecordedBars.read(series, source(series, instrument))) {
                bars.add(each.columns());
                sources.add(each.columns().source());
                quality.add(each.quality());
            }
            if (series.hasMessages()) {
                quality.add(check(series, instrument));
                sources.add(source(series, instrument));
            }
        }
        if (sources.isEmpty()) {
            throw new DataException(
                    places.toString(), 0, "holds no message that could be replayed; give other recordings");
        }
        return new LoadedData(found, sources, bars, List.of(), quality);
    }

    /**
     * Says what the recordings hold. No instrument need be stated, since nothing is traded.
     *
     * @throws DataException if there is no file, or a file cannot be read or understood
     */
    public Inspection inspect() {
        Guess guess = new Guess(instruments, known);
        Survey survey = survey(guess);
        List<DataQuality> quality = new ArrayList<>();
        for (Survey.Series series : survey.series()) {
            Instrument instrument = guess.forLooking(series);
            RecordedBars.read(series, source(series, instrument)).forEach(each -> quality.add(each.quality()));
            if (series.hasMessages()) {
                quality.add(check(series, instrument));
            }
        }
        return new Inspection(survey.files().stream().map(FileSummary::of).toList(), quality);
    }

    private List<RecordingFormat> allFormats() {
        List<RecordingFormat> all = new ArrayList<>(formats);
        all.addAll(RecordingFormats.ALL);
        return all;
    }

    private Survey survey(Guess guess) {
        Survey survey = new Survey(
                allFormats(),
                new Symbols(name -> guess.stated(name).map(Decimals::of).orElseGet(Decimals::inferred)));
        TextInput.find(places).forEach(survey::read);
        return survey;
    }

    private static RecordingSource source(Survey.Series series, Instrument instrument) {
        return new RecordingSource(
                instrument, series.symbol(), series.files(), series.rank(), series.kinds(), series.leftOut());
    }

    private static DataQuality check(Survey.Series series, Instrument instrument) {
        RecordingSource source = source(series, instrument);
        Supplier<SequenceRule> rule = source.bookSequence().orElse(SequenceRule::trusted);
        SeriesCheck check = new SeriesCheck(instrument, rule);
        try (MergedParts parts = source.merged()) {
            check.run(parts);
        }
        return RecordedQuality.of(series, instrument, check);
    }
}
