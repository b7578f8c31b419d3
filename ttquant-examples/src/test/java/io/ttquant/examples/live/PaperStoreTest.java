package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.exchanges.run.RunStore;
import io.ttquant.exchanges.run.VenueRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperStoreTest {
    private static final String GRID = """
            [global]
            trading_mode = "paper"
            exchange = "binance"
            [paper]
            cash = ["10000 USDT"]
            [strategies.grid]
            type = "grid"
            symbol = "BTCUSDT"
            grid_count = 5
            price_range_percent = 0.8
            """;

    @TempDir
    Path folder;

    @Test
    void theStoreHasWhatTheEngineDid() {
        PaperWorld world = new PaperWorld();
        FakeVenue venue = new FakeVenue("binance");
        try (Storage storage =
                new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()))) {
            VenueRun run = world.begin(
                    venue,
                    PaperWorld.read(GRID),
                    made -> made.store(new RunStore("sqlite", storage, "mine", Duration.ofMinutes(1))));
            world.pass(Duration.ofHours(3));
            Engine engine = Objects.requireNonNull(run.engine());
            run.stop("the test is over");
            world.pass(Duration.ofSeconds(10));
            assertThat(storage.flush(Duration.ofMinutes(1))).isTrue();

            RunRecord kept = storage.read().runs().get(0);
            assertThat(kept.id()).startsWith("mine-");
            assertThat(kept.kind()).isEqualTo(RunKind.PAPER);
            List<RunEntry> entries = storage.read().entries(kept.id()).all();
            assertThat(of(RunEntry.Filled.class, entries)).hasSize(run.fills()).isNotEmpty();
            assertThat(of(RunEntry.EquityAt.class, entries)).hasSizeGreaterThan(100);
            assertThat(of(RunEntry.OrderChange.class, entries))
                    .anyMatch(change -> change.event().equals("Created"))
                    .anyMatch(change -> change.status() == OrderStatus.FILLED);
            assertThat(entries.get(entries.size() - 1)).isInstanceOf(RunEntry.Ended.class);
            PositionState position =
                    engine.ledger().position("grid", run.instruments().get(0));
            List<RunEntry.PositionAt> positions = of(RunEntry.PositionAt.class, entries);
            assertThat(positions.get(positions.size() - 1).quantity().toPlainString())
                    .isEqualTo(new java.math.BigDecimal(position.instrument().formatQuantity(position.rawQuantity()))
                            .stripTrailingZeros()
                            .toPlainString());
            assertThat(storage.meter().refused()).isZero();
            assertThat(storage.state().conflicts()).isZero();
        }
    }

    private static <T> List<T> of(Class<T> kind, List<RunEntry> entries) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
