package io.ttquant.backtest.junit.conformance;

import static io.ttquant.backtest.junit.conformance.StorageSamples.BTC;
import static io.ttquant.backtest.junit.conformance.StorageSamples.T;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageProvider;
import io.ttquant.api.storage.StorageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a {@link StorageProvider} must do. Say which one it is, and the settings of a store that is empty when a test begins; within a test it is opened several times.
 * Cases about what the provider declares no capability for are skipped but for the one that has it refuse that, as are those about an {@link #outage()} that it has no way to make.
 *
 * <pre>{@code
 * class MyStorageTest extends StorageConformance {
 *     @TempDir Path folder;
 *
 *     @Override
 *     protected StorageProvider provider() {
 *         return new MyStorage();
 *     }
 *
 *     @Override
 *     protected Map<String, String> settings() {
 *         return Map.of("file", folder.resolve("store").toString());
 *     }
 * }
 * }</pre>
 */
public abstract class StorageConformance extends StorageMarketCases {
    private static final int MANY = 2_000;

    /** For subclasses. */
    protected StorageConformance() {}

    @Case(number = 15, rule = "what was never kept is empty, and no error")
    final void nothing() {
        Storage storage = open();
        if (provider().capabilities().contains(StorageCapability.MARKET_DATA)) {
            expect(List.of(), trades(storage, BTC), "trades that were never written");
        }
        if (provider().capabilities().contains(StorageCapability.RUNS)) {
            expect(List.of(), storage.read().runs(), "runs that never were");
            expect(List.of(), storage.read().entries("never").all(), "entries of a run that never was");
        }
    }

    @Case(
            number = 16,
            rule =
                    "every kind of entry of a run is read as it was written, all of one time in the order of numbers, also"
                            + " from behind any number on")
    final void entries() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        StorageSamples.oneOfEach().forEach(run::keep);
        flush(storage);
        List<RunEntry> read = storage.read().entries("a").all();
        for (RunEntry entry : StorageSamples.oneOfEach()) {
            expect(
                    entry,
                    entry.number() < read.size() ? read.get((int) entry.number()) : "nothing",
                    "entry " + entry.number());
            expect(
                    read.stream()
                            .filter(other -> other.number() > entry.number())
                            .toList(),
                    storage.read().entries("a", entry.number()).all(),
                    "entries behind " + entry.number());
            if (entry instanceof RunEntry.StrategyState state) {
                expect(
                        Optional.of(state),
                        storage.read().lastState("a", state.strategyId(), state.key()),
                        "the last state " + state.key());
            }
        }
        expect(Optional.empty(), storage.read().lastState("a", "s", "never kept"), "a state that was never kept");
    }

    @Case(number = 17, rule = "a run is read with its parameters, also after opening again")
    final void runs() {
        Storage storage = open(StorageCapability.RUNS);
        storage.run(StorageSamples.run("b"));
        storage.run(StorageSamples.run("a")).keep(StorageSamples.equity(0, "1"));
        flush(storage);
        close(storage);
        expect(
                List.of(StorageSamples.run("a"), StorageSamples.run("b")),
                open().read().runs(),
                "two runs");
    }

    @Case(number = 18, rule = "a run goes on under its id after a restart, and what it gives again is kept once")
    final void runGoesOn() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        run.keep(StorageSamples.equity(0, "1"));
        run.keep(StorageSamples.equity(1, "2"));
        flush(storage);
        close(storage);
        storage = open();
        RunWriter again = storage.run(StorageSamples.run("a"));
        again.keep(StorageSamples.equity(1, "2"));
        again.keep(StorageSamples.equity(2, "3"));
        flush(storage);
        expect(
                List.of(StorageSamples.equity(0, "1"), StorageSamples.equity(1, "2"), StorageSamples.equity(2, "3")),
                storage.read().entries("a").all(),
                "entries of a run that went on");
        expect(List.of(StorageSamples.run("a")), storage.read().runs(), "the run");
    }

    @Case(
            number = 19,
            rule = "a fill is kept once by the exchange's trade id, under whatever number it is heard of again")
    final void fillsOnce() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        run.keep(StorageSamples.fill(0, 42));
        run.keep(StorageSamples.fill(1, 43));
        run.keep(StorageSamples.fill(7, 42));
        storage.run(StorageSamples.run("b")).keep(StorageSamples.fill(0, 42));
        flush(storage);
        expect(
                List.of(StorageSamples.fill(0, 42), StorageSamples.fill(1, 43)),
                storage.read().entries("a").all(),
                "fills with the trade ids 42, 43, 42");
        expect(List.of(StorageSamples.fill(0, 42)), storage.read().entries("b").all(), "the fill of another run");
    }

    @Case(number = 20, rule = "a run under an id that was another kind of run is refused by its id")
    final void otherRun() {
        Storage storage = open(StorageCapability.RUNS);
        storage.run(StorageSamples.run("run-a"));
        flush(storage);
        RunRecord other = new RunRecord("run-a", RunKind.BACKTEST, T, Map.of(), "");
        Expect.refused(
                IllegalArgumentException.class,
                () -> storage.run(other),
                "a backtest under the id of a live run",
                "run-a");
    }

    @Case(number = 21, rule = "closing writes out what is queued")
    final void closeWrites() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        for (int i = 0; i < MANY; i++) {
            run.keep(StorageSamples.equity(i, "1"));
        }
        close(storage);
        Expect.equal(MANY, open().read().entries("a").all().size(), "the number of entries after close() and open()");
    }

    @Case(
            number = 22,
            rule = "closing twice does no harm, and what is given afterwards is refused, not lost in silence")
    final void closedTwice() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        storage.close();
        storage.close();
        Expect.refused(
                IllegalStateException.class, () -> run.keep(StorageSamples.equity(0, "1")), "an entry after close()");
    }

    @Case(number = 23, rule = "what flush() has confirmed is seen by another program that opens the store")
    final void flushIsDurable() {
        Storage storage = open(StorageCapability.RUNS);
        storage.run(StorageSamples.run("a")).keep(StorageSamples.equity(0, "1"));
        flush(storage);
        Expect.equal(0L, storage.state().queued(), "queued after flush()");
        expect(
                List.of(StorageSamples.equity(0, "1")),
                open().read().entries("a").all(),
                "entries in the store when it is opened a second time");
    }

    @Case(
            number = 24,
            rule = "a reader that has begun does not hold up writing, and later readers see what was written")
    final void readersAndWriters() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        run.keep(StorageSamples.equity(0, "1"));
        flush(storage);
        try (var reading = storage.read().entries("a")) {
            run.keep(StorageSamples.equity(1, "2"));
            flush(storage);
            Expect.equal(StorageSamples.equity(0, "1"), reading.next().get(0), "the first entry");
        }
        Expect.equal(2, storage.read().entries("a").all().size(), "the number of entries that a later reader sees");
    }

    @Case(number = 25, rule = "writing does not wait while the store is gone, and the state says that and why")
    final void neverBlocks() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        flush(storage);
        Outage outage = anOutage();
        try {
            soon(() -> {
                for (int i = 0; i < MANY; i++) {
                    run.keep(StorageSamples.equity(i, "1"));
                }
            });
            Expect.that(!storage.flush(Duration.ofMillis(50)), "flush() confirmed what cannot have been written");
            StorageState state = storage.state();
            Expect.equal((long) MANY, state.queued(), "queued while the store is gone, in " + state);
            Expect.that(state.oldestNanos() > 0, "the age of what waits must be above 0 in " + state);
            Expect.that(!state.trouble().isBlank(), "the state must say why nothing is written, but it is " + state);
        } finally {
            outage.end();
        }
    }

    @Case(number = 26, rule = "after an outage all is there, once, in its order")
    final void wholeAfterOutage() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        List<RunEntry> given = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            given.add(StorageSamples.equity(i, Integer.toString(i)));
        }
        given.subList(0, MANY / 2).forEach(run::keep);
        Outage outage = anOutage();
        try {
            soon(() -> given.subList(MANY / 2, MANY).forEach(run::keep));
        } finally {
            outage.end();
        }
        flush(storage);
        List<RunEntry> read = storage.read().entries("a").all();
        Expect.equal(MANY, read.size(), "the number of entries after an outage");
        Expect.that(given.equals(read), "the entries after an outage are not those that were given, in their order");
        Expect.equal("", storage.state().trouble(), "the trouble once the store is there again");
    }

    @Case(number = 27, rule = "what the provider declares no capability for is refused, not taken in silence")
    final void undeclared() {
        boolean keepsMarket = provider().capabilities().contains(StorageCapability.MARKET_DATA);
        boolean keepsRuns = provider().capabilities().contains(StorageCapability.RUNS);
        Assumptions.assumeTrue(!keepsMarket || !keepsRuns, "the provider declares all capabilities: skipped");
        Storage storage = open();
        if (!keepsMarket) {
            Expect.refused(UnsupportedOperationException.class, storage::market, "a writer of market data");
        }
        if (!keepsRuns) {
            Expect.refused(
                    UnsupportedOperationException.class,
                    () -> storage.run(StorageSamples.run("a")),
                    "a writer of a run");
        }
    }

    @Case(
            number = 28,
            rule =
                    "a run that one storage has is refused to another, by its id, until the first is closed; other runs are"
                            + " free")
    final void exclusiveRuns() {
        Storage first = open(StorageCapability.EXCLUSIVE_RUNS);
        Storage second = open();
        first.claim("run-a");
        first.claim("run-a");
        Expect.refused(
                IllegalStateException.class,
                () -> second.claim("run-a"),
                "to claim the run of another storage",
                "run-a");
        if (provider().capabilities().contains(StorageCapability.RUNS)) {
            Expect.refused(
                    IllegalStateException.class,
                    () -> second.run(StorageSamples.run("run-a")),
                    "to go on with the run of another storage",
                    "run-a");
        }
        second.claim("run-b");
        close(first);
        second.claim("run-a");
    }

    @Case(
            number = 29,
            rule =
                    "entries that are made later are made once each, in the order given and one at a time, also while the"
                            + " store is gone, and all that were made are kept")
    final void madeLater() {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        CountedEntries counted = new CountedEntries();
        counted.give(run, MANY / 2);
        Optional<Outage> outage = outage();
        try {
            soon(() -> counted.give(run, MANY / 2));
        } finally {
            outage.ifPresent(Outage::end);
        }
        flush(storage);
        counted.expectIn(storage.read().entries("a").all());
    }

    private Outage anOutage() {
        Optional<Outage> outage = outage();
        Assumptions.assumeTrue(outage.isPresent(), "the test has no way to make an outage(): skipped");
        return outage.orElseThrow();
    }

    private void soon(Runnable writing) {
        Assertions.assertTimeoutPreemptively(
                patience(), writing::run, "writing waited for the store: " + MANY + " entries were not taken in time");
    }
}
