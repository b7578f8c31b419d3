package io.ttquant.storage;

import io.ttquant.api.storage.StorageProvider;
import io.ttquant.backtest.junit.conformance.Outage;
import io.ttquant.backtest.junit.conformance.StorageConformance;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a real server, which an outage takes away. */
class PostgresStorageTest extends StorageConformance {
    private static final AtomicInteger STORES = new AtomicInteger();
    private static RealPostgres server;
    private static FaultyWire wire;

    @TempDir
    Path folder;

    private final String schema = "store_" + STORES.incrementAndGet();

    @BeforeAll
    static void start() {
        server = RealPostgres.start();
        wire = FaultyWire.to(server.port());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            wire.close();
            server.close();
        }
    }

    @Override
    protected StorageProvider provider() {
        return new PostgresStorage();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "url",
                server.url(wire.port()),
                "schema",
                schema,
                "spool",
                folder.resolve("spool").toString());
    }

    @Override
    protected Optional<Outage> outage() {
        wire.refuse(true);
        return Optional.of(() -> wire.refuse(false));
    }
}
