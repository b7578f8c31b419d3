package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.storage.FaultyWire;
import io.ttquant.storage.RealPostgres;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A strategy engine is told to end while its database says nothing: no connection is refused, and no answer comes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there, only be ended")
class SilentStoreTest {
    /** Longer than the last lines may take, and shorter than the database is waited for otherwise. */
    private static final Duration CLOSING = OnInterrupt.LAST_LINES.plusSeconds(1);

    private static final Duration CATCH_UP = Duration.ofMinutes(1);

    private static final String CONFIGURATION = """
            [global]
            trading_mode = "live"

            [risk]
            max_order_value = 1000
            max_position_value = 20000
            daily_loss = 5000

            [strategies.cross]
            type = "ema_cross"
            instrument = "binance:ETHUSDT"
            timeframe = "1s"
            fast_period = 2
            slow_period = 4

            [store]
            provider = "postgresql"
            url = "%s"
            close_ms = %d
            """;

    @TempDir
    Path folder;

    @Test
    void itEndsInOrderAndItsLastEntriesAreWrittenLater() throws Exception {
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("100000")));
        try (RealPostgres server = RealPostgres.start();
                FaultyWire wire = FaultyWire.to(server.port());
                LocalExchange local =
                        LocalExchange.start(Set.of(VenueKind.BINANCE), LocalMarkets.busy(3), account, Map.of())) {
            Path state = Files.createDirectory(folder.resolve("state"));
            String text = CONFIGURATION.formatted(server.url(wire.port()), CLOSING.toMillis())
                    + new LiveWorld(local, state).reached();
            Path file = Files.writeString(folder.resolve("silent.toml"), text);
            try (EngineProcess process = EngineProcess.start(file, EngineProcess.keys(folder, account), state)) {
                process.await(1, line -> line.contains(" filled: "));
                wire.pause();
                int status = process.terminate();

                String said = String.join("\n", process.lines());
                assertThat(said).contains("stopping: interrupted").contains("  stopped: ");
                assertThat(said).doesNotContain("did not end");
                assertThat(status).as(said).isEqualTo(128 + 15);
            }
            wire.resume();
            check(server, state.resolve("spool"));
        }
    }

    private static void check(RealPostgres server, Path spool) {
        try (Storage storage = new PostgresStorage().open(Map.of("url", server.url(), "spool", spool.toString()))) {
            assertThat(storage.flush(CATCH_UP)).isTrue();
            List<RunEntry> entries =
                    storage.read().entries("live-binance-local").all();
            assertThat(entries).hasAtLeastOneElementOfType(RunEntry.Filled.class);
            for (int i = 1; i < entries.size(); i++) {
                assertThat(entries.get(i).number())
                        .as("after " + entries.get(i - 1))
                        .isEqualTo(entries.get(i - 1).number() + 1);
            }
            RunEntry last = entries.get(entries.size() - 1);
            assertThat(last).isInstanceOf(RunEntry.Ended.class);
            assertThat(((RunEntry.Ended) last).statistics())
                    .containsKeys("orders", "fills", "start_equity", "end_equity", "net_profit", "max_drawdown");
        }
    }
}
