package io.ttquant.core.storage.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.rows.RunRows;
import io.ttquant.core.storage.schema.Migration;
import io.ttquant.core.storage.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final long LIMIT = 1 << 20;

    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void whatWasForcedIsFoundAgainInItsOrder() throws IOException {
        Spool spool = open(disk);
        spool.append(batch(1), 1, 10);
        spool.append(batch(2), 1, 11);
        spool.force();

        Spool after = open(disk.afterLossOfPower(0));

        assertThat(numbers(after)).containsExactly(1L, 2L);
        assertThat(after.recovered().get(0).sinceMillis()).isEqualTo(10);
    }

    @Test
    void aBatchOfEveryKindOfValueIsReadAsItWas() throws IOException {
        Batch batch = batch(Long.MIN_VALUE);
        RunRows.entry("é", new RunEntry.Ended(3, 4, Map.of("a", Double.NaN, "b", -0.0)), batch);
        RunRows.entry(
                "r",
                new RunEntry.Payment(5, 6, "F", "", null, Currency.of("USDT"), new BigDecimal("-1e-20"), ""),
                batch);
        Spool spool = open(disk);
        SpoolPlace place = spool.append(batch, 3, 0);

        assertThat(text(spool.read(place))).isEqualTo(text(batch));
    }

    @Test
    void aTornTailIsLeftOutWhereverItIsTorn() throws IOException {
        Spool spool = open(disk);
        spool.append(batch(1), 1, 0);
        spool.force();
        long forced = disk.size(disk.list().get(0));
        spool.append(batch(2), 1, 0);
        int rest = (int) (disk.size(disk.list().get(0)) - forced);

        for (int kept = 0; kept < rest; kept++) {
            assertThat(numbers(open(disk.afterLossOfPower(kept))))
                    .as("%d bytes of the second batch", kept)
                    .containsExactly(1L);
        }
        assertThat(numbers(open(disk.afterLossOfPower(rest)))).containsExactly(1L, 2L);
    }

    @Test
    void noFlippedBitIsEverGivenOut() throws IOException {
        Spool spool = open(disk);
        spool.append(batch(1), 1, 0);
        spool.append(batch(2), 1, 0);
        spool.force();
        String name = disk.list().get(0);

        for (int at = 0; at < disk.size(name); at++) {
            List<Long> numbers = numbers(open(disk.withFlippedBit(name, at)));
            assertThat(List.of(List.of(), List.of(1L), List.of(2L)))
                    .as("a bit of byte %d", at)
                    .contains(numbers);
        }
    }

    @Test
    void whatIsDamagedCostsNothingOfWhatFollows() throws IOException {
        Spool spool = open(disk);
        spool.append(batch(1), 1, 0);
        String name = disk.list().get(0);
        long from = disk.size(name);
        spool.append(batch(2), 1, 0);
        long to = disk.size(name);
        spool.append(batch(3), 1, 0);
        spool.force();

        for (long at = from; at < to; at++) {
            Spool after = open(disk.withFlippedBit(name, (int) at));
            assertThat(numbers(after)).as("a bit of byte %d", at).containsExactly(1L, 3L);
        }
    }

    @Test
    void aDiskThatStaysFullDoesNotBringItsSizeBelowZero() throws IOException {
        Spool spool = open(disk);
        disk.room(0);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> spool.append(batch(1), 1, 0)).hasMessageContaining("No space left");
        }

        assertThat(spool.bytes()).isZero();
        assertThat(disk.list()).isEmpty();
    }

    @Test
    void aReserveThatDoesNotFitTakesNoRoom() {
        disk.room(100);

        assertThatThrownBy(() -> Spool.open(List.of(disk), Schema.CURRENT, LIMIT, 4_096))
                .hasMessageContaining("No space left");
        assertThat(disk.list()).isEmpty();
    }

    @Test
    void aFullDiskIsOpenedWhereSomethingWasLeftBehindSoThatItGetsOut() throws IOException {
        Spool before = open(disk);
        before.append(batch(1), 1, 0);
        before.force();
        MemoryDisk full = disk.afterLossOfPower(0);
        full.room(100);

        Spool spool = Spool.open(List.of(full), Schema.CURRENT, LIMIT, 4_096);

        assertThat(numbers(spool)).containsExactly(1L);
        assertThat(full.list()).hasSize(1).doesNotContain("reserve");
    }

    @Test
    void theReserveMakesRoomAlsoWhereOnlyForcingTellsThatTheDiskIsFull() throws IOException {
        Spool spool = Spool.open(List.of(disk), Schema.CURRENT, LIMIT, 4_096);
        spool.append(batch(1), 1, 0);
        disk.failToForce(true);

        assertThatThrownBy(spool::force).hasMessageContaining("Input/output");
        assertThat(disk.list()).doesNotContain("reserve");
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        disk.create("notes.spool");

        assertThat(open(disk).recovered()).isEmpty();
        assertThat(disk.list()).containsExactly("notes.spool");
    }

    @Test
    void whatWasReleasedIsGoneFromTheDisk() throws IOException {
        Spool spool = open(disk);
        SpoolPlace place = spool.append(batch(1), 1, 0);
        spool.force();
        spool.release(place);
        spool.trim();

        assertThat(disk.list()).isEmpty();
        assertThat(spool.bytes()).isZero();
    }

    @Test
    void whatWasLeftBehindIsReleasedToo() throws IOException {
        Spool spool = open(disk);
        spool.append(batch(1), 1, 0);
        spool.force();
        spool.close();

        Spool after = open(disk);
        after.append(batch(2), 1, 0);
        after.release(after.recovered().get(0));

        assertThat(disk.list()).hasSize(1);
        after.force();
        assertThat(numbers(open(disk))).containsExactly(2L);
    }

    @Test
    void itIsFullAtItsLimit() throws IOException {
        Spool spool = Spool.open(List.of(disk), Schema.CURRENT, 1_000, 0);
        while (!spool.isFull()) {
            spool.append(batch(1), 1, 0);
        }

        assertThat(spool.bytes()).isBetween(1_000L, 1_200L);
    }

    @Test
    void aFullDiskIsToldAndTheReserveMakesRoomForTheNextTry() throws IOException {
        Spool spool = Spool.open(List.of(disk), Schema.CURRENT, LIMIT, 4_096);
        disk.room(20);

        assertThatThrownBy(() -> spool.append(batch(1), 1, 0)).hasMessageContaining("No space left");

        spool.append(batch(1), 1, 0);
        spool.force();
        assertThat(numbers(open(disk.afterLossOfPower(0)))).containsExactly(1L);
    }

    @Test
    void afterAFailedForceAnotherFileIsWritten() throws IOException {
        Spool spool = open(disk);
        SpoolPlace lost = spool.append(batch(1), 1, 0);
        disk.failToForce(true);

        assertThatThrownBy(spool::force).hasMessageContaining("Input/output");

        disk.failToForce(false);
        spool.release(lost);
        SpoolPlace again = spool.append(batch(1), 1, 0);
        spool.force();
        assertThat(again.file().name()).isNotEqualTo(lost.file().name());
        assertThat(numbers(open(disk.afterLossOfPower(0)))).containsExactly(1L);
    }

    @Test
    void aSpoolOfNewerCodeIsRefused() throws IOException {
        List<Migration> more = new ArrayList<>(Schema.CURRENT.migrations());
        more.add(new Migration(Schema.CURRENT.version() + 1, "of tomorrow", List.of()));
        Spool newer = Spool.open(List.of(disk), Schema.of(more), LIMIT, 0);
        newer.append(batch(1), 1, 0);
        newer.force();

        assertThatThrownBy(() -> open(disk))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer TTQuant");
    }

    private static Spool open(SpoolDisk disk) throws IOException {
        return Spool.open(List.of(disk), Schema.CURRENT, LIMIT, 0);
    }

    private static Batch batch(long number) {
        Batch batch = new Batch(Schema.CURRENT);
        RunEntry entry = new RunEntry.EquityAt(number, 7, Currency.of("USDT"), BigDecimal.TEN);
        RunRows.entry("a", entry, batch);
        return batch;
    }

    private static List<Long> numbers(Spool spool) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (SpoolPlace place : spool.recovered()) {
            numbers.add(spool.read(place).blocks().get(0).words(1)[0]);
        }
        return numbers;
    }

    private static String text(Batch batch) {
        StringBuilder out = new StringBuilder();
        for (Block block : batch.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                out.append('\n').append(block.table());
                for (int i = 0; i < block.table().columns().size(); i++) {
                    boolean word = block.table().columns().get(i).type().isWord();
                    out.append('|').append(word ? block.words(i)[row] : block.texts(i)[row]);
                }
            }
        }
        return out.toString();
    }
}
