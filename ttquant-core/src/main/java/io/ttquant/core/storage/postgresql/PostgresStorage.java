package io.ttquant.core.storage.postgresql;

import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageProvider;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.core.storage.StoreSettings;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The storage {@code postgresql}: a server, the setting {@code url}, such as {@code jdbc:postgresql://localhost:5432/ttquant}, with {@code user} and {@code password_file}.
 * Needs the driver {@code org.postgresql:postgresql} on the class path. Where the database has the extension TimescaleDB, market data are kept in its chunks.
 */
public final class PostgresStorage implements StorageProvider {
    private static final String SPOOL = "ttquant-postgresql-spool";
    private static final Set<StorageCapability> ALL =
            Collections.unmodifiableSet(EnumSet.allOf(StorageCapability.class));

    /** For {@link java.util.ServiceLoader}. */
    public PostgresStorage() {}

    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return ALL;
    }

    @Override
    public Storage open(Map<String, String> settings) {
        StoreSettings common = StoreSettings.read(settings, PostgresSettings.NAMES, SPOOL);
        PostgresSettings own = PostgresSettings.of(settings);
        try {
            return DatabaseStorage.open(new PostgresDatabase(own), common);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "the storage postgresql needs the driver org.postgresql:postgresql, which is not on the class path;"
                            + " add it to the dependencies",
                    e);
        }
    }
}
