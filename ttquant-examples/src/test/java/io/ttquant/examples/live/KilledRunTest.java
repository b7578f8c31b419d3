package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.exchange.Fill;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The strategy engine trades at a local exchange and is killed, again and again, at moments that nobody chose; whatever
 * it was doing then, the store opens, its entries
 * are whole up to where they end, and the next start goes on with what the exchange says.
 */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("ttquant.kills", 3);
    private static final long SEED = Long.getLong("ttquant.kills.seed", 20260101L);
    private static final Set<VenueKind> KINDS = EnumSet.of(VenueKind.BINANCE, VenueKind.BINANCE_USDM);
    /** The low bits of an entry's number; all of them are 0 in the first of a start. */
    private static final long OF_ONE_START = (1L << 20) - 1;

    /** Prices leave a grid in time; averages cross wherever they go. */
    private static final String CONFIGURATION = """
            [global]
            trading_mode = "live"

            [risk]
            max_order_value = 1000
            max_position_value = 20000
            daily_loss = 5000
            max_order_age = "10s"

            [strategies.spot]
            type = "grid"
            instrument = "binance:BTCUSDT"
            timeframe = "1s"
            grid_count = 30
            price_range_percent = 1.2
            order_value = 100

            [strategies.swap]
            type = "grid"
            instrument = "binance-usdm:BTCUSDT"
            timeframe = "1s"
            grid_count = 30
            price_range_percent = 1.2
            order_value = 200
            max_position_value = 12000

            [strategies.spot_cross]
            type = "ema_cross"
            instrument = "binance:ETHUSDT"
            timeframe = "1s"
            fast_period = 2
            slow_period = 4

            [strategies.swap_cross]
            type = "ema_cross"
            instrument = "binance-usdm:ETHUSDT"
            timeframe = "1s"
            fast_period = 2
            slow_period = 4
            """;

    /** What the store had of each run when it was opened last: nothing of it may go or change. */
    private final Map<String, List<RunEntry>> kept = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void whateverItWasDoingItGoesOnWithWhatTheExchangeSays() throws Exception {
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("100000")));
        try (LocalExchange local = LocalExchange.start(KINDS, LocalMarkets.busy(3), account, Map.of())) {
            Path state = Files.createDirectory(folder.resolve("state"));
            LiveWorld world = new LiveWorld(local, state);
            Path file = Files.writeString(folder.resolve("killed.toml"), CONFIGURATION + world.reached());
            Path keys = EngineProcess.keys(folder, account);
            SplittableRandom random = new SplittableRandom(SEED);
            for (int kill = 1; kill <= KILLS; kill++) {
                killOnce(kill, random, () -> EngineProcess.start(file, keys, state));
                checkStore("after kill " + kill + " of seed " + SEED, state, local);
            }
            lastStart(world, file, local);
            checkStore("after the last start, seed " + SEED, state, local);
            assertThat(kept).hasSameSizeAs(KINDS);
            assertThat(kept.values())
                    .allSatisfy(entries -> assertThat(entries).hasAtLeastOneElementOfType(RunEntry.Filled.class));
        }
    }

    private interface Starter {
        EngineProcess start();
    }

    /**
     * Lines come while it connects, and while it trades; the kill follows one of them by as long as it takes, which
     * nobody knows.
     */
    private static void killOnce(int kill, SplittableRandom random, Starter starter) throws InterruptedException {
        boolean isTrading = random.nextInt(4) != 0;
        int count = 1 + random.nextInt(isTrading ? 12 : 25);
        try (EngineProcess process = starter.start()) {
            process.await(count, line -> !isTrading || line.contains(" filled: "));
            process.kill();
            assertThat(process.lines())
                    .as("start " + kill + " of seed " + SEED)
                    .noneMatch(line -> line.contains("FAILED") || line.contains("Exception"));
        }
    }

    private void checkStore(String when, Path state, LocalExchange local) throws Exception {
        Path file = state.resolve("ttquant.db");
        if (!Files.exists(file)) {
            return;
        }
        try (Storage storage = new SqliteStorage().open(Map.of("file", file.toString()))) {
            for (VenueKind kind : KINDS) {
                List<RunEntry> entries =
                        storage.read().entries("live-" + kind.id() + "-local").all();
                checkNumbers(when, entries);
                List<RunEntry> before = kept.put(kind.id(), entries);
                if (before != null) {
                    assertThat(entries).as(when).hasSizeGreaterThanOrEqualTo(before.size());
                    assertThat(entries.subList(0, before.size())).as(when).isEqualTo(before);
                }
                checkFills(when, entries, local, kind);
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("pragma integrity_check")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).as(when).isEqualTo("ok");
        }
    }

    /**
     * A number that is missing within a start is an entry that was lost, but for that of a fill that an earlier start
     * had kept already.
     */
    private static void checkNumbers(String when, List<RunEntry> entries) {
        RunEntry before = null;
        for (RunEntry entry : entries) {
            long number = entry.number();
            boolean isFirst = (number & OF_ONE_START) == 0;
            if (before != null && !isFirst) {
                boolean isKnownFill = before instanceof RunEntry.OrderChange order
                        && order.event().equals("Filled")
                        && entry instanceof RunEntry.PositionAt;
                long apart = number - before.number();
                assertThat(apart == 1 || (apart == 2 && isKnownFill))
                        .as(when + ": between " + before + " and " + entry)
                        .isTrue();
            }
            before = entry;
        }
    }

    private static void checkFills(String when, List<RunEntry> entries, LocalExchange local, VenueKind kind) {
        Map<String, BigDecimal> there = new TreeMap<>();
        for (Fill fill : fills(local, kind)) {
            there.put(fill.tradeId() + " " + fill.side(), fill.quantity());
        }
        Set<String> kept = new HashSet<>();
        for (RunEntry entry : entries) {
            if (entry instanceof RunEntry.Filled fill) {
                String key = fill.tradeId() + " " + fill.side();
                assertThat(kept.add(key)).as(when + ": twice: " + fill).isTrue();
                assertThat(there.get(key)).as(when + ": " + fill).isEqualByComparingTo(fill.quantity());
            }
        }
    }

    private static List<Fill> fills(LocalExchange local, VenueKind kind) {
        LocalVenue venue = local.venue(kind);
        return venue.ask(exchange -> exchange.accounts().fills(local.account().id(), 0));
    }

    /** The last one runs here, so that its books can be looked into. */
    private void lastStart(LiveWorld world, Path file, LocalExchange local) throws Exception {
        world.start(Files.readString(file), "--confirm-live");
        for (VenueKind kind : KINDS) {
            world.await("running at " + kind.id(), 1, line -> line.contains("  " + kind.id() + "  running: "));
        }
        world.await("a fill at each", 1, line -> line.contains("  binance  ") && line.contains(" filled: "));
        world.await("a fill at each", 1, line -> line.contains("  binance-usdm  ") && line.contains(" filled: "));
        assertThat(world.interrupt()).as(world.text()).isZero();
        for (VenueKind kind : KINDS) {
            LocalVenue venue = local.venue(kind);
            LedgerComparison comparison = LedgerComparison.of(
                    world.run(kind.id()), venue, local.account().id());
            assertThat(comparison.rows().stream()
                            .filter(row ->
                                    !row.what().equals("fills") && !row.what().equals("open orders")))
                    .as(world.text())
                    .allMatch(LedgerComparison.Row::agrees);
            checkOpenOrders(world, venue, local.account().id(), kind);
        }
    }

    /**
     * Strategies' orders were cancelled; what is left open came to the exchange a moment before a kill, and the engine
     * has it as the account's.
     */
    private static void checkOpenOrders(LiveWorld world, LocalVenue venue, String account, VenueKind kind) {
        Engine engine = Objects.requireNonNull(world.run(kind.id()).engine());
        assertThat(engine.strategies().openOrders())
                .as(world.text())
                .noneMatch(order -> order.status().isOpen() && order.status() != OrderStatus.SUBMITTED);
        List<String> open = venue.ask(exchange -> exchange.accounts().openOrders(account).stream()
                .map(order -> String.valueOf(order.clientId()))
                .toList());
        for (String clientId : open) {
            assertThat(world.text()).contains(clientId);
        }
    }
}
