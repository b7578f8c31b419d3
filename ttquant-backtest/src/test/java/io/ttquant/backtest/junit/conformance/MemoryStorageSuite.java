package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The suite over a storage that is broken, or is not. */
abstract class MemoryStorageSuite extends StorageConformance {
    private final StorageFlaw flaw;
    private final MemoryDisk disk;

    MemoryStorageSuite(StorageFlaw flaw) {
        this.flaw = flaw;
        this.disk = new MemoryDisk(flaw);
    }

    @Override
    protected StorageProvider provider() {
        return new StorageProvider() {
            @Override
            public String id() {
                return flaw == StorageFlaw.LOUD_ID ? "Memory Storage" : "memory";
            }

            @Override
            public Set<StorageCapability> capabilities() {
                return flaw == StorageFlaw.NO_CAPABILITY ? Set.of() : Set.of(StorageCapability.values());
            }

            @Override
            public Storage open(Map<String, String> settings) {
                if (settings.size() > 1 && flaw != StorageFlaw.SILENT_SETTINGS) {
                    throw new IllegalArgumentException("unknown setting in " + settings.keySet());
                }
                return new MemoryStorage(disk, flaw);
            }
        };
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("file", "memory");
    }

    @Override
    protected Optional<Outage> outage() {
        disk.gone(true);
        return Optional.of(() -> disk.gone(false));
    }

    @Override
    protected Duration patience() {
        return flaw == StorageFlaw.WRITERS_WAIT ? Duration.ofMillis(100) : super.patience();
    }
}
