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

    Set<StorageCapability> declared() {
        return switch (flaw) {
            case NO_CAPABILITY -> Set.of();
            case TAKES_ANYTHING -> Set.of(StorageCapability.RUNS);
            default -> Set.of(StorageCapability.values());
        };
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
                return declared();
            }

            @Override
            public Storage open(Map<String, String> settings) {
                if (settings.size() > 1 && flaw != StorageFlaw.SILENT_SETTINGS) {
                    throw new IllegalArgumentException("unknown setting in " + settings.keySet());
                }
                return new MemoryStorage(disk, flaw, declared());
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
