package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.engine.Engine;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.exchanges.run.RunStore;
import io.ttquant.exchanges.run.VenueRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreGateTest {
    private static final String IDLE = """
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

    private final PaperWorld world = new PaperWorld();
    private UnsteadyStore store;

    @BeforeEach
    void open() {
        store = new UnsteadyStore(
                new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString())));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStoreThatLagsFromTheStartIsSeenBeforeAnythingIsTraded() {
        store.says = () -> UnsteadyStore.waiting(Duration.ofMinutes(2));
        begin();
        world.pass(Duration.ZERO);

        assertThat(words()).containsExactly("NO NEW RISK");
    }

    @Test
    void aStoreThatCannotBeAskedIsAsOneThatLagsAndIsAskedAgain() {
        begin();
        store.says = () -> {
            throw new IllegalStateException("its figures are gone");
        };
        world.pass(Duration.ofSeconds(3));
        assertThat(words()).containsExactly("NO NEW RISK");
        assertThat(world.lines).anyMatch(line -> line.contains("its figures are gone"));

        store.says = () -> UnsteadyStore.waiting(Duration.ofSeconds(1));
        world.pass(Duration.ofSeconds(3));
        assertThat(words()).containsExactly("NO NEW RISK", "the store has caught up");
    }

    @Test
    void aSampleThatCannotBeKeptIsNotTheEndOfLooking() {
        begin();
        store.says = () -> UnsteadyStore.waiting(Duration.ofSeconds(1));
        world.pass(Duration.ofSeconds(50));
        store.refusesEquity = true;
        world.pass(Duration.ofSeconds(20));
        store.refusesEquity = false;
        store.says = () -> UnsteadyStore.waiting(Duration.ofMinutes(2));
        world.pass(Duration.ofSeconds(3));

        assertThat(words()).containsExactly("NO NEW RISK", "the store has caught up", "NO NEW RISK");
    }

    @Test
    void aStoreThatThrowsCostsTheRunItsNewRiskAndNothingElse() {
        VenueRun run = begin();
        world.pass(Duration.ofSeconds(3));
        assertThat(words()).isEmpty();

        store.refusesAll = true;
        Engine engine = Objects.requireNonNull(run.engine());
        engine.risk().hold("grid", TradingStage.REDUCING, "a test", "the test");
        engine.risk().resume("grid", "the test", "go on");
        world.pass(Duration.ofSeconds(1));
        assertThat(engine.state().isEnded()).isFalse();
        assertThat(world.lines).anyMatch(line -> line.contains("NO NEW RISK") && line.contains("were refused"));
    }

    private VenueRun begin() {
        return world.begin(
                new FakeVenue("binance"),
                PaperWorld.read(IDLE),
                made -> made.store(new RunStore("store", store, "mine", Duration.ofMinutes(1))));
    }

    private List<String> words() {
        return world.lines.stream()
                .filter(line -> line.startsWith("NO NEW RISK") || line.startsWith("the store has"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }
}
