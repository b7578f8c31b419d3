package io.ttquant.examples.store;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.Storage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a replay into a storage, and waits for it where an engine would not. */
final class ImportSink implements MarketDataSink, StoreCounts {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LOOK_EVERY = 1024;

    private final Storage storage;
    private final Map<InstrumentId, StoredInstrument> instruments = new HashMap<>();
    private long given;
    private long leftOut;

    ImportSink(Storage storage, List<Instrument> known) {
        this.storage = storage;
        known.forEach(instrument -> instruments.put(
                instrument.id(),
                new StoredInstrument(instrument, storage.market(), this, () -> new LeftOutBook(this))));
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        StoredInstrument known = instruments.get(id);
        if (known == null) {
            throw new IllegalArgumentException("the files name " + id + ", but hold " + instruments.keySet());
        }
        return known;
    }

    @Override
    public void gives() {
        if (given++ % LOOK_EVERY == 0) {
            awaitRoom();
        }
    }

    private void awaitRoom() {
        if (!storage.awaitRoom(PATIENCE)) {
            throw new IllegalStateException("the store took nothing for " + PATIENCE.toMinutes() + " minutes: "
                    + storage.state() + "; start the import again, what is there is left as it is");
        }
    }

    @Override
    public void leavesOut() {
        leftOut++;
    }

    long given() {
        return given;
    }

    long leftOut() {
        return leftOut;
    }
}
