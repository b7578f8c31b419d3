package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.api.storage.StorageState;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests whose strategies keep large texts stay within the memory that the store was given. */
class KeptTextsTest {
    private static final BarSpec DAY = BarSpec.days(1);
    private static final String RUN = "texts-1";
    private static final int LONGEST = 10_000;

    @TempDir
    Path folder;

    private Storage storage;
    private final List<Integer> sizes = new ArrayList<>();
    private int looks;

    @BeforeEach
    void open() {
        storage = new SqliteStorage()
                .open(Map.of("file", folder.resolve("t.db").toString(), "sync", "normal", "backlog_mb", "1"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void theStoreIsToldHowLargeTextsAreAndIsWaitedForBeforeEach() {
        backtest(40, LONGEST).keepIn(new Watched(), RUN).run();

        assertThat(sizes).hasSize(40).containsOnly(LONGEST);
        assertThat(looks).isGreaterThanOrEqualTo(40);
    }

    @Test
    void smallTextsCostNoLook() {
        backtest(40, 1_000).keepIn(new Watched(), RUN).run();

        assertThat(sizes).isEmpty();
        assertThat(looks).isLessThan(5);
    }

    @Test
    void whatCompletesARunIsToldOfToo() {
        backtest(40, LONGEST).keepIn(storage, "whole").run();
        RunRecord whole = storage.read().runs().get(0);
        List<RunEntry> entries = storage.read().entries("whole").all();
        RunWriter cut = storage.run(
                new RunRecord(RUN, whole.kind(), whole.startNanos(), whole.parameters(), whole.dataFingerprint()));
        // As many as the queue of so small a store takes at once.
        entries.subList(0, 10).forEach(cut::keep);

        backtest(40, LONGEST).keepIn(new Watched(), RUN).run();

        assertThat(storage.read().entries(RUN).all()).isEqualTo(entries);
        assertThat(sizes).hasSizeGreaterThan(20).hasSizeLessThan(40).containsOnly(LONGEST);
    }

    @Test
    void moreTextsThanTheStoreTakesAtOnceAreAllKept() {
        backtest(1_000, LONGEST).keepIn(storage, RUN).run();

        assertThat(storage.read().entries(RUN).all().stream()
                        .filter(entry -> entry instanceof RunEntry.StrategyState state
                                && state.value().length() == LONGEST))
                .hasSize(1_000);
    }

    private static Backtest backtest(int days, int length) {
        return Backtest.of(Walk.bars(Walk.BTC, DAY, days, 3).source())
                .cash("10000 USDT")
                .strategy("texts", keeping(length));
    }

    /** Keeps another text of a length at each bar. */
    private static Strategy keeping(int length) {
        return new Strategy() {
            private int bars;

            @Override
            protected void onStart(StrategyContext ctx) {
                ctx.subscribeBars(Walk.BTC.id(), DAY);
            }

            @Override
            protected void onBar(Bar bar) {
                context()
                        .keep(
                                "all",
                                Integer.toString(1_000_000 + bars++)
                                        .repeat(length)
                                        .substring(0, length));
            }
        };
    }

    /** Notes the sizes that are told to the store, and how often it is waited for. */
    private final class Watched implements Storage {
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
            return new RunWriter() {
                @Override
                public void keep(RunEntry entry) {
                    to.keep(entry);
                }

                @Override
                public void keepLater(Supplier<? extends RunEntry> entry, int bytes) {
                    if (bytes > 0) {
                        sizes.add(bytes);
                    }
                    to.keepLater(entry, bytes);
                }
            };
        }

        @Override
        public StorageReader read() {
            return storage.read();
        }

        @Override
        public StorageState state() {
            return storage.state();
        }

        @Override
        public StorageMeter meter() {
            return storage.meter();
        }

        @Override
        public boolean awaitRoom(Duration atMost) {
            looks++;
            return storage.awaitRoom(atMost);
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
}
