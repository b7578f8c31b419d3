package io.ttquant.examples.store;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.provider.Providers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts market data into a store as they come. A session does not wait: what the store is slow with goes into its queue, and then into its spool. */
public final class StoreRecording implements MarketDataSink, StoreCounts, AutoCloseable {
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final String place;
    private final Storage storage;
    private final Map<InstrumentId, StoredInstrument> instruments = new HashMap<>();
    private long messages;

    private StoreRecording(String place, Storage storage) {
        this.place = place;
        this.storage = storage;
    }

    /**
     * Opens a store.
     *
     * @param place {@code sqlite:FILE}, {@code duckdb:FILE} or {@code postgresql://HOST:PORT/DATABASE}
     * @param settings further settings of it
     * @param spool where a server's rows wait while it is away, unless the settings say so
     * @throws io.ttquant.examples.job.UsageException if the place names no store
     * @throws IllegalArgumentException if a setting is wrong
     * @throws RuntimeException if it cannot be opened
     */
    public static StoreRecording open(String place, Map<String, String> settings, Path spool) {
        Map<String, String> all = new HashMap<>(settings);
        if (place.startsWith("postgresql:")) {
            all.putIfAbsent("spool", spool.toString());
        }
        return new StoreRecording(place, StorePlace.parse(place, all).open(Providers.storages()));
    }

    StoreRecording(Storage storage) {
        this("a store", storage);
    }

    /**
     * Says what is recorded.
     *
     * @param bookEvery the least time between two books of an instrument
     * @param levels the most levels of each side of a book
     */
    public void begin(List<Instrument> recorded, Duration bookEvery, int levels) {
        StoredBook.Pace pace = new StoredBook.Pace(bookEvery.toNanos(), levels);
        MarketWriter market = storage.market();
        for (Instrument each : recorded) {
            instruments.put(
                    each.id(),
                    new StoredInstrument(
                            each,
                            market,
                            this,
                            () -> new StoredBook(each, SequenceRule.trusted(), market, this, pace)));
        }
    }

    /** @throws IllegalArgumentException if the instrument is not recorded */
    @Override
    public InstrumentSink instrument(InstrumentId id) {
        StoredInstrument known = instruments.get(id);
        if (known == null) {
            throw new IllegalArgumentException(id + " is not recorded; recorded are " + instruments.keySet());
        }
        return known;
    }

    @Override
    public void gives() {
        messages++;
    }

    @Override
    public void leavesOut() {}

    /** Rows given so far. */
    public long rows() {
        return messages;
    }

    /** The store, as it was named. */
    public String place() {
        return place;
    }

    /** What stands in the way of all being kept; empty if nothing does. */
    public String trouble() {
        return storage.meter().refused() > 0
                ? "the full queue of the store refused rows, which are missing"
                : storage.state().trouble();
    }

    /**
     * Waits for the store, as long as it takes rows.
     *
     * @return what is not kept, or not yet; empty if all is
     */
    public String finish() {
        boolean isWritten = storage.flush(CATCH_UP);
        long refused = storage.meter().refused();
        String trouble = refused > 0 ? refused + " rows are missing: " + trouble() : trouble();
        return isWritten || !trouble.isEmpty()
                ? trouble
                : "the store has not taken all within " + CATCH_UP.toSeconds() + " s; the rest waits in its spool";
    }

    @Override
    public void close() {
        storage.close();
    }
}
