package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.data.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends before its data does leaves no file open. */
class ClosedFilesTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsASystemThatListsOpenFiles() {
        assumeTrue(Files.isDirectory(OPEN_FILES), "this system does not list the open files of a process");
    }

    private List<Path> open() throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            return all.filter(Files::isSymbolicLink)
                    .map(ClosedFilesTest::target)
                    .filter(file -> file.startsWith(real))
                    .toList();
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            // That of this very listing is gone by now.
            return link;
        }
    }

    private LoadedData quotes() throws IOException {
        Path file = folder.resolve("BTCUSDT-bookTicker-2024-01-01.csv");
        Files.writeString(file, """
                1,99,2,100,3,1704067200000,1704067200001
                2,100,2,101,3,1704067201000,1704067201001
                3,100,2,101,3,1704067202000,1704067202001
                """);
        return Recordings.of(file).load();
    }

    private LoadedData trades() {
        Path file = folder.resolve("SOLUSDT-trades-2024-01-01.csv");
        ArchiveFiles.writeTrades(SampleMarket.solana().withDays(1).trades(), file);
        return DataFiles.of(file).storage(Storage.STREAM).load();
    }

    private LoadedData bars() {
        Path file = folder.resolve("BTCUSDT-1m-a.csv");
        ArchiveFiles.writeKlines(SampleMarket.bitcoin().withDays(1).bars(), file);
        return DataFiles.of(file).storage(Storage.STREAM).load();
    }

    private static Backtest backtest(LoadedData data) {
        return Backtest.of(data.sources()).cash("1000000 USDT");
    }

    @Test
    void neitherWhenAStrategyFails() throws IOException {
        for (LoadedData data : List.of(quotes(), trades(), bars())) {
            Backtest run = backtest(data)
                    .strategy("failing", new Failing(data.instruments().get(0)));
            assertThatThrownBy(run::run).hasStackTraceContaining("enough");
            assertThat(open()).isEmpty();
        }
    }

    @Test
    void norWhenTheRunEndsEarlier() throws IOException {
        backtest(quotes()).to(Instant.parse("2024-01-01T00:00:01.500Z")).run();
        assertThat(open()).isEmpty();
        backtest(trades()).to(Instant.parse("2024-01-01T01:00:00Z")).run();
        assertThat(open()).isEmpty();
        backtest(bars()).to(Instant.parse("2024-01-01T01:00:00Z")).run();
        assertThat(open()).isEmpty();
    }

    @Test
    void norWhenAnotherStreamCannotBeOpened() throws IOException {
        EventSource broken = new WrappedSource() {
            private final EventSource whole = quotes().sources().get(0);

            @Override
            public EventSource whole() {
                return whole;
            }

            @Override
            public Cursor open(MarketDataSink sink) {
                throw new DataException("b.csv", 1, "is gone");
            }
        };
        List<EventSource> both = List.of(quotes().sources().get(0), broken);
        assertThatThrownBy(() -> new Replay(both, new RecordingSink())).hasMessageContaining("is gone");
        assertThat(open()).isEmpty();
    }

    @Test
    void andAClosedReplayHasNoEventsLeft() throws IOException {
        for (LoadedData data : List.of(quotes(), trades(), bars())) {
            EventSource.Cursor cursor = data.sources().get(0).open(new RecordingSink());
            assertThat(open()).hasSize(1);
            cursor.close();
            cursor.close();
            assertThat(open()).isEmpty();
            assertThat(cursor.nextNanos()).isEqualTo(EpochNanos.NEVER);
            assertThat(cursor.emit(EpochNanos.NEVER, false, false)).isZero();
        }
    }

    private static final class Failing extends Strategy {
        private final Instrument instrument;

        Failing(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeQuotes(instrument.id());
            context.subscribeTrades(instrument.id());
            context.subscribeBars(instrument.id(), BarSpec.parse("1m"));
        }

        @Override
        protected void onQuote(Quote quote) {
            throw new IllegalStateException("enough");
        }

        @Override
        protected void onTrade(Trade trade) {
            throw new IllegalStateException("enough");
        }

        @Override
        protected void onBar(Bar bar) {
            throw new IllegalStateException("enough");
        }
    }
}
