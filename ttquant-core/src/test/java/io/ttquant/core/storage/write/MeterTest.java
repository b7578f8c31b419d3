package io.ttquant.core.storage.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.spool.MemoryDisk;
import io.ttquant.core.storage.spool.Spool;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final Counters counters = new Counters();
    private final Trouble trouble = new Trouble();
    private final Meter meter;
    private long stalled;

    MeterTest() throws IOException {
        Spool spool = Spool.open(List.of(new MemoryDisk()), Schema.CURRENT, 1 << 20, 0);
        meter = new Meter(new Intake(1_024, 100, 1 << 20), new Backlog(0), spool, counters, trouble, () -> stalled);
    }

    private void writingFor(long seconds) {
        counters.writingSinceNanos = StoreClock.nanos() - TimeUnit.SECONDS.toNanos(seconds);
        counters.writing = true;
    }

    @Test
    void theStoreIsUpUntilTheDatabaseFailsOrKeepsABatchForTenSeconds() {
        assertThat(meter.isUp()).isTrue();

        writingFor(5);
        assertThat(meter.isUp()).as("slow is not down").isTrue();
        writingFor(10);
        assertThat(meter.isUp()).isFalse();
        counters.writing = false;
        assertThat(meter.isUp()).isTrue();

        trouble.database("connection refused");
        assertThat(meter.isUp()).isFalse();
        trouble.database("");
        trouble.spool("its disk is full");
        assertThat(meter.isUp()).as("the database takes what it gets").isTrue();
    }

    @Test
    void whatStandsInTheQueuesBehindAHungDiskIsOld() {
        assertThat(meter.oldestNanos()).isZero();

        stalled = TimeUnit.SECONDS.toNanos(90);
        assertThat(meter.oldestNanos()).isEqualTo(stalled);
        trouble.database("connection refused");
        assertThat(meter.state().trouble())
                .isEqualTo("connection refused; nothing was taken out of the queue for 90000 ms;"
                        + " is the disk of the spool hung?");
    }
}
