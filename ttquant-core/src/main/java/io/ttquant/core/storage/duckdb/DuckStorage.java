package io.ttquant.core.storage.duckdb;

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
 * The storage {@code duckdb}: one file, the setting {@code file}, {@code ttquant.duckdb} unless given, for large archives and research. Needs {@code org.duckdb:duckdb_jdbc} on
 * the class path. No other program can open the file while it is open here.
 */
public final class DuckStorage implements StorageProvider {
    private static final Set<String> NAMES = Set.of("file", "threads", "memory_mb");
    private static final Set<StorageCapability> ALL =
            Collections.unmodifiableSet(EnumSet.allOf(StorageCapability.class));
    private static final int MOST_THREADS = 1024;
    private static final int MOST_MEGABYTES = 10_000_000;

    /** For {@link java.util.ServiceLoader}. */
    public DuckStorage() {}

    @Override
    public String id() {
        return "duckdb";
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return ALL;
    }

    @Override
    public Storage open(Map<String, String> settings) {
        Path file = Path.of(settings.getOrDefault("file", "ttquant.duckdb"))
                .toAbsolutePath()
                .normalize();
        StoreSettings common = StoreSettings.read(settings, NAMES, file + "-spool");
        int threads = (int) StoreSettings.number(settings, "threads", 0, 1, MOST_THREADS);
        int megabytes = (int) StoreSettings.number(settings, "memory_mb", 0, 64, MOST_MEGABYTES);
        makeFolder(file);
        try {
            return DatabaseStorage.open(new DuckDatabase(file.toString(), threads, megabytes), common);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "the storage duckdb needs the driver org.duckdb:duckdb_jdbc, which is not on the class path; add it"
                            + " to the dependencies",
                    e);
        }
    }

    private static void makeFolder(Path file) {
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the DuckDB file " + file + " cannot be made: " + e, e);
        }
    }
}
