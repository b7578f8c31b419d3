package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's command beside a strategy engine that trades at two venues of the local exchange, over real sockets and in real time. */
class LocalOperateTest {
    private static final VenueKind SPOT = VenueKind.BINANCE;
    private static final VenueKind SWAPS = VenueKind.OKX;
    private static final String GRID = """
            type = "grid"
            timeframe = "1s"
            grid_count = 30
            price_range_percent = 1.5
            order_value = 100
            """;
    private static final String LIVE = """
            [global]
            trading_mode = "live"

            [risk]
            max_order_value = 1000
            max_position_value = 20000
            daily_loss = 1000
            max_order_age = "5s"

            [strategies.spot]
            instrument = "binance:BTCUSDT"
            """ + GRID + """
            [strategies.swap]
            instrument = "okx:ETH-USDT-SWAP"
            """ + GRID;

    @TempDir
    Path state;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private LocalExchange local;

    @BeforeEach
    void open() {
        // Of one currency, so that both venues know what the account is worth.
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("100000")));
        local = LocalExchange.start(EnumSet.of(SPOT, SWAPS), LocalMarkets.busy(3), account, Map.of());
    }

    @AfterEach
    void close() {
        local.close();
    }

    private int operate(String... args) {
        said.reset();
        return new OperateJob()
                .run(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        Stream.concat(Arrays.stream(args), Stream.of("--state", state.toString()))
                                .toArray(String[]::new));
    }

    private int byAnn(String... args) {
        return operate(Stream.concat(Arrays.stream(args), Stream.of("--who", "Ann", "--why", "the feed is wrong"))
                .toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int open(VenueKind kind) {
        return local.venue(kind)
                .<Integer>ask(exchange ->
                        exchange.accounts().openOrders(local.account().id()).size());
    }

    private LiveWorld start() throws InterruptedException {
        LiveWorld world = new LiveWorld(local, state);
        world.start(LIVE + world.reached(), "--confirm-live");
        awaitOrders(world, 3);
        return world;
    }

    private static void awaitOrders(LiveWorld world, int more) throws InterruptedException {
        for (String strategy : new String[] {"spot", "swap"}) {
            int known = (int) world.count(line -> isAccepted(line, strategy));
            world.await("orders of " + strategy, known + more, line -> isAccepted(line, strategy));
        }
    }

    private static boolean isAccepted(String line, String strategy) {
        return line.contains("  " + strategy + " #") && line.endsWith("accepted");
    }

    @Test
    void aTripFromOutsideEmptiesTheBooksAndAResetLetsBothTradeOn() throws Exception {
        LiveWorld world = start();
        assertThat(operate("status")).as(said()).isZero();
        assertThat(said()).contains("binance-live  the engine is running", "okx-live  swap is active; ");

        assertThat(byAnn("trip")).as(said() + world.text()).isZero();

        assertThat(said())
                .contains("binance-live  the kill switch is tripped: ", "okx-live  the kill switch is tripped: ")
                .contains(" cancelled");
        assertThat(open(SPOT)).isZero();
        assertThat(open(SWAPS)).isZero();
        world.await("a refusal", 1, line -> line.contains("refused by us: the kill switch is tripped"));
        assertThat(world.text()).contains("OPERATOR Ann asks to trip: the feed is wrong");

        assertThat(byAnn("reset", "--venue", SPOT.id())).as(said()).isZero();
        assertThat(byAnn("reset", "--venue", SWAPS.id())).as(said()).isZero();
        awaitOrders(world, 1);
        assertThat(world.interrupt()).as(world.text()).isZero();
        assertThat(operate("status")).isZero();
        assertThat(said()).contains("okx-live  no engine is up; the kill switch is not tripped");
        try (Storage store = new SqliteStorage()
                .open(Map.of("file", state.resolve("ttquant.db").toString()))) {
            assertThat(store.read().entries("live-okx-local").all())
                    .filteredOn(entry -> entry instanceof RunEntry.RiskAct)
                    .extracting(Object::toString)
                    .anyMatch(act -> act.contains("the feed is wrong; tripped by Ann"))
                    .anyMatch(act -> act.contains("reset by Ann: the feed is wrong"));
        }
    }

    @Test
    void aStrategyIsHeldFlattenedAndLetGoOnWhileTheOtherTrades() throws Exception {
        LiveWorld world = start();
        world.await("a position", 1, line -> line.contains("  swap #") && line.contains(" filled: "));

        assertThat(byAnn("hold", "swap", "--stage", "halted", "--venue", "okx"))
                .as(said())
                .isZero();
        assertThat(said()).contains("okx-live  swap is halted: ");
        assertThat(byAnn("flatten", "swap", "--venue", "okx"))
                .as(said() + world.text())
                .isZero();
        assertThat(said()).contains("nothing is held");
        assertThat(open(SWAPS)).isZero();
        assertThat(byAnn("resume", "swop", "--venue", "okx")).isOne();
        assertThat(said()).contains("strategy 'swop' is not one of this engine, which has swap");
        assertThat(byAnn("resume", "swap", "--venue", "okx")).isZero();
        assertThat(said()).contains("okx-live  swap is active");
        awaitOrders(world, 1);
        assertThat(world.interrupt()).as(world.text()).isZero();
    }

    /** Locks between processes are others than those within one. */
    @Test
    void aTripFromAnotherProcessIsAnsweredThereWithItsStatus() throws Exception {
        LiveWorld world = start();

        assertThat(process("trip", "--who", "Ann", "--why", "the feed is wrong"))
                .as(said())
                .isZero();

        assertThat(said())
                .contains("binance-live  the kill switch is tripped: ", "okx-live  the kill switch is tripped: ");
        assertThat(open(SPOT) + open(SWAPS)).isZero();
        assertThat(process("reset", "--who", "Ann", "--why", "checked"))
                .as(said())
                .isOne();
        assertThat(said()).contains("there are several engines: binance-live, okx-live; nothing was done");
        assertThat(world.interrupt()).as(world.text()).isZero();
        assertThat(process("status")).isZero();
        assertThat(said()).contains("okx-live  no engine is up; the kill switch is TRIPPED by Ann");
    }

    private int process(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.ttquant.examples.Operate"));
        command.addAll(List.of(args));
        command.addAll(List.of("--state", state.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said.reset();
        process.getInputStream().transferTo(said);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void aTripWithoutAnEngineMeetsTheNextStart() throws Exception {
        assertThat(start().interrupt()).isZero();
        assertThat(byAnn("trip")).as(said()).isZero();

        LiveWorld next = new LiveWorld(local, state);
        next.start(LIVE + next.reached(), "--confirm-live");
        for (VenueKind kind : EnumSet.of(SPOT, SWAPS)) {
            next.await(
                    "its answer",
                    1,
                    line -> line.contains("  " + kind.id() + "  OPERATOR Ann is told: the kill switch is tripped: "));
        }
        next.await("a refusal", 1, line -> line.contains("refused by us: the kill switch is tripped"));
        assertThat(next.text()).doesNotContain(" accepted");
        assertThat(open(SPOT) + open(SWAPS)).isZero();
        assertThat(next.interrupt()).as(next.text()).isZero();
    }
}
