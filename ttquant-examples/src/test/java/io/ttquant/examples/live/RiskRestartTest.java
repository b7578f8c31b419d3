package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.risk.TradingStage;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Losses, halts and the kill switch of an engine that is killed and starts again, at the local exchange. */
class RiskRestartTest {
    private static final VenueKind KIND = VenueKind.BINANCE;

    @TempDir
    Path folder;

    private Path state;
    private LocalExchange local;

    @BeforeEach
    void open() throws Exception {
        local = LocalExchange.start(EnumSet.of(KIND), LocalMarkets.busy(3), LocalAccount.standard(), Map.of());
        state = Files.createDirectory(folder.resolve("state"));
    }

    @AfterEach
    void close() {
        local.close();
    }

    /** Without a store, so that the file of the risk is all that an engine has of the one before. */
    private String toml(String dailyLoss) {
        return "[global]\ntrading_mode = \"live\"\n[store]\nprovider = \"none\"\n"
                + new LiveWorld(local, state).reached()
                + "[risk]\nmax_order_value = 1000\nmax_position_value = 20000\nmax_order_age = \"10s\"\ndaily_loss = "
                + dailyLoss + "\nzone = \"" + zoneWhereItIsNoon() + "\"\n" + """
                [strategies.grid]
                type = "grid"
                instrument = "binance:BTCUSDT"
                timeframe = "1s"
                grid_count = 30
                price_range_percent = 1.2
                order_value = 100

                [strategies.cross]
                type = "ema_cross"
                instrument = "binance:ETHUSDT"
                timeframe = "1s"
                fast_period = 2
                slow_period = 4
                """;
    }

    /** So that no midnight falls into the test. */
    private static String zoneWhereItIsNoon() {
        int behind = Instant.now().atOffset(ZoneOffset.UTC).getHour() - 12;
        return behind == 0 ? "UTC" : "Etc/GMT" + (behind > 0 ? "+" : "-") + Math.abs(behind);
    }

    private EngineProcess process(String toml) throws Exception {
        Path file = Files.writeString(folder.resolve("risk.toml"), toml);
        return EngineProcess.start(file, EngineProcess.keys(folder, local.account()), state);
    }

    private Path riskFile() {
        return state.resolve("binance-local-live.risk");
    }

    private int openOrders() {
        return local.venue(KIND)
                .<Integer>ask(exchange ->
                        exchange.accounts().openOrders(local.account().id()).size());
    }

    @Test
    void aHaltOfTheDayOutlivesAnEngineThatIsKilled() throws Exception {
        String toml = toml("0.2");
        try (EngineProcess first = process(toml)) {
            first.await(1, line -> line.contains("RISK account: trading is halted: the account lost"));
            first.kill();
        }
        assertThat(riskFile()).content().contains("held\tDAILY_LOSS\tHALTED");

        LiveWorld second = new LiveWorld(local, state);
        second.start(toml, "--confirm-live");
        second.await("running", 1, line -> line.contains("  running: "));
        second.await("a refusal", 1, line -> line.contains("refused by us: the account is halted (the account lost"));
        assertThat(Objects.requireNonNull(second.run(KIND.id()).engine()).risk().accountStage())
                .isEqualTo(TradingStage.HALTED);
        assertThat(second.interrupt()).as(second.text()).isZero();
        assertThat(second.text())
                .contains("RISK account: trading is halted: found so at the start: the account lost")
                .doesNotContain(" accepted", " filled: ");
    }

    @Test
    void aFileThatWasTouchedByOthersLetsNoLiveRunStart() throws Exception {
        Files.writeString(riskFile(), "ttquant-risk\t1\n");
        LiveWorld world = new LiveWorld(local, state);
        world.start(toml("500"), "--confirm-live");

        assertThat(world.end()).isOne();
        assertThat(world.text())
                .contains("FAILED: not started: the state of risk " + riskFile(), "daily_loss", "move the file away")
                .doesNotContain("ordered:");
    }

    @Test
    void whileTheStateOfRiskCannotBeWrittenNothingIsSentThatAddsRisk() throws Exception {
        Path unfinished = Files.createDirectory(state.resolve("binance-local-live.risk.new"));
        LiveWorld world = new LiveWorld(local, state);
        world.start(toml("500"), "--confirm-live");
        world.await("no new risk", 1, line -> line.contains("NO NEW RISK: the state of risk cannot be written to "));
        world.await(
                "a refusal", 1, line -> line.contains("refused by us: what happens is not kept (the state of risk"));
        Files.delete(unfinished);
        world.await("kept again", 1, line -> line.contains("the state of risk is kept again"));
        world.await("an order", 1, line -> line.contains(" accepted"));
        assertThat(world.interrupt()).as(world.text()).isZero();
        assertThat(riskFile()).exists();
    }

    @Test
    void aKillSwitchThatIsTrippedByHandCancelsAtTheNextStartWhatAKilledEngineLeft() throws Exception {
        String toml = toml("500");
        try (EngineProcess first = process(toml)) {
            first.await(5, line -> line.contains(" accepted"));
            first.kill();
        }
        assertThat(openOrders()).isPositive();
        Files.writeString(state.resolve("binance-live.kill"), "Ann: the feed is wrong\n");

        LiveWorld second = new LiveWorld(local, state);
        second.start(toml, "--confirm-live");
        second.await("running", 1, line -> line.contains("  running: "));
        int found = Math.toIntExact(second.count(line -> line.contains("ATTENTION: order ")));
        assertThat(found).as(second.text()).isPositive();
        second.await("all of them ended", found, RiskRestartTest::isEndOfOthers);
        assertThat(openOrders()).as(second.text()).isZero();
        assertThat(second.interrupt()).as(second.text()).isZero();
        assertThat(second.text())
                .contains("KILL SWITCH: found tripped at the start")
                .doesNotContain("LEFT OPEN");
    }

    private static boolean isEndOfOthers(String line) {
        boolean isFilled = line.contains(" filled: ") && !line.contains(" left)");
        return line.contains("  external #") && (line.endsWith(" cancelled") || isFilled);
    }
}
