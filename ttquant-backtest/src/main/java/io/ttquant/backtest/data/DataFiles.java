package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads market data from files.
 *
 * <pre>{@code
 * LoadedData data = DataFiles.of(Path.of("data/BTCUSDT-1m-2025-*.zip")).load();
 * Backtest.of(data.sources())...
 * }</pre>
 *
 * <p>A place is a file, a directory with all that is below it, or a pattern. Files are plain, gz, or zip with one csv in it. Their format is
 * told from header and content, the length of their bars from name and content, the instrument from the name: whatever is not clear is an
 * error that says what to state. Several files of one series are joined in the order of time.
 */
public final class DataFiles {
    private final List<Path> places;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Instrument> known = new ArrayList<>();
    private @Nullable DataFormat format;
    private @Nullable Duration interval;
    private @Nullable String venue;
    private DataPolicy policy = DataPolicy.DEFAULT;
    private Storage storage = Storage.AUTO;

    private DataFiles(List<Path> places) {
        this.places = places;
    }

    /** Data in files, directories and patterns. */
    public static DataFiles of(List<Path> places) {
        return new DataFiles(List.copyOf(places));
    }

    /** Data in files, directories and patterns. */
    public static DataFiles of(Path... places) {
        return of(List.of(places));
    }

    /** Data in files, directories and patterns. */
    public static DataFiles of(String... places) {
        return of(Stream.of(places).map(Path::of).toList());
    }

    /**
     * States an instrument. One instrument is that of all files, whatever their names; of several each file gets the one whose symbol its
     * name has. Without any, instruments are inferred: {@code BTCUSDT-1m-2025-01.zip} holds {@code binance:BTCUSDT}, with the decimals that
     * occur in the file as tick and lot.
     */
    public DataFiles instrument(Instrument instrument) {
        instruments.add(instrument);
        return this;
    }

    /**
     * Offers instruments: a file from which the same instrument is inferred gets the offered one, with its increments and limits, in the place
     * of the inferred one. Where no file is about it, an offer has no effect.
     */
    public DataFiles known(List<Instrument> offered) {
        known.addAll(offered);
        return this;
    }

    /** States the format of all files; otherwise it is told from each. */
    public DataFiles format(DataFormat value) {
        this.format = value;
        return this;
    }

    /** States the length of all bars; otherwise it is told from each file. */
    public DataFiles interval(Duration value) {
        this.interval = value;
        return this;
    }

    /** States the venue of inferred instruments; otherwise it is told from name, folder and format. */
    public DataFiles venue(String value) {
        this.venue = value;
        return this;
    }

    /** What is tolerated; {@link DataPolicy#DEFAULT} unless set. */
    public DataFiles policy(DataPolicy value) {
        this.policy = value;
        return this;
    }

    /** Where rows are kept; {@link Storage#AUTO} unless set. */
    public DataFiles storage(Storage value) {
        this.storage = value;
        return this;
    }

    /**
     * Loads, checks and joins the files.
     *
     * @throws DataException if there is no file, a file cannot be read or understood, or its data would mislead
     */
    public LoadedData load() {
        return read(false);
    }

    /**
     * Says what the files hold, after the same checks. No instrument need be stated, since nothing is traded.
     *
     * @return what was found, file by file
     * @throws DataException if there is no file, a file cannot be read or understood, or its data would mislead
     */
    public List<DataQuality> inspect() {
        return read(true).quality();
    }

    private LoadedData read(boolean isLooking) {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : FileFinder.find(places)) {
            files.add(SourceFile.of(InputFile.of(path), format, venue));
        }
        boolean isInMemory = storage == Storage.MEMORY
                || (storage == Storage.AUTO && MemoryNeed.of(files).fits());
        Instruments all = new Instruments(instruments, known, files, policy.roundsVolumes(), isLooking);
        SeriesJoin join = new SeriesJoin(all, policy, isInMemory);
        for (SourceFile file : files) {
            join.read(file, interval);
        }
        return join.finish();
    }
}
