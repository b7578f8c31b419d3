package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of a real server runs full while entries are given, which also ends the server where its log of changes finds no room. */
class PostgresDiskFullTest {
    /** A server that was just made takes 60 of them. */
    private static final int MEGABYTES = 160;

    private static final int TIMES = Integer.getInteger("ttquant.disk.full", 3);
    private static final long SEED = Long.getLong("ttquant.faults.seed", 7);

    @TempDir
    Path small;

    @TempDir
    Path spool;

    @Test
    void nothingIsLostOrDoubledWhileItIsFull() {
        try (SmallDisk disk = SmallDisk.mount(small, MEGABYTES);
                RealPostgres server = RealPostgres.startOn(disk.folder())) {
            Map<String, String> settings =
                    Map.of("url", server.url(), "timeout_seconds", "10", "spool", spool.toString());
            try (Storage storage = new PostgresStorage().open(settings)) {
                GivenRows rows = new GivenRows(storage, new Random(SEED));
                for (int i = 0; i < TIMES; i++) {
                    rows.give();
                    rows.flush("before");
                    disk.fill();
                    giveUntilItFails(storage, rows);
                    rows.give();
                    disk.free();
                    server.startIfItEnded();
                    rows.check("seed " + SEED + ", time " + i);
                    assertThat(storage.state().trouble()).isEmpty();
                }
            }
        }
    }

    private static void giveUntilItFails(Storage storage, GivenRows rows) {
        long before = storage.meter().errors();
        long deadline = System.nanoTime() + GivenRows.PATIENCE.toNanos();
        while (storage.meter().isUp()) {
            assertThat(System.nanoTime()).as("%s", storage.state()).isLessThan(deadline);
            if (storage.meter().queueFill() < 0.2) {
                rows.give();
            } else {
                Thread.onSpinWait();
            }
        }
        assertThat(storage.meter().errors()).isGreaterThan(before);
    }
}
