package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it writes, again and again. */
class SqliteKillTest {
    private static final int KILLS = Integer.getInteger("ttquant.store.kills", 20);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAndTheRestHasNoGap() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        long next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = writeUntilKilled(next, 1 + random.nextInt(8), random.nextInt(20));
            next = check(kill, acknowledged);
        }
    }

    private long writeUntilKilled(long from, int lines, int moreMillis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqliteWriterProcess.class.getName(),
                        file(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = -1;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                String line = out.readLine();
                assertThat(line)
                        .as("line %d of a process that writes from %d", i, from)
                        .isNotNull();
                last = Long.parseLong(line);
            }
            // Some time passes, so that it is killed at any step of a batch.
            process.waitFor(moreMillis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    /** Returns the first number that is not there. */
    private long check(int kill, long acknowledged) {
        try (Storage storage = new SqliteStorage().open(Map.of("file", file()))) {
            assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();
            List<RunEntry> entries = storage.read().entries("killed").all();
            assertThat((long) entries.size()).as("after kill %d", kill).isGreaterThan(acknowledged);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i)).as("after kill %d", kill).isEqualTo(SqliteWriterProcess.entry(i));
            }
            List<Kept<Trade>> trades = storage.read()
                    .trades(SqliteWriterProcess.BTC, Long.MIN_VALUE, Long.MAX_VALUE)
                    .all();
            assertThat((long) trades.size()).as("trades after kill %d", kill).isGreaterThan(acknowledged);
            assertThat(trades.get(trades.size() - 1).number()).isEqualTo(trades.size() - 1);
            assertThat(storage.state().conflicts()).isZero();
            return Math.min(entries.size(), trades.size());
        }
    }

    private String file() {
        return folder.resolve("killed.db").toString();
    }
}
