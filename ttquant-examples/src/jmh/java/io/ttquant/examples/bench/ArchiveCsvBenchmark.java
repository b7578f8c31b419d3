package io.ttquant.examples.bench;

import io.ttquant.backtest.data.ArchiveFiles;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.backtest.data.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From files in the layout of the Binance archive to checked columns: found, told apart, read, checked, joined. An operation is a row. A row of
 * klines has 145 bytes, with eight decimals as the spot archive writes them; a row of trades has about 75.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
public class ArchiveCsvBenchmark {
    private static final int KLINES = 1_000_000;
    private static final int TRADES = 1_000_000;
    private static final long START = 1_600_000_020_000L;

    private final SampleMarket market = SampleMarket.bitcoin();
    private Path directory = Path.of("");
    private Path klines = Path.of("");
    private Path trades = Path.of("");

    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("archive-csv");
        klines = directory.resolve("BTCUSDT-1m-sample.csv");
        trades = directory.resolve("BTCUSDT-trades-sample.csv");
        StringBuilder rows = new StringBuilder(KLINES * 146);
        for (int i = 0; i < KLINES; i++) {
            long time = START + i * 60_000L;
            int price = 4_000_000 + i % 9_973;
            rows.append(time).append(',').append(decimal(price)).append(',').append(decimal(price + 977));
            rows.append(',')
                    .append(decimal(price - 1_031))
                    .append(',')
                    .append(decimal(price + 17))
                    .append(',');
            rows.append(decimal(1_000 + i % 7_919))
                    .append(',')
                    .append(time + 59_999)
                    .append(",3124578.22871540,1487,");
            rows.append("22.18374000,1562289.11435770,0\n");
        }
        Files.writeString(klines, rows);
        ArchiveFiles.writeTrades(market.withDays(TRADES / 10_000).trades(), trades);
    }

    private static String decimal(int cents) {
        String text = Integer.toString(cents);
        return text.substring(0, text.length() - 2) + "." + text.substring(text.length() - 2) + "000000";
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(klines);
        Files.delete(trades);
        Files.delete(directory);
    }

    /** Into columns in memory. */
    @Benchmark
    @OperationsPerInvocation(KLINES)
    public long klinesInMemory(CpuTime cpu) {
        return load(klines, Storage.MEMORY, cpu);
    }

    /** Through the checks only, as before a streamed replay. */
    @Benchmark
    @OperationsPerInvocation(KLINES)
    public long klinesStreamed(CpuTime cpu) {
        return load(klines, Storage.STREAM, cpu);
    }

    /** Into columns in memory; the rows of a second are those of the counter perCpuSecond. */
    @Benchmark
    public long tradesInMemory(CpuTime cpu) {
        return load(trades, Storage.MEMORY, cpu);
    }

    private long load(Path file, Storage storage, CpuTime cpu) {
        long start = cpu.now();
        long rows = DataFiles.of(file)
                .instrument(market.instrument())
                .storage(storage)
                .load()
                .rows();
        cpu.add(start, rows);
        return rows;
    }
}
