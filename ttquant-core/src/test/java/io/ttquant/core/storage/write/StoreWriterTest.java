package io.ttquant.core.storage.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.rows.MarketRows;
import io.ttquant.core.storage.rows.RunRows;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.spool.MemoryDisk;
import io.ttquant.core.storage.spool.Spool;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreWriterTest {
    private static final int SEEDS = Integer.getInteger("ttquant.store.seeds", 20);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final long TAKES_NOTHING_NANOS = 200_000_000;
    private static final WriterSettings QUICK = new WriterSettings(1_000, 100_000, 64, 0, 512, 1 << 24, 10, 50);
    /** It spools nothing before it is closed, and then waits long. */
    private static final WriterSettings PATIENT =
            new WriterSettings(1_000, 100_000, 64, 0, 100_000, 1 << 24, 3_600_000, 60_000);

    private static final RunRecord RUN = new RunRecord("r", RunKind.LIVE, 0, Map.of(), "");
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    private final MemoryDisk disk = new MemoryDisk();
    private final List<StoreWriter> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(StoreWriter::close);
    }

    @Test
    void nothingIsLostDoubledOrReorderedWhateverTheDatabaseDoes() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            MemoryDisk own = new MemoryDisk();
            FaultyDatabase database = new FaultyDatabase(seed, 15);
            SplittableRandom random = new SplittableRandom(seed);
            long given = 0;
            for (int life = 0; life < 3; life++) {
                StoreWriter writer = start(database, own, QUICK);
                RunWriter run = writer.run(RUN);
                for (int i = random.nextInt(2_000); i > 0; i--) {
                    run.keep(equity(given++));
                }
                database.gone(random.nextInt(3) == 0);
                writer.close();
                database.gone(false);
            }
            StoreWriter last = start(database, own, QUICK);
            assertThat(last.flush(LONG)).as("seed %d", seed).isTrue();
            last.close();

            assertThat(database.keys("equity")).as("seed %d", seed).isEqualTo(expected(given));
            assertThat(own.list()).as("the spool of seed %d", seed).isEmpty();
        }
    }

    private static List<String> expected(long given) {
        List<String> keys = new ArrayList<>();
        for (long i = 0; i < given; i++) {
            keys.add("r/" + i);
        }
        return keys;
    }

    @Test
    void ticksGoThroughTheRingInTheirOrderWithTheirInstrumentFirst() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        StoreWriter writer = start(database, disk, QUICK);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            assertThat(writer.awaitRoom(LONG)).isTrue();
            writer.market().trade(trade(i), i % 3);
            expected.add(InstrumentKey.of(BTC.id()) + "/" + i + "/" + i % 3);
        }
        assertThat(writer.flush(LONG)).isTrue();

        assertThat(database.keys("trade_ticks")).isEqualTo(expected);
        assertThat(database.keys("instruments")).hasSize(1);
        assertThat(writer.meter().refused()).isZero();
    }

    @Test
    void whatGetsOldGoesIntoTheSpoolAndSurvivesTheLossOfPower() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        database.gone(true);
        StoreWriter writer = start(database, disk, QUICK);
        RunWriter run = writer.run(RUN);
        for (int i = 0; i < 1_000; i++) {
            run.keep(equity(i));
        }
        await(() -> writer.meter().spooled() == 1_001);

        FaultyDatabase repaired = new FaultyDatabase(1, 0);
        StoreWriter after = start(repaired, disk.afterLossOfPower(0), QUICK);
        assertThat(after.flush(LONG)).isTrue();
        assertThat(repaired.keys("equity")).isEqualTo(expected(1_000));
    }

    @Test
    void aDatabaseThatHangsHoldsUpNeitherTheEngineNorClosing() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        CountDownLatch hanging = new CountDownLatch(1);
        database.hang(hanging);
        StoreWriter writer = start(database, disk, QUICK);
        RunWriter run = writer.run(RUN);
        for (int i = 0; i < 1_000; i++) {
            run.keep(equity(i));
        }
        await(() -> writer.meter().spooled() > 0);
        await(() -> !writer.state().trouble().isEmpty());
        assertThat(writer.state().oldestNanos()).isPositive();
        writer.close();
        hanging.countDown();

        FaultyDatabase slow = new FaultyDatabase(1, 0);
        CountDownLatch looked = new CountDownLatch(1);
        slow.hang(looked);
        StoreWriter after = start(slow, disk, QUICK);
        assertThat(after.meter().queued()).isEqualTo(1_001);
        assertThat(after.meter().oldestNanos()).isPositive();
        looked.countDown();
        assertThat(after.flush(LONG)).isTrue();
    }

    @Test
    void whatIsGivenLastIsOnTheDiskWhileClosingWaitsForADatabaseThatIsSilent() throws Exception {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        CountDownLatch silent = new CountDownLatch(1);
        database.hang(silent);
        StoreWriter writer = start(database, disk, PATIENT);
        RunWriter run = writer.run(RUN);
        for (int i = 0; i < 1_000; i++) {
            run.keep(equity(i));
        }
        Thread closing = closing(writer);
        awaitOr(silent, () -> writer.meter().spooled() == 1_001, writer);

        FaultyDatabase repaired = new FaultyDatabase(1, 0);
        StoreWriter afterItWasEndedByForce = start(repaired, disk.afterLossOfPower(0), QUICK);
        assertThat(afterItWasEndedByForce.flush(LONG)).isTrue();
        assertThat(repaired.keys("equity")).isEqualTo(expected(1_000));

        silent.countDown();
        closing.join();
        assertThat(database.keys("equity")).isEqualTo(expected(1_000));
        assertThat(disk.list()).isEmpty();
    }

    @Test
    void closingGivesAllToTheDatabaseWhereTheDiskTakesNothing() throws Exception {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        CountDownLatch silent = new CountDownLatch(1);
        database.hang(silent);
        disk.failToForce(true);
        StoreWriter writer = start(database, disk, PATIENT);
        RunWriter run = writer.run(RUN);
        for (int i = 0; i < 1_000; i++) {
            run.keep(equity(i));
        }
        Thread closing = closing(writer);
        awaitOr(silent, () -> writer.meter().spoolErrors() > 0, writer);
        silent.countDown();
        closing.join();

        assertThat(database.keys("equity")).isEqualTo(expected(1_000));
        assertThat(writer.meter().spooled()).isZero();
    }

    @Test
    void onlyACommitThatWasAskedForIsOneWhoseOutcomeIsUnknown() throws IOException {
        FaultyDatabase gone = new FaultyDatabase(1, 0);
        CountDownLatch silent = new CountDownLatch(1);
        gone.hang(silent);
        StoreWriter early = start(gone, disk, QUICK);
        early.run(RUN).keep(equity(0));
        await(() -> early.meter().connections() == 1, early::state);
        gone.gone(true);
        silent.countDown();
        await(() -> early.meter().errors() > 2, early::state);
        gone.gone(false);
        assertThat(early.flush(LONG)).isTrue();
        assertThat(early.meter().unknownOutcomes()).isZero();

        FaultyDatabase late = new FaultyDatabase(1, 0);
        late.failAfterTheNextCommit();
        StoreWriter writer = start(late, new MemoryDisk(), QUICK);
        writer.run(RUN).keep(equity(0));
        assertThat(writer.flush(LONG)).isTrue();
        assertThat(writer.meter().unknownOutcomes()).isOne();
        assertThat(writer.meter().errors()).isOne();
    }

    @Test
    void aFullSpoolIsToldAndWhatDoesNotFitIsRefusedAndCounted() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        database.gone(true);
        Spool small = Spool.open(List.of(disk), Schema.CURRENT, 20_000, 0);
        StoreWriter writer = open(database, small, new WriterSettings(1_000, 2_000, 64, 0, 512, 1 << 24, 10, 50));
        RunWriter run = writer.run(RUN);
        for (int i = 0; i < 20_000; i++) {
            run.keep(equity(i));
        }
        await(() -> writer.state().trouble().contains("spool is full"), writer::state);
        assertThat(writer.meter().refused()).isPositive();
        assertThat(writer.meter().spoolBytes()).isLessThan(40_000);

        database.gone(false);
        assertThat(writer.flush(LONG)).isTrue();
        assertThat(database.keys("equity"))
                .hasSize(20_000 - (int) writer.meter().refused());
        await(() -> writer.state().trouble().isEmpty());
    }

    @Test
    void withoutADatabaseAndWithAFullSpoolItKeepsNoMoreMemoryThanItMayAndLosesNothingThatItTook() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        database.gone(true);
        Spool small = Spool.open(List.of(disk), Schema.CURRENT, 100_000, 0);
        WriterSettings settings = new WriterSettings(1_000, 100_000, 1_000, 0, 100_000, 1 << 20, 10, 50);
        StoreWriter writer = open(database, small, settings);
        BookSnapshot book = book();
        Batch one = new Batch(Schema.CURRENT);
        MarketRows.book(book, 1, one.block(Schema.CURRENT.indexOf(MarketTables.BOOKS)));
        List<String> taken = new ArrayList<>();
        long quiet = 0;
        long lastTaken = System.nanoTime();
        for (int i = 0; quiet < TAKES_NOTHING_NANOS || taken.size() * one.bytes() < settings.memoryBytes(); i++) {
            long before = writer.meter().refused();
            writer.market().book(book, i);
            if (writer.meter().refused() == before) {
                taken.add(InstrumentKey.of(BTC.id()) + "/7/" + i);
                lastTaken = System.nanoTime();
            }
            quiet = System.nanoTime() - lastTaken;
            assertThat(quiet).as("without enough in memory").isLessThan(LONG.toNanos());
        }

        assertThat(writer.meter().queueFill()).isEqualTo(1);
        assertThat(writer.state().trouble()).contains("spool is full");
        long most = settings.memoryBytes() + 2 * settings.batchBytes() + settings.queueBytes() + 2 * 100_000;
        assertThat(taken.size() * one.bytes()).isLessThan(most);
        assertThat(writer.meter().refused()).isPositive();

        database.gone(false);
        assertThat(writer.flush(LONG)).isTrue();
        assertThat(database.keys("books")).isEqualTo(taken);
        assertThat(writer.meter().lastBatch()).isLessThanOrEqualTo(1 + settings.batchBytes() / one.bytes());
        assertThat(writer.meter().queueFill()).isZero();
    }

    private static BookSnapshot book() {
        List<BookLevel> side = Collections.nCopies(200, new BookLevel(6_000_000, 12_345));
        return new BookSnapshot(BTC, 7, 7, side, side);
    }

    @Test
    void largeEntriesThatTheSpoolHasLeaveRoomForMore() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        database.gone(true);
        WriterSettings settings = new WriterSettings(1_000, 100_000, 1_000, 0, 100_000, 1 << 20, 10, 50);
        StoreWriter writer = start(database, disk, settings);
        RunWriter run = writer.run(RUN);
        String text = "x".repeat(1_200_000);
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            run.keep(new RunEntry.StrategyState(i, i, "s", "k", text));
            given.add("r/" + i);
            await(() -> writer.meter().queueFill() == 0, writer::state);
        }
        await(() -> writer.meter().spooled() == 9, writer::state);

        database.gone(false);
        assertThat(writer.flush(LONG)).isTrue();
        assertThat(database.keys("strategy_states")).isEqualTo(given);
        assertThat(writer.meter().refused()).isZero();
    }

    @Test
    void aDiskThatIsFullKeepsNothingFromTheDatabase() throws IOException {
        FaultyDatabase database = new FaultyDatabase(3, 15);
        disk.room(100);
        StoreWriter writer = start(database, disk, QUICK);
        RunWriter run = writer.run(RUN);
        for (int i = 0; i < 3_000; i++) {
            run.keep(equity(i));
        }
        assertThat(writer.flush(LONG)).isTrue();
        assertThat(database.keys("equity")).isEqualTo(expected(3_000));
        assertThat(writer.meter().errors()).isPositive();
        assertThat(writer.meter().writeTimes().count())
                .isEqualTo(writer.meter().batches())
                .isPositive();
        assertThat(writer.meter().writeTimes().sum()).isEqualTo(writer.meter().writeNanos() / 1e9);
    }

    @Test
    void anEntryThatCannotBeARowIsRefusedAndDoesNotStopTheOthers() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        StoreWriter writer = start(database, disk, QUICK);
        RunWriter run = writer.run(RUN);
        run.keep(new RunEntry.StrategyState(0, 0, "s", "k", nothing()));
        run.keep(equity(1));
        assertThat(writer.flush(LONG)).isTrue();

        assertThat(database.keys("equity")).containsExactly("r/1");
        assertThat(writer.meter().refused()).isEqualTo(1);
    }

    @Test
    void anErrorOfTheCodeThatMakesAnEntryStopsNothing() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        StoreWriter writer = start(database, disk, QUICK);
        RunWriter run = writer.run(RUN);
        run.keepLater(() -> {
            throw new AssertionError("of the caller");
        });
        run.keep(equity(1));

        assertThat(writer.flush(LONG)).isTrue();
        assertThat(database.keys("equity")).containsExactly("r/1");
        assertThat(writer.meter().refused()).isEqualTo(1);
    }

    @Test
    void whatWaitsBehindADiskThatStandsStillGrowsOld() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        database.gone(true);
        CountDownLatch standing = new CountDownLatch(1);
        disk.standStill(standing);
        StoreWriter writer = start(database, disk, QUICK);
        RunWriter run = writer.run(RUN);
        run.keep(equity(0));
        await(() -> writer.meter().spoolBytes() > 0);
        database.gone(false);
        await(() -> database.keys("equity").size() == 1);
        run.keep(equity(1));

        await(() -> writer.state().oldestNanos() > Duration.ofMillis(1_500).toNanos(), writer::state);
        assertThat(writer.state().trouble()).contains("disk of the spool");

        standing.countDown();
        assertThat(writer.flush(LONG)).isTrue();
        assertThat(writer.state().oldestNanos()).isZero();
        assertThat(writer.state().trouble()).isEmpty();
    }

    @Test
    void whatWaitsGrowsOldAlsoWhenTheTimeOfTheMachineIsPutBack() throws IOException {
        FaultyDatabase database = new FaultyDatabase(1, 0);
        database.gone(true);
        Batch batch = new Batch(Schema.CURRENT);
        RunRows.entry("r", equity(0), batch);
        Spool before = Spool.open(List.of(disk), Schema.CURRENT, 1 << 24, 0);
        before.append(batch, 1, System.currentTimeMillis() + Duration.ofHours(1).toMillis());
        before.force();
        before.close();

        StoreWriter writer = start(database, disk, QUICK);
        await(() -> writer.state().oldestNanos() > Duration.ofMillis(100).toNanos(), writer::state);
        RunWriter run = writer.run(RUN);
        run.keep(equity(1));
        await(() -> writer.meter().spooled() == 2, writer::state);
    }

    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    @Test
    void afterClosingEntriesAreRefusedAloud() throws IOException {
        StoreWriter writer = start(new FaultyDatabase(1, 0), disk, QUICK);
        RunWriter run = writer.run(RUN);
        writer.close();

        assertThatThrownBy(() -> run.keep(equity(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> writer.market().trade(trade(1), 1)).isInstanceOf(IllegalStateException.class);
    }

    private static Thread closing(StoreWriter writer) {
        Thread closing = new Thread(writer::close, "closing");
        closing.start();
        return closing;
    }

    private StoreWriter start(FaultyDatabase database, MemoryDisk on, WriterSettings settings) throws IOException {
        return open(database, Spool.open(List.of(on), Schema.CURRENT, 1 << 24, 0), settings);
    }

    private StoreWriter open(FaultyDatabase database, Spool spool, WriterSettings settings) {
        StoreWriter writer = StoreWriter.start(database, spool, settings);
        opened.add(writer);
        return writer;
    }

    /** Lets the database answer if it does not come, so that closing ends. */
    private static void awaitOr(CountDownLatch silent, BooleanSupplier done, StoreWriter writer) {
        try {
            await(done, writer::state);
        } catch (AssertionError e) {
            silent.countDown();
            throw e;
        }
    }

    private static void await(BooleanSupplier done) {
        await(done, () -> "");
    }

    private static void await(BooleanSupplier done, Supplier<?> state) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time, %s", state.get()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static RunEntry equity(long number) {
        return new RunEntry.EquityAt(number, number, Currency.of("USDT"), BigDecimal.valueOf(number));
    }

    private static Trade trade(long nanos) {
        return new Trade(BTC, nanos, nanos, 100, 1, AggressorSide.BUYER);
    }
}
