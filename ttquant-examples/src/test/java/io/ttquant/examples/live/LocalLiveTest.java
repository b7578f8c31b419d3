package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The strategy engine at the local exchange, over real sockets and in real time. */
class LocalLiveTest {
    private static final String LIMITS = """
            [risk]
            max_order_value = 1000
            max_position_value = 20000
            daily_loss = 1000
            max_order_age = "5s"
            """;

    @TempDir
    Path state;

    private @Nullable LocalExchange started;

    private LiveWorld at(Set<VenueKind> kinds) {
        started = LocalExchange.start(kinds, LocalMarkets.busy(3), LocalAccount.standard(), Map.of());
        return new LiveWorld(started, state);
    }

    private LocalExchange local() {
        return Objects.requireNonNull(started);
    }

    @AfterEach
    void close() {
        local().close();
    }

    private static String bitcoin(VenueKind kind) {
        return kind.id() + ":" + (kind == VenueKind.OKX ? "BTC-USDT" : "BTCUSDT");
    }

    private static String ether(VenueKind kind) {
        return kind.id() + ":" + (kind == VenueKind.OKX ? "ETH-USDT-SWAP" : "ETHUSDT");
    }

    private static String grid(String id, String instrument) {
        return "[strategies." + id + "]\ntype = \"grid\"\ninstrument = \"" + instrument
                + "\"\ntimeframe = \"1s\"\ngrid_count = 30\nprice_range_percent = 1.5\norder_value = 100\n";
    }

    private static String momentum(String id, String instrument) {
        return "[strategies." + id + "]\ntype = \"momentum\"\ninstrument = \"" + instrument
                + "\"\ntimeframe = \"1s\"\nlookback_period = 3\nbreakout_threshold = 0.1\nvolume_threshold = 0.1\n";
    }

    private static String cross(String id, String instrument) {
        return "[strategies." + id + "]\ntype = \"ema_cross\"\ninstrument = \"" + instrument
                + "\"\ntimeframe = \"1s\"\nfast_period = 2\nslow_period = 4\n";
    }

    private void agree(LiveWorld world, VenueKind kind) {
        LocalVenue venue = local().venue(kind);
        LedgerComparison comparison = LedgerComparison.of(
                world.run(kind.id()), venue, local().account().id());
        assertThat(comparison.rows()).as(world.text()).allMatch(LedgerComparison.Row::agrees);
        assertThat(venue.<Boolean>ask(exchange ->
                        exchange.accounts().openOrders(local().account().id()).isEmpty()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void liveOrdersFlowAndTheBooksAreTheExchangesToTheLastDigit(VenueKind kind) throws Exception {
        LiveWorld world = at(EnumSet.of(kind));
        world.start(
                "[global]\ntrading_mode = \"live\"\n" + world.reached() + LIMITS + grid("grid", bitcoin(kind))
                        + momentum("momentum", ether(kind)) + cross("cross", ether(kind)),
                "--confirm-live");
        world.await("six fills of the grid", 6, line -> line.contains("grid #") && line.contains("filled: "));
        world.await("a sale", 1, line -> line.contains("filled: sold"));
        world.await("momentum's order", 1, line -> line.contains("momentum #") && line.contains("filled: "));

        assertThat(world.interrupt()).as(world.text()).isZero();
        agree(world, kind);
        assertThat(world.text())
                .contains("stopping: interrupted", "cancelling ", " stopped: ")
                .doesNotContain("FAILED", "LEFT OPEN", "refused by the exchange");
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void aSecondEngineOfTheSameRunIsRefusedAndTheFirstTradesOn(VenueKind kind) throws Exception {
        LiveWorld first = at(EnumSet.of(kind));
        String toml = "[global]\ntrading_mode = \"live\"\n" + first.reached() + LIMITS + grid("grid", bitcoin(kind))
                + cross("cross", ether(kind));
        first.start(toml, "--confirm-live");
        first.await("orders of the grid", 3, line -> line.contains("grid #") && line.contains("accepted"));

        LiveWorld second = new LiveWorld(local(), state);
        second.start(toml, "--confirm-live");

        assertThat(second.end()).isOne();
        assertThat(second.text())
                .contains("FAILED: not started: the run live-" + kind.id(), " is in use by another engine", "[store]")
                .doesNotContain("cancelling ");
        long filled = first.count(line -> line.contains("filled: "));
        first.await("another fill", (int) filled + 1, line -> line.contains("filled: "));
        assertThat(first.interrupt()).as(first.text()).isZero();
        agree(first, kind);
    }

    @Test
    void withoutAStoreTheKillSwitchKeepsASecondEngineOut() throws Exception {
        VenueKind kind = VenueKind.BINANCE;
        LiveWorld first = at(EnumSet.of(kind));
        String toml = "[global]\ntrading_mode = \"live\"\n[store]\nprovider = \"none\"\n" + first.reached() + LIMITS
                + grid("grid", bitcoin(kind)) + cross("cross", ether(kind));
        first.start(toml, "--confirm-live");
        first.await("orders of the grid", 3, line -> line.contains("grid #") && line.contains("accepted"));

        LiveWorld second = new LiveWorld(local(), state);
        second.start(toml, "--confirm-live");

        assertThat(second.end()).isOne();
        assertThat(second.text())
                .contains("FAILED: not started: the kill switch ", " is in use by another live engine", "--state")
                .doesNotContain("cancelling ");
        assertThat(first.interrupt()).as(first.text()).isZero();
        LiveWorld third = new LiveWorld(local(), state);
        third.start(toml, "--confirm-live");
        third.await("orders after the first has ended", 3, line -> line.contains("accepted"));
        assertThat(third.interrupt()).as(third.text()).isZero();
    }

    @Test
    void paperTradesAtAllThreeVenuesAtOnceAndSendsNothing() throws Exception {
        LiveWorld world = at(EnumSet.allOf(VenueKind.class));
        StringBuilder toml = new StringBuilder("[global]\ntrading_mode = \"paper\"\nexchange = \"binance\"\n");
        toml.append(world.reached()).append(LIMITS);
        for (VenueKind kind : VenueKind.values()) {
            String name = kind.id().replace("-", "_");
            toml.append(grid("grid_" + name, bitcoin(kind))).append(momentum("momentum_" + name, ether(kind)));
        }
        world.start(toml.toString());
        for (VenueKind kind : VenueKind.values()) {
            world.await(
                    "a fill at " + kind.id(),
                    1,
                    line -> line.contains("  " + kind.id() + "  grid_") && line.contains("filled: "));
        }
        assertThat(world.interrupt()).as(world.text()).isZero();
        for (VenueKind kind : VenueKind.values()) {
            assertThat(local().venue(kind)
                            .<Integer>ask(exchange -> exchange.accounts()
                                    .endedOrders(local().account().id())
                                    .size()))
                    .isZero();
        }
        assertThat(world.text())
                .contains("  okx  stopped: ", "  binance-usdm  stopped: ")
                .doesNotContain("FAILED");
    }
}
