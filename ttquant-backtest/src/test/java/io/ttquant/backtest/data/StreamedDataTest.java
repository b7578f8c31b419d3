package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streaming reads some thousand rows at a time; nothing else may differ. */
class StreamedDataTest {
    @TempDir
    private Path directory;

    private DataFiles bars(Storage storage) throws IOException {
        Path all = directory.resolve("all.csv");
        ArchiveFiles.writeKlines(SampleMarket.bitcoin().withDays(9).bars(), all);
        List<String> lines = Files.readAllLines(all);
        List<String> repeated = new ArrayList<>(lines);
        repeated.add(5_000, lines.get(4_999));
        Files.write(directory.resolve("BTCUSDT-1m-a.csv"), repeated.subList(0, 9_001));
        Files.write(directory.resolve("BTCUSDT-1m-b.csv"), repeated.subList(9_001, repeated.size()));
        return DataFiles.of(directory + "/BTCUSDT-1m-*.csv").storage(storage);
    }

    private DataFiles trades(Storage storage) {
        Path file = directory.resolve("SOLUSDT-trades-2024-01-01.csv");
        ArchiveFiles.writeTrades(SampleMarket.solana().withDays(2).trades(), file);
        return DataFiles.of(file).storage(storage);
    }

    private static List<String> events(LoadedData data) {
        RecordingSink sink = new RecordingSink();
        new Replay(data.sources(), sink).run();
        return sink.texts();
    }

    @Test
    void barsGiveTheSameEventsAndTheSameFindings() throws IOException {
        LoadedData memory = bars(Storage.MEMORY).load();
        LoadedData stream = bars(Storage.STREAM).load();

        assertThat(stream.bars()).isEmpty();
        assertThat(events(stream)).isEqualTo(events(memory));
        assertThat(stream.quality()).isEqualTo(memory.quality());
        assertThat(stream.quality().get(0).duplicates()).isEqualTo(1);
        assertThat(stream.sources().get(0).size())
                .isEqualTo(memory.sources().get(0).size());
    }

    @Test
    void tradesGiveTheSameEventsAndTheSameFindings() {
        LoadedData memory = trades(Storage.MEMORY).load();
        LoadedData stream = trades(Storage.STREAM).load();

        assertThat(stream.trades()).isEmpty();
        assertThat(events(stream)).isEqualTo(events(memory));
        assertThat(stream.quality()).isEqualTo(memory.quality());
    }

    @Test
    void aStreamCanBeReplayedAgain() throws IOException {
        LoadedData stream = bars(Storage.STREAM).load();

        assertThat(events(stream)).isEqualTo(events(stream));
    }

    @Test
    void aBacktestHasTheSameFingerprint() throws IOException {
        assertThat(fingerprint(bars(Storage.STREAM))).isEqualTo(fingerprint(bars(Storage.MEMORY)));
    }

    private static String fingerprint(DataFiles files) {
        LoadedData data = files.load();
        return Backtest.of(data.sources())
                .cash("100000 USDT")
                .strategy("turns", Walk.turns(data.instruments().get(0), SampleMarket.BARS, 50, "0.1"))
                .run()
                .fingerprint();
    }

    @Test
    void tradesWithoutNumbersBeginWhereTheirFileBegins() throws IOException {
        List<String> lines = plainTrades();
        DataFiles files = DataFiles.of(Files.write(directory.resolve("SOLUSDT-plain.csv"), lines));

        assertThat(files.storage(Storage.STREAM).load().quality())
                .isEqualTo(files.storage(Storage.MEMORY).load().quality());
    }

    @Test
    void tradesWithoutNumbersAreRefusedWhenTheyGoBackBetweenTwoBlocks() throws IOException {
        List<String> lines = plainTrades();
        // The first row of the second block is a second early.
        lines.set(RowBlock.CAPACITY + 1, "2024-01-01 00:00:00,100,1");
        DataFiles files = DataFiles.of(Files.write(directory.resolve("SOLUSDT-plain.csv"), lines))
                .storage(Storage.STREAM);

        assertThatThrownBy(files::load)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line " + (RowBlock.CAPACITY + 2))
                .hasMessageContaining("is earlier than the one above it");
    }

    private static List<String> plainTrades() {
        List<String> lines = new ArrayList<>(List.of("time,price,quantity"));
        for (int i = 0; i < 2 * RowBlock.CAPACITY; i++) {
            lines.add("2024-01-01 %02d:%02d:%02d,100,1".formatted(i / 3600, i / 60 % 60, i % 60));
        }
        return lines;
    }
}
