package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.storage.FaultyWire.Break;
import io.ttquant.storage.FaultyWire.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real server and the wire to it fail in every way while entries are given: all of them are there in the end, once and in order. */
class PostgresFaultsTest {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresFaultsTest.class);
    /** A thousand take some minutes. */
    private static final int INJECTIONS = Integer.getInteger("ttquant.injections", 14);

    private static final long SEED = Long.getLong("ttquant.faults.seed", 7);

    private enum Fault {
        RESET_TO_SERVER,
        RESET_TO_CLIENT,
        HALF_CLOSE,
        SILENCE,
        REFUSAL,
        SLOW_WIRE,
        PAUSED_SERVER,
        KILLED_SERVER,
        RESTARTED_SERVER
    }

    private static final Set<Fault> WIRE =
            EnumSet.of(Fault.RESET_TO_SERVER, Fault.RESET_TO_CLIENT, Fault.HALF_CLOSE, Fault.SILENCE);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);

    @Test
    void nothingIsLostOrDoubledAndOrderIsKept() {
        try (RealPostgres server = RealPostgres.start();
                FaultyWire wire = FaultyWire.to(server.port())) {
            Map<String, String> settings =
                    Map.of("url", server.url(wire.port()), "timeout_seconds", "1", "spool", folder.toString());
            try (Storage storage = new PostgresStorage().open(settings)) {
                GivenRows rows = new GivenRows(storage, random);
                for (int i = 0; i < INJECTIONS; i++) {
                    rows.give();
                    Fault fault = i < Fault.values().length ? Fault.values()[i] : pick();
                    injected.merge(fault, 1, Integer::sum);
                    long before = wire.breaks();
                    inject(fault, server, wire, rows::give);
                    if (WIRE.contains(fault)) {
                        awaitBreak(wire, before, storage, rows);
                    }
                    rows.give();
                    if (random.nextInt(3) == 0) {
                        rows.flush("seed " + SEED + ", injection " + i);
                    }
                }
                wire.heal();
                rows.check("seed " + SEED + ", " + injected);
                assertThat(injected.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(INJECTIONS);
                LOG.info(
                        "{} rows through {}: {} attempts failed, {} outcomes unknown, {} connections, {} rows spooled",
                        rows.count(),
                        injected,
                        storage.meter().errors(),
                        storage.meter().unknownOutcomes(),
                        storage.meter().connections(),
                        storage.meter().spooled());
            }
        }
    }

    /** Gives on until the wire has broken, so that each fault counts. */
    private static void awaitBreak(FaultyWire wire, long before, Storage storage, GivenRows rows) {
        long deadline = System.nanoTime() + GivenRows.PATIENCE.toNanos();
        while (wire.breaks() == before) {
            assertThat(System.nanoTime()).as("the wire did not break").isLessThan(deadline);
            rows.give();
            storage.flush(Duration.ofMillis(50));
        }
    }

    /** A paused or killed server takes a second each, so that they are rarer. */
    private Fault pick() {
        Fault[] all = Fault.values();
        boolean isSlow = random.nextInt(10) == 0;
        return isSlow ? all[3 + random.nextInt(all.length - 3)] : all[random.nextInt(3)];
    }

    private void inject(Fault fault, RealPostgres server, FaultyWire wire, Runnable meanwhile) {
        long bytes = random.nextInt(6_000);
        switch (fault) {
            case RESET_TO_SERVER -> wire.breakAfter(Way.TO_SERVER, bytes, Break.RESET);
            case RESET_TO_CLIENT -> wire.breakAfter(Way.TO_CLIENT, random.nextInt(200), Break.RESET);
            case HALF_CLOSE -> wire.breakAfter(Way.TO_SERVER, bytes, Break.HALF_CLOSE);
            case SILENCE -> wire.breakAfter(Way.TO_CLIENT, random.nextInt(100), Break.SILENCE);
            case REFUSAL -> {
                wire.refuse(true);
                meanwhile.run();
                wire.refuse(false);
            }
            case SLOW_WIRE -> {
                wire.delay(Duration.ofMillis(20));
                meanwhile.run();
                wire.delay(Duration.ZERO);
            }
            case PAUSED_SERVER -> {
                server.pause();
                meanwhile.run();
                server.resume();
            }
            case KILLED_SERVER -> {
                server.kill();
                meanwhile.run();
                server.startAgain();
            }
            case RESTARTED_SERVER -> {
                server.stop();
                meanwhile.run();
                server.startAgain();
            }
        }
    }
}
