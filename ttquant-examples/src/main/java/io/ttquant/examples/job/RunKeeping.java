package io.ttquant.examples.job;

import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.Backtest;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StorageSettings;
import io.ttquant.core.provider.Providers;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The store of a configuration, in which a backtest is kept that was asked to be. */
final class RunKeeping implements AutoCloseable {
    private static final String FILE = "ttquant.db";

    private final Storage storage;
    private final String place;

    private RunKeeping(Storage storage, String place) {
        this.storage = storage;
        this.place = place;
    }

    /**
     * Opens it.
     *
     * @throws UsageException if the configuration has none, or it cannot be used
     */
    static RunKeeping open(RunConfiguration configuration) {
        StorageSettings settings = configuration.store();
        String section = "[store] of " + configuration.source();
        if (!settings.isOn()) {
            throw new UsageException("--keep needs a store, and " + section
                    + " says provider = \"none\"; name one there, another file with --keep-in, or leave --keep out");
        }
        Map<String, String> own = new HashMap<>(settings.settings());
        if (settings.provider().equals("sqlite")) {
            own.putIfAbsent("file", FILE);
        }
        try {
            Storage storage = Providers.storages().get(settings.provider()).open(own);
            return new RunKeeping(storage, place(settings.provider(), own));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new UsageException(section + " cannot be used: " + e.getMessage() + "; mend it, or leave --keep out");
        }
    }

    private static String place(String provider, Map<String, String> settings) {
        String where = settings.getOrDefault("url", settings.getOrDefault("file", ""));
        return provider + (where.isEmpty() ? "" : " " + where);
    }

    void keep(Backtest backtest, String name) {
        backtest.keepIn(storage, name);
    }

    /** Where it is, for people. */
    String place() {
        return place;
    }

    @Override
    public void close() {
        storage.close();
    }
}
