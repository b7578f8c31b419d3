package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageState;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.storage.FaultyWire.Break;
import io.ttquant.storage.FaultyWire.Way;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server and the wire to it fail in every way while entries are given: all of them are there in the end, once and in order. */
class PostgresFaultsTest {
    private static final int FAULTS = Integer.getInteger("ttquant.faults", 14);
    private static final long SEED = Long.getLong("ttquant.faults.seed", 7);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    private static final long T = 1_704_067_200_000_000_000L;

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
    private final List<RunEntry> entries = new ArrayList<>();
    private final List<Kept<Trade>> trades = new ArrayList<>();
    private final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);

    @Test
    void nothingIsLostOrDoubledAndOrderIsKept() {
        try (RealPostgres server = RealPostgres.start();
                FaultyWire wire = FaultyWire.to(server.port())) {
            Map<String, String> settings =
                    Map.of("url", server.url(wire.port()), "timeout_seconds", "1", "spool", folder.toString());
            try (Storage storage = new PostgresStorage().open(settings)) {
                MarketWriter market = storage.market();
                RunWriter run = storage.run(new RunRecord("run", RunKind.LIVE, T, Map.of(), ""));
                for (int i = 0; i < FAULTS; i++) {
                    give(market, run);
                    Fault fault = i < Fault.values().length ? Fault.values()[i] : pick();
                    injected.merge(fault, 1, Integer::sum);
                    long before = wire.breaks();
                    inject(fault, server, wire, () -> give(market, run));
                    if (WIRE.contains(fault)) {
                        awaitBreak(wire, before, storage, () -> give(market, run));
                    }
                    give(market, run);
                    if (random.nextInt(3) == 0) {
                        assertThat(storage.flush(PATIENCE))
                                .as("seed %d, %s", SEED, storage.state())
                                .isTrue();
                    }
                }
                wire.heal();
                assertThat(storage.flush(PATIENCE))
                        .as("seed %d, %s", SEED, storage.state())
                        .isTrue();
                StorageState state = storage.state();
                assertThat(state.queued()).isZero();
                assertThat(state.conflicts()).isZero();
                assertThat(injected.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(FAULTS);
                assertThat(storage.read().entries("run").all())
                        .as("seed %d, %s", SEED, injected)
                        .isEqualTo(entries);
                assertThat(storage.read().trades(BTC, 0, Long.MAX_VALUE).all())
                        .as("seed %d, %s", SEED, injected)
                        .isEqualTo(trades);
            }
        }
    }

    /** Gives on until the wire has broken, so that each fault counts. */
    private static void awaitBreak(FaultyWire wire, long before, Storage storage, Runnable give) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (wire.breaks() == before) {
            assertThat(System.nanoTime()).as("the wire did not break").isLessThan(deadline);
            give.run();
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

    private void give(MarketWriter market, RunWriter run) {
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            int number = entries.size();
            RunEntry entry = new RunEntry.EquityAt(number, T + number, Currency.of("USDT"), BigDecimal.valueOf(number));
            run.keep(entry);
            entries.add(entry);
            Trade trade = new Trade(BTC, T + number / 3, T + number, 1_000 + number, 5, AggressorSide.BUYER);
            market.trade(trade, number);
            trades.add(new Kept<>(trade, number));
        }
    }
}
