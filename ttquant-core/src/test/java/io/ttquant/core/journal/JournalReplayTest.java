package io.ttquant.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An engine that is given the inputs of a journal does again all that is in it. */
class JournalReplayTest {
    private static final int SEEDS = Integer.getInteger("ttquant.journal.seeds", 200);

    @Test
    void aReplayDoesAgainAllThatIsInTheJournal() {
        Set<EntryKind> seen = EnumSet.noneOf(EntryKind.class);
        long outputs = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomSession session = new RandomSession(seed);
            ReplayReport report = session.replay(session.bytes);
            assertThat(report.difference()).as("seed %d", seed).isEmpty();
            assertThat(report.isWhole()).as("seed %d", seed).isTrue();
            outputs += report.outputs();
            see(session.bytes, seen);
        }
        assertThat(outputs).isGreaterThan(20L * SEEDS);
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .as("kinds of entries that no session had")
                .isSubsetOf(EntryKind.CANCEL_LEG, EntryKind.CANCEL_ALL);
    }

    private static void see(byte[] bytes, Set<EntryKind> seen) {
        JournalReader reader = MemoryLog.reader(bytes);
        for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
            seen.add(entry.kind());
        }
    }

    /** Does something else once it was called so many times. */
    private static final class Planted extends RandomTrader {
        private int left;

        Planted(List<InstrumentId> instruments, int calls) {
            super(instruments);
            this.left = calls;
        }

        @Override
        void act() {
            super.act();
            left--;
            if (left == 0) {
                orders().buy(RandomSession.SPOT.id())
                        .rawQuantity(1)
                        .rawLimit(80)
                        .submit();
            }
        }
    }

    @Test
    void aStrategyThatDecidesOtherwiseIsFoundWithBothSidesAndTheInputBefore() {
        int found = 0;
        for (long seed = 1; seed <= 100; seed++) {
            RandomSession session = new RandomSession(seed);
            ReplayReport report = session.replay(
                    session.bytes, new Planted(List.of(RandomSession.SPOT.id(), RandomSession.SWAP.id()), 3));
            if (report.difference().isPresent()) {
                found++;
                ReplayReport.Difference difference = report.difference().get();
                assertThat(difference.replay()).as("seed %d", seed).contains("created");
                assertThat(difference.input()).as("seed %d", seed).contains(" < ");
                assertThat(difference.offset()).isPositive();
            }
        }
        assertThat(found).as("sessions in which the strategy acted three times").isGreaterThan(70);
    }

    @Test
    void aJournalThatEndsEarlyIsReplayedUpToThere() {
        RandomSession session = new RandomSession(5);
        for (int length = session.bytes.length; length > session.bytes.length - 2000; length -= 7) {
            ReplayReport report = session.replay(Arrays.copyOf(session.bytes, length));
            assertThat(report.difference()).as("%d bytes", length).isEmpty();
            assertThat(report.isWhole()).isEqualTo(length == session.bytes.length);
        }
    }
}
