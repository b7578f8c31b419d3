package io.ttquant.storage;

import io.ttquant.api.storage.StorageProvider;
import io.ttquant.backtest.junit.conformance.StorageConformance;
import io.ttquant.core.storage.duckdb.DuckStorage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a DuckDB file. */
class DuckStorageTest extends StorageConformance {
    @TempDir
    Path folder;

    @Override
    protected StorageProvider provider() {
        return new DuckStorage();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("file", folder.resolve("store.duckdb").toString());
    }
}
