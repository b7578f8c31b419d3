package io.ttquant.core.storage.sqlite;

import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageProvider;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.core.storage.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The storage {@code sqlite}: one file, the setting {@code file}, {@code ttquant.db} unless given. Other programs may read it meanwhile. With {@code sync = "normal"}
 * the disk is not waited for at each batch: the file stays whole without power, but the last batches may be missing from it then.
 */
public final class SqliteStorage implements StorageProvider {
    private static final Set<StorageCapability> ALL =
            Collections.unmodifiableSet(EnumSet.allOf(StorageCapability.class));

    /** For {@link java.util.ServiceLoader}. */
    public SqliteStorage() {}

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return ALL;
    }

    @Override
    public Storage open(Map<String, String> settings) {
        String file = settings.getOrDefault("file", "ttquant.db");
        StoreSettings common = StoreSettings.read(settings, Set.of("file", "sync"), file + "-spool");
        boolean forced = forced(settings.getOrDefault("sync", "full"));
        makeFolder(Path.of(file));
        return DatabaseStorage.open(new SqliteDatabase(file, forced), common);
    }

    private static boolean forced(String sync) {
        return switch (sync) {
            case "full" -> true;
            case "normal" -> false;
            default ->
                throw new IllegalArgumentException(
                        "the setting sync = '" + sync + "' of the storage sqlite must be full or normal");
        };
    }

    private static void makeFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the SQLite file " + file + " cannot be made: " + e, e);
        }
    }
}
