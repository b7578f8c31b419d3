package io.ttquant.examples.live;

import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageProvider;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StorageSettings;
import io.ttquant.core.provider.Providers;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.RunStore;
import io.ttquant.exchanges.run.VenueRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store that a configuration asks for, for all runs of a job. */
final class Stores implements AutoCloseable {
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
            return new Stores(provider.open(own), settings);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new RunRefusedException("[store] cannot be used: " + e.getMessage()
                    + "; mend it, or write provider = \"none\" to keep nothing");
        }
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
