package io.ttquant.core.storage.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.rows.RunRows;
import io.ttquant.core.storage.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftEntriesTest {
    private static final String NAME = "0000000000000001.spool";
    private static final byte[] SOUGHT = "live-okx".getBytes(StandardCharsets.UTF_8);
    private static final int READ_AT_ONCE = 1 << 20;
    private static final SpoolOwner A = new SpoolOwner("1f", "postgresql://a/ttquant");
    private static final SpoolOwner B = new SpoolOwner("2e", "postgresql://b/ttquant");
    private static final LeftEntries NOTHING = new LeftEntries(List.of(), List.of());

    @TempDir
    Path folder;

    /** Leaves a batch of runs in the first folder for a database. */
    private void leave(String... runs) throws IOException {
        List<SpoolDisk> disks = FolderDisk.free(folder.toString());
        A.take(disks);
        try (Spool spool = Spool.open(disks, Schema.CURRENT, 1 << 20, 0)) {
            Batch batch = new Batch(Schema.CURRENT);
            for (String run : runs) {
                RunRows.entry(run, new RunEntry.EquityAt(1, 7, Currency.of("USDT"), BigDecimal.TEN), batch);
            }
            spool.append(batch, runs.length, 0);
            spool.force();
        }
    }

    private LeftEntries left(SpoolOwner owner, Set<String> own, String run) {
        return LeftEntries.of(folder.toString(), owner, own, run);
    }

    @Test
    void inFoldersThatOthersUseOnlyTheRunCounts() throws IOException {
        leave("live-okx-demo", "live-binance", "é");
        String name = folder.resolve("0").toString();
        List<SpoolDisk> held = FolderDisk.free(folder.toString());
        try {
            for (String run : List.of("live-okx-demo", "live-binance", "é")) {
                assertThat(left(A, Set.of(), run)).as(run).isEqualTo(new LeftEntries(List.of(), List.of(name)));
            }
            for (String run : List.of("live-okx", "okx-demo", "live-binance-", "live", "LIVE-BINANCE", "e")) {
                assertThat(left(A, Set.of(), run)).as(run).isEqualTo(NOTHING);
            }
            assertThat(left(A, Set.of(name), "live-binance"))
                    .as("one's own folder")
                    .isEqualTo(NOTHING);
            assertThat(left(B, Set.of(), "live-binance"))
                    .as("what waits for another database")
                    .isEqualTo(NOTHING);
        } finally {
            held.forEach(SpoolDisk::close);
        }
        assertThat(left(A, Set.of(), "live-okx"))
                .as("a folder that nobody uses, whatever stands in it")
                .isEqualTo(new LeftEntries(List.of(name), List.of()));
        assertThat(left(B, Set.of(), "live-binance")).isEqualTo(NOTHING);
    }

    @Test
    void whatIsLeftBehindAFolderThatWasDeletedIsSeen() throws IOException {
        leave("live-okx");
        Path moved = Files.move(folder.resolve("0"), folder.resolve("2"));

        assertThat(left(A, Set.of(), "live-okx")).isEqualTo(new LeftEntries(List.of(moved.toString()), List.of()));
    }

    @Test
    void whatIsWrittenIsLeftNoMore() throws IOException {
        leave("live-okx");
        List<SpoolDisk> held = FolderDisk.free(folder.toString());
        try (Spool spool = Spool.open(held, Schema.CURRENT, 1 << 20, 0)) {
            assertThat(left(A, Set.of(), "live-okx").inUse()).hasSize(1);
            spool.recovered().forEach(spool::release);

            assertThat(left(A, Set.of(), "live-okx")).isEqualTo(NOTHING);
        }
    }

    private static boolean isFound(byte[] all) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        disk.create(NAME).append(ByteBuffer.wrap(all));
        return LeftEntries.holds(disk, NAME, SOUGHT);
    }

    @Test
    void aTextIsFoundWhereverItStands() throws IOException {
        int size = READ_AT_ONCE + 100;
        for (int at = 0; at <= size - SOUGHT.length; at++) {
            if (at > 20 && at < READ_AT_ONCE - 20) {
                continue;
            }
            byte[] all = new byte[size];
            System.arraycopy(SOUGHT, 0, all, at, SOUGHT.length);
            assertThat(isFound(all)).as("at %d", at).isTrue();

            all[at + SOUGHT.length / 2]++;
            assertThat(isFound(all)).as("another at %d", at).isFalse();
        }
    }

    @Test
    void aFileThatIsTooShortHasNothing() throws IOException {
        for (int length = 0; length < SOUGHT.length; length++) {
            assertThat(isFound(new String(SOUGHT, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        assertThat(isFound(SOUGHT)).isTrue();
    }

    @Test
    void aFileThatIsGoneByNowHasNothing() throws IOException {
        FolderDisk disk = FolderDisk.ofAnother(Files.createDirectories(folder.resolve("0")));

        assertThat(LeftEntries.holds(disk, NAME, SOUGHT)).isFalse();
    }
}
