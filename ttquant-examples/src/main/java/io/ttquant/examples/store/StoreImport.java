package io.ttquant.examples.store;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.StorageState;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.Storage;
import io.ttquant.backtest.data.recording.Recordings;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.core.storage.sheet.MarketSheet;
import io.ttquant.core.storage.sheet.SheetKind;
import io.ttquant.examples.job.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings files into a store. What is there already under its key is left as it is, so that an import may be done again. */
final class StoreImport {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DatabaseStorage storage;
    private final StoreArguments arguments;

    StoreImport(DatabaseStorage storage, StoreArguments arguments) {
        this.storage = storage;
        this.arguments = arguments;
    }

    void run(PrintStream out) {
        if (arguments.places().isEmpty()) {
            throw new UsageException("import needs at least one file, directory or glob");
        }
        InstrumentId instrument = arguments.instrument();
        long given = instrument == null ? files(out) : sheets(instrument);
        if (!storage.flush(PATIENCE)) {
            throw new IllegalStateException(
                    "the store does not take what was imported: " + storage.state() + "; start the import again");
        }
        long refused = storage.meter().refused();
        if (refused > 0) {
            throw new IllegalStateException(refused + " rows did not fit into the queue of the store and are missing;"
                    + " start the import again, with a larger queue if one is set");
        }
        StorageState state = storage.state();
        out.printf(
                "%d rows read, %d new, %d known already%s%n",
                given,
                given - state.repeated(),
                state.repeated(),
                state.conflicts() == 0
                        ? ""
                        : ", of which " + state.conflicts() + " with other values than those kept, which were left");
    }

    private long sheets(InstrumentId id) {
        long given = 0;
        for (String place : arguments.places()) {
            try (MarketSheet sheet = MarketSheet.open(Path.of(place))) {
                Instrument instrument = StoreSurvey.ofScales(
                        id, sheet.scales().price(), sheet.scales().quantity());
                ImportSink sink = new ImportSink(storage, List.of(instrument));
                given += sheet.into(storage.market(), instrument, spec(sheet), sink::gives);
            }
        }
        return given;
    }

    private BarSpec spec(MarketSheet sheet) {
        @Nullable BarSpec bars = arguments.bars();
        if (bars == null && sheet.kind() == SheetKind.BARS) {
            throw new UsageException("a sheet of bars needs --bars and their length, such as --bars 1m");
        }
        return bars == null ? BarSpec.minutes(1) : bars;
    }

    private long files(PrintStream out) {
        List<Path> paths = arguments.places().stream().map(Path::of).toList();
        Recordings recordings = Recordings.of(paths);
        LoadedData data = recordings.reads()
                ? recordings.load()
                : DataFiles.of(paths).storage(Storage.STREAM).load();
        ImportSink sink = new ImportSink(storage, data.instruments());
        for (EventSource source : data.sources()) {
            try (EventSource.Cursor cursor = source.open(sink)) {
                cursor.emit(EpochNanos.NEVER - 1, true, true);
            }
        }
        if (sink.leftOut() > 0) {
            out.println(sink.leftOut() + " messages of order books and the like were left out");
        }
        return sink.given();
    }
}
