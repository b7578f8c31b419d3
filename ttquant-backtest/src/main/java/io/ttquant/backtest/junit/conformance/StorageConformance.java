package io.ttquant.backtest.junit.conformance;

import static io.ttquant.backtest.junit.conformance.StorageSamples.BTC;
import static io.ttquant.backtest.junit.conformance.StorageSamples.LARGE;
import static io.ttquant.backtest.junit.conformance.StorageSamples.OTHER;
import static io.ttquant.backtest.junit.conformance.StorageSamples.T;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a {@link StorageProvider} must do. Say which one it is, and the settings of a store that is empty when a test begins; within a test it is opened several times.
 * Cases about what the provider declares no capability for are skipped, as are those about an {@link #outage()} that it has no way to make.
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
@DisplayNameGeneration(CaseNames.class)
@TestMethodOrder(CaseOrder.class)
@ExtendWith(CaseFailures.class)
public abstract class StorageConformance {
    private static final String UNKNOWN_SETTING = "no-such-setting";
    private static final int MANY = 2_000;

    private final List<Storage> opened = new ArrayList<>();

    /** For subclasses. */
    protected StorageConformance() {}

    /** The provider. */
    protected abstract StorageProvider provider();

    /** The settings of a store: the same one within a test, an empty one for each test. */
    protected abstract Map<String, String> settings();

    /** Makes the store unreachable, or so slow that it is, until the outage is closed; empty if the test cannot. */
    protected Optional<AutoCloseable> outage() {
        return Optional.empty();
    }

    /** How long writing, and what is written until it is safe, may take at most; 30 seconds unless overridden. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    @AfterEach
    final void closeStorages() {
        List.copyOf(opened).forEach(Storage::close);
    }

    private Storage open() {
        Storage storage = provider().open(settings());
        opened.add(storage);
        return storage;
    }

    private void close(Storage storage) {
        opened.remove(storage);
        storage.close();
    }

    private Storage open(StorageCapability needed) {
        Assumptions.assumeTrue(
                provider().capabilities().contains(needed), "the provider does not declare " + needed + ": skipped");
        return open();
    }

    private void flush(Storage storage) {
        Expect.that(
                storage.flush(patience()),
                "flush() did not get done within " + patience() + "; the storage says: " + storage.state());
    }

    private static List<Kept<Trade>> trades(Storage storage, Instrument instrument) {
        return storage.read().trades(instrument, Long.MIN_VALUE, Long.MAX_VALUE).all();
    }

    private static void expect(Object expected, Object read, String what) {
        Expect.that(expected.equals(read), "expected " + what + "\nto be read as " + expected + "\nbut it was      " + read);
    }

    @Case(number = 1, rule = "the id is short, lower-case and always the same")
    final void id() {
        Expect.id(provider().id(), provider().id());
    }

    @Case(number = 2, rule = "there is a capability, always the same ones, which nobody can change")
    final void capabilities() {
        Expect.capabilities(provider().capabilities(), provider().capabilities());
    }

    @Case(number = 3, rule = "a setting that it does not know is refused by its name")
    final void unknownSetting() {
        Expect.refused(
                IllegalArgumentException.class,
                () -> opened.add(provider().open(Expect.with(settings(), UNKNOWN_SETTING, "1"))),
                "a setting that does not exist",
                UNKNOWN_SETTING);
    }

    @Case(number = 4, rule = "trades are read as they were written, to the last digit and nanosecond")
    final void trades() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade small = StorageSamples.trade(BTC, T, 1);
        Trade large = StorageSamples.trade(BTC, T + 1, LARGE);
        storage.market().trade(small, 5);
        storage.market().trade(large, Long.MAX_VALUE);
        flush(storage);
        expect(
                List.of(new Kept<>(small, 5), new Kept<>(large, Long.MAX_VALUE)),
                trades(storage, BTC),
                "trades");
    }

    @Case(number = 5, rule = "trades of one time, even equal ones, are all kept, in the order of their numbers")
    final void equalTimes() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade trade = StorageSamples.trade(BTC, T, 100);
        Trade other = StorageSamples.trade(BTC, T, 99);
        storage.market().trade(trade, 3);
        storage.market().trade(other, 2);
        storage.market().trade(trade, 1);
        flush(storage);
        expect(
                List.of(new Kept<>(trade, 1), new Kept<>(other, 2), new Kept<>(trade, 3)),
                trades(storage, BTC),
                "three trades of one time");
    }

    @Case(number = 6, rule = "what is given again under its key is kept once, as it was first, also after opening again")
    final void repeated() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade trade = StorageSamples.trade(BTC, T, 100);
        storage.market().trade(trade, 1);
        storage.market().trade(trade, 1);
        flush(storage);
        close(storage);
        storage = open();
        storage.market().trade(trade, 1);
        storage.market().trade(StorageSamples.trade(BTC, T, 101), 1);
        flush(storage);
        expect(List.of(new Kept<>(trade, 1)), trades(storage, BTC), "a trade that was given four times");
    }

    @Case(number = 7, rule = "repetitions are counted, and those with another content as conflicts")
    final void conflicts() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().trade(StorageSamples.trade(BTC, T, 100), 1);
        storage.market().trade(StorageSamples.trade(BTC, T, 100), 1);
        storage.market().trade(StorageSamples.trade(BTC, T, 101), 1);
        flush(storage);
        StorageState state = storage.state();
        Expect.equal(1L, state.stored(), "stored in " + state);
        Expect.equal(2L, state.repeated(), "repeated in " + state);
        Expect.equal(1L, state.conflicts(), "conflicts in " + state);
    }

    @Case(number = 8, rule = "reading is by time, whatever the order of writing, from a time included to a time not included")
    final void ranges() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        for (long step : new long[] {3, 2, 0, 1}) {
            storage.market().trade(StorageSamples.trade(BTC, T + step, 100 + step), 1);
        }
        flush(storage);
        expect(
                List.of(
                        new Kept<>(StorageSamples.trade(BTC, T + 1, 101), 1),
                        new Kept<>(StorageSamples.trade(BTC, T + 2, 102), 1)),
                storage.read().trades(BTC, T + 1, T + 3).all(),
                "trades from the second time to before the fourth");
    }

    @Case(number = 9, rule = "instruments are kept apart, whatever stands in their names")
    final void instruments() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade mine = StorageSamples.trade(BTC, T, 100);
        Trade others = StorageSamples.trade(OTHER, T, 200);
        storage.market().trade(mine, 1);
        storage.market().trade(others, 1);
        flush(storage);
        expect(List.of(new Kept<>(mine, 1)), trades(storage, BTC), "trades of " + BTC.id());
        expect(List.of(new Kept<>(others, 1)), trades(storage, OTHER), "trades of " + OTHER.id());
    }

    @Case(number = 10, rule = "a price stays the same decimal when the instrument gets a finer tick")
    final void scales() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().trade(new Trade(BTC, T, T, 12345, 7, StorageSamples.trade(BTC, T, 1).aggressor()), 1);
        flush(storage);
        close(storage);
        Instrument finer = BTC.toBuilder().tick("0.0001").lot("0.0000001").build();
        List<Kept<Trade>> read = trades(open(), finer);
        Expect.equal(1, read.size(), "the number of trades read at another scale");
        Trade trade = read.get(0).event();
        Expect.equal("123.4500", finer.formatPrice(trade.rawPrice()), "the price at the finer tick");
        Expect.equal("0.0000700", finer.formatQuantity(trade.rawQuantity()), "the quantity at the finer lot");
    }

    @Case(number = 11, rule = "quotes are read as they were written")
    final void quotes() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().quote(StorageSamples.quote(T, 100), 1);
        storage.market().quote(StorageSamples.quote(T, 101), 2);
        storage.market().quote(StorageSamples.quote(T, 101), 2);
        flush(storage);
        expect(
                List.of(
                        new Kept<>(StorageSamples.quote(T, 100), 1),
                        new Kept<>(StorageSamples.quote(T, 101), 2)),
                storage.read().quotes(BTC, T, T + 1).all(),
                "quotes");
    }

    @Case(number = 12, rule = "bars are read as they were written, each series by itself")
    final void bars() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        BarSpec minutes = BarSpec.minutes(1);
        BarSpec ticks = BarSpec.ticks(5);
        storage.market().bar(StorageSamples.bar(minutes, T, 100), 0);
        storage.market().bar(StorageSamples.bar(ticks, T, 101), 0);
        storage.market().bar(StorageSamples.bar(ticks, T, 102), 1);
        flush(storage);
        expect(
                List.of(new Kept<>(StorageSamples.bar(minutes, T, 100), 0)),
                storage.read().bars(BTC, minutes, T, T + 1).all(),
                "bars " + minutes);
        expect(
                List.of(
                        new Kept<>(StorageSamples.bar(ticks, T, 101), 0),
                        new Kept<>(StorageSamples.bar(ticks, T, 102), 1)),
                storage.read().bars(BTC, ticks, T, T + 1).all(),
                "bars " + ticks + " that closed at one time");
    }

    @Case(number = 13, rule = "order books are read as they were written, level by level in their order")
    final void books() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().book(StorageSamples.book(T, 5), 1);
        storage.market().book(StorageSamples.book(T, 6), 2);
        flush(storage);
        expect(
                List.of(new Kept<>(StorageSamples.book(T, 5), 1), new Kept<>(StorageSamples.book(T, 6), 2)),
                storage.read().books(BTC, T, T + 1).all(),
                "order books");
    }

    @Case(number = 14, rule = "funding rates are read as the same decimals")
    final void funding() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().funding(StorageSamples.funding(T, "-0.000012345678901234567890"), 0);
        flush(storage);
        List<Kept<FundingRate>> read = storage.read().funding(BTC, T, T + 1).all();
        Expect.equal(1, read.size(), "the number of funding rates");
        FundingRate expected = StorageSamples.funding(T, "-0.000012345678901234567890");
        FundingRate rate = read.get(0).event();
        Expect.that(
                rate.rate().compareTo(expected.rate()) == 0 && rate.settlementNanos() == expected.settlementNanos(),
                "expected " + expected + " to be read, but it was " + rate);
    }

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

    @Case(number = 16, rule = "every kind of entry of a run is read as it was written, all of one time in the order of numbers")
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
        }
    }

    @Case(number = 17, rule = "a run is read with its parameters, also after opening again")
    final void runs() {
        Storage storage = open(StorageCapability.RUNS);
        storage.run(StorageSamples.run("b"));
        storage.run(StorageSamples.run("a")).keep(StorageSamples.equity(0, "1"));
        flush(storage);
        close(storage);
        expect(List.of(StorageSamples.run("a"), StorageSamples.run("b")), open().read().runs(), "two runs");
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
                List.of(
                        StorageSamples.equity(0, "1"),
                        StorageSamples.equity(1, "2"),
                        StorageSamples.equity(2, "3")),
                storage.read().entries("a").all(),
                "entries of a run that went on");
        expect(List.of(StorageSamples.run("a")), storage.read().runs(), "the run");
    }

    @Case(number = 19, rule = "a fill is kept once by the exchange's trade id, under whatever number it is heard of again")
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
                IllegalArgumentException.class, () -> storage.run(other), "a backtest under the id of a live run", "run-a");
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

    @Case(number = 22, rule = "closing twice does no harm, and what is given afterwards is refused, not lost in silence")
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

    @Case(number = 24, rule = "a reader that has begun does not hold up writing, and later readers see what was written")
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
    final void neverBlocks() throws Exception {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        flush(storage);
        try (AutoCloseable outage = anOutage()) {
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
        }
    }

    @Case(number = 26, rule = "after an outage all is there, once, in its order")
    final void wholeAfterOutage() throws Exception {
        Storage storage = open(StorageCapability.RUNS);
        RunWriter run = storage.run(StorageSamples.run("a"));
        List<RunEntry> given = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            given.add(StorageSamples.equity(i, Integer.toString(i)));
        }
        given.subList(0, MANY / 2).forEach(run::keep);
        try (AutoCloseable outage = anOutage()) {
            soon(() -> given.subList(MANY / 2, MANY).forEach(run::keep));
        }
        flush(storage);
        List<RunEntry> read = storage.read().entries("a").all();
        Expect.equal(MANY, read.size(), "the number of entries after an outage");
        Expect.that(given.equals(read), "the entries after an outage are not those that were given, in their order");
        Expect.equal("", storage.state().trouble(), "the trouble once the store is there again");
    }

    private AutoCloseable anOutage() {
        Optional<AutoCloseable> outage = outage();
        Assumptions.assumeTrue(outage.isPresent(), "the test has no way to make an outage(): skipped");
        return outage.orElseThrow();
    }

    private void soon(Runnable writing) throws Exception {
        CompletableFuture<Void> done = CompletableFuture.runAsync(writing);
        try {
            done.get(patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("writing waited for the store: " + MANY + " entries were not taken within " + patience(), e);
        }
    }
}
