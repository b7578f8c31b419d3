package io.ttquant.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.AccountSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When entries leave the process, and what a log that fails does to the run. */
class JournalWriterTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final JournalHeader HEADER =
            new JournalHeader(Map.of(), START, List.of(RandomSession.SPOT), false, Set.of(), AccountSnapshot.NONE);

    private long now = START;

    private JournalWriter writer(DurableLog log) {
        JournalWriter writer = new JournalWriter(log, HEADER, JournalRecorder.BUFFER_BYTES, Long.MAX_VALUE);
        writer.clock(() -> now);
        return writer;
    }

    private void advance(JournalWriter writer, long nanos) {
        now += nanos;
        writer.begin(EntryKind.ADVANCED).time(now);
        writer.end();
        writer.enter();
        writer.leave();
    }

    @Test
    void entriesAreHandedOverASecondAfterTheLastTimeAndNotBefore() {
        MemoryLog log = new MemoryLog();
        JournalWriter writer = writer(log);
        int header = log.parts();
        advance(writer, 999_999_999);
        assertThat(log.parts()).as("within the first second").isEqualTo(header);
        advance(writer, 1);
        assertThat(log.parts()).as("after it").isEqualTo(header + 1);
        advance(writer, 999_999_999);
        assertThat(log.parts()).as("within the next").isEqualTo(header + 1);
        advance(writer, 5_000_000_000L);
        assertThat(log.parts()).as("after a pause").isEqualTo(header + 2);
    }

    @Test
    void aLogThatCannotBeClosedIsAFailureOfTheJournalAndNotOfTheRun() {
        MemoryLog kept = new MemoryLog();
        JournalWriter writer = writer(new DurableLog() {
            @Override
            public void append(ByteBuffer bytes) {
                kept.append(bytes);
            }

            @Override
            public void close() {
                throw new UncheckedIOException(new IOException("the disk is gone"));
            }
        });
        writer.close();
        assertThat(writer.failure()).contains("the disk is gone");
    }
}
