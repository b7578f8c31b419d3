package io.ttquant.examples.live;

import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageProvider;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StorageSettings;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.provider.Providers;
import io.ttquant.core.storage.StoreSettings;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.RunStore;
import io.ttquant.exchanges.run.VenueRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store that a configuration asks for, for all runs of a job. */
final class Stores implements AutoCloseable {
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    private final @Nullable Storage storage;
    private final StorageSettings settings;

    private Stores(@Nullable Storage storage, StorageSettings settings) {
        this.storage = storage;
        this.settings = settings;
    }

    /**
     * Opens it.
     *
     * @param folder where a file goes that has no name
     * @throws RunRefusedException if it cannot be opened
     */
    static Stores open(RunConfiguration configuration, Path folder) {
        StorageSettings settings = configuration.store();
        if (!settings.isOn()) {
            return new Stores(null, settings);
        }
        Map<String, String> own = new HashMap<>(settings.settings());
        if (settings.provider().equals("sqlite")) {
            own.putIfAbsent("file", folder.resolve("ttquant.db").toString());
        } else {
            own.putIfAbsent("spool", folder.resolve("spool").toString());
        }
        try {
            StorageProvider provider = Providers.storages().get(settings.provider());
            Stores opened = new Stores(provider.open(own), settings);
            if (configuration.tradingMode() == TradingMode.LIVE) {
                opened.caughtUp();
            }
            return opened;
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new RunRefusedException("[store] cannot be used: " + e.getMessage()
                    + "; mend it, or write provider = \"none\" to keep nothing");
        }
    }

    /** A live run goes on from what it reads in the store, so that nothing of an earlier one may still wait in the spool. */
    private void caughtUp() {
        if (storage != null && !storage.flush(CATCH_UP)) {
            String words = storage.state().trouble();
            storage.close();
            throw new RunRefusedException("[store] what an earlier run left in the spool is not in the store after "
                    + CATCH_UP.toSeconds() + " s" + (words.isEmpty() ? "" : " (" + words + ")")
                    + ", and a live run goes on from all of it; bring the database up,"
                    + " or write provider = \"none\" to begin without the past");
        }
    }

    /** How long closing may wait for the database. */
    Duration closing() {
        return storage == null ? Duration.ZERO : StoreSettings.closing(settings.settings());
    }

    void give(VenueRun run) {
        if (storage != null) {
            run.store(new RunStore(settings.provider(), storage, settings.run(), settings.maxAge()));
        }
    }

    @Override
    public void close() {
        if (storage != null) {
            storage.close();
        }
    }
}
