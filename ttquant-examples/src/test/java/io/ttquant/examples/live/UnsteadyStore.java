package io.ttquant.examples.live;

import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.api.storage.StorageState;
import java.time.Duration;
import java.util.function.Supplier;

/** A storage that says of itself what a test wants, and that can refuse samples of the equity. */
final class UnsteadyStore implements Storage {
    private final Storage storage;
    Supplier<StorageState> says;
    boolean refusesEquity;
    boolean refusesAll;

    UnsteadyStore(Storage storage) {
        this.storage = storage;
        says = storage::state;
    }

    static StorageState waiting(Duration age) {
        return new StorageState(1, age.toNanos(), 0, 0, 0, "");
    }

    @Override
    public MarketWriter market() {
        return storage.market();
    }

    @Override
    public void claim(String run) {
        storage.claim(run);
    }

    @Override
    public RunWriter run(RunRecord run) {
        RunWriter to = storage.run(run);
        return entry -> {
            require(entry);
            to.keep(entry);
        };
    }

    private void require(RunEntry entry) {
        if (refusesAll || (refusesEquity && entry instanceof RunEntry.EquityAt)) {
            throw new IllegalStateException("it takes nothing");
        }
    }

    @Override
    public StorageReader read() {
        return storage.read();
    }

    @Override
    public StorageState state() {
        return says.get();
    }

    @Override
    public boolean flush(Duration atMost) {
        return storage.flush(atMost);
    }

    @Override
    public void close() {
        storage.close();
    }
}
