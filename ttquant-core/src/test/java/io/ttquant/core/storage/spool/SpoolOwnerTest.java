package io.ttquant.core.storage.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.rows.RunRows;
import io.ttquant.core.storage.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for one database is written to no other. */
class SpoolOwnerTest {
    private static final SpoolOwner A = new SpoolOwner("1f", "postgresql://a/ttquant");
    private static final SpoolOwner B = new SpoolOwner("2e", "postgresql://b/ttquant");

    private final MemoryDisk disk = new MemoryDisk();

    private void spool() throws IOException {
        Spool spool = Spool.open(List.of(disk), Schema.CURRENT, 1 << 20, 0);
        Batch batch = new Batch(Schema.CURRENT);
        RunRows.entry("r", new RunEntry.EquityAt(1, 7, Currency.of("USDT"), BigDecimal.TEN), batch);
        spool.append(batch, 1, 0);
        spool.force();
        spool.close();
    }

    @Test
    void whatWaitsForAnotherDatabaseIsRefusedWithBothNames() throws IOException {
        A.take(List.of(disk));
        spool();

        assertThatThrownBy(() -> B.take(List.of(new MemoryDisk(), disk)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "in the spool folder memory entries wait for postgresql://a/ttquant (id 1f), but what is opened"
                                + " is postgresql://b/ttquant (id 2e); open that database with this spool folder so that it takes"
                                + " them, or give this one another (the setting spool); if that database is gone for good, delete"
                                + " the folder, or only its file database to have the entries written here");
        assertThatCode(() -> A.take(List.of(disk))).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatIsReachedByAnotherNameIsTheSame() throws IOException {
        A.take(List.of(disk));
        spool();

        new SpoolOwner("1f", "postgresql://127.0.0.1\n/ttquant").take(List.of(disk));

        assertThatThrownBy(() -> B.take(List.of(disk))).hasMessageContaining("postgresql://127.0.0.1 /ttquant (id 1f)");
    }

    @Test
    void aFolderInWhichNothingWaitsIsWhosoeverComes() throws IOException {
        A.take(List.of(disk));
        B.take(List.of(disk));
        spool();

        assertThatThrownBy(() -> A.take(List.of(disk))).hasMessageContaining("wait for postgresql://b/ttquant");
    }

    @Test
    void whatOlderCodeLeftWithoutAnOwnerIsTaken() throws IOException {
        spool();

        A.take(List.of(disk));

        assertThatThrownBy(() -> B.take(List.of(disk))).hasMessageContaining("wait for postgresql://a/ttquant");
    }

    @Test
    void anOwnerOfWhichOnlyAPartWasWrittenIsNone() throws IOException {
        A.take(List.of(disk));
        String whole = text(disk);
        spool();
        for (int length = 0; length < whole.length(); length++) {
            disk.delete(SpoolOwner.FILE);
            disk.create(SpoolOwner.FILE)
                    .append(ByteBuffer.wrap(whole.substring(0, length).getBytes(StandardCharsets.UTF_8)));

            assertThatCode(() -> B.take(List.of(disk))).doesNotThrowAnyException();
            assertThat(text(disk)).startsWith("spool of 2e\n");
        }
    }

    private static String text(MemoryDisk disk) {
        ByteBuffer bytes = ByteBuffer.allocate((int) disk.size(SpoolOwner.FILE));
        disk.read(SpoolOwner.FILE, 0, bytes);
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    @Test
    void aFullDiskIsOpenedWhereSomethingWaitsSoThatItGetsOut() throws IOException {
        spool();
        disk.room(5);

        assertThatCode(() -> A.take(List.of(disk))).doesNotThrowAnyException();

        assertThatThrownBy(() -> A.take(List.of(new MemoryDisk(), fullAndEmpty())))
                .hasMessageContaining("No space left");
    }

    private static MemoryDisk fullAndEmpty() {
        MemoryDisk empty = new MemoryDisk();
        empty.room(5);
        return empty;
    }

    @Test
    void aFullDiskTakesNoOwnerAwayFromWhatWaits() throws IOException {
        A.take(List.of(disk));
        spool();
        disk.room(5);

        assertThatCode(() -> new SpoolOwner("1f", "postgresql://127.0.0.1/ttquant").take(List.of(disk)))
                .doesNotThrowAnyException();

        assertThatThrownBy(() -> B.take(List.of(disk))).hasMessageContaining("wait for postgresql://a/ttquant (id 1f)");
    }

    @Test
    void onAFullDiskAnEmptyFolderStaysWhoseItWas() throws IOException {
        A.take(List.of(disk));
        disk.room(5);

        assertThatThrownBy(() -> B.take(List.of(disk))).hasMessageContaining("No space left");
        assertThat(text(disk)).startsWith("spool of 1f\n");
        assertThatCode(() -> new SpoolOwner("1f", "postgresql://127.0.0.1/ttquant").take(List.of(disk)))
                .as("only its name for people would have changed")
                .doesNotThrowAnyException();
    }

    @Test
    void whatACrashLeftBesideTheOwnerIsWrittenAnew() throws IOException {
        A.take(List.of(disk));
        disk.create("database.next").append(ByteBuffer.wrap(new byte[] {'s', 'p'}));

        B.take(List.of(disk));

        assertThat(text(disk)).startsWith("spool of 2e\n");
        assertThat(disk.list()).containsExactly(SpoolOwner.FILE);
    }
}
