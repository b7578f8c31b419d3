package io.ttquant.examples.live;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.storage.StoreSettings;
import io.ttquant.examples.job.UsageException;
import io.ttquant.examples.store.StoreRecording;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a recorder's command line wants market data: files, or a store, which is opened at once, so that what is wrong with it is said before anything connects. */
final class RecordTarget implements AutoCloseable {
    private static final Duration BOOKS_EVERY = Duration.ofSeconds(1);
    private static final int LEVELS = 50;

    private final Path folder;
    private final Duration booksEvery;
    private final @Nullable StoreRecording store;
    private final Duration closing;

    private RecordTarget(Path folder, Duration booksEvery, @Nullable StoreRecording store, Duration closing) {
        this.folder = folder;
        this.booksEvery = booksEvery;
        this.store = store;
        this.closing = closing;
    }

    /** @throws RunRefusedException if the options do not fit together, or the store cannot be opened */
    static RecordTarget of(Options options) {
        Path folder = Path.of(options.value("--out").orElse("recordings"));
        Duration booksEvery = options.duration("--books-every").orElse(BOOKS_EVERY);
        if (options.has("--store")) {
            if (options.has("--out")) {
                throw new RunRefusedException("--out is for files, and --store for a store; keep one of them");
            }
            String place = options.needed("--store", "sqlite:market.db");
            Map<String, String> settings = settings(options);
            StoreRecording opened = open(place, settings, folder.resolve("spool"));
            return new RecordTarget(folder, booksEvery, opened, StoreSettings.closing(settings));
        }
        for (String ofStore : List.of("--set", "--books-every")) {
            if (options.has(ofStore)) {
                throw new RunRefusedException(ofStore + " is for a store; add --store, such as sqlite:market.db");
            }
        }
        return new RecordTarget(folder, booksEvery, null, Duration.ZERO);
    }

    private static StoreRecording open(String place, Map<String, String> settings, Path spool) {
        try {
            return StoreRecording.open(place, settings, spool);
        } catch (UsageException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            // Not the place itself: an address may have a password in it, which is one of the reasons to refuse it.
            throw new RunRefusedException("--store cannot be used: " + e.getMessage());
        }
    }

    private static Map<String, String> settings(Options options) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (options.has("--set")) {
            for (String each : options.list("--set", "")) {
                int equals = each.indexOf('=');
                if (equals <= 0) {
                    throw new RunRefusedException("--set '" + each + "' must be NAME=VALUE, such as user=me");
                }
                settings.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        return settings;
    }

    /** How long closing may wait for a database. */
    Duration closing() {
        return closing;
    }

    /** Begins to record instruments. */
    Recording recording(List<Instrument> instruments) {
        if (store == null) {
            return FileRecording.into(folder, instruments);
        }
        store.begin(instruments, booksEvery, LEVELS);
        return new StoredMarket(store);
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
