package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.backtest.killswitch.KillSwitchFile;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.run.RunRefusedException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leverage and modes that a file asks a venue for. */
class LiveSetupTest {
    private static final String LIMITS =
            "[risk]\nmax_order_value = 1000\nmax_position_value = 20000\ndaily_loss = 1000\nmax_order_age = \"5s\"\n";

    @TempDir
    Path state;

    private LocalExchange local;
    private LiveWorld world;

    @BeforeEach
    void open() {
        local = LocalExchange.start(
                EnumSet.of(VenueKind.BINANCE_USDM, VenueKind.OKX),
                LocalMarkets.busy(3),
                LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("100000"))),
                Map.of());
        world = new LiveWorld(local, state);
    }

    @AfterEach
    void close() {
        local.close();
    }

    private static String symbol(VenueKind kind) {
        return kind == VenueKind.OKX ? "BTC-USDT-SWAP" : "BTCUSDT";
    }

    private String file(VenueKind kind, String mode, String settings, String account) {
        return "[global]\ntrading_mode = \"" + mode + "\"\n"
                + world.reached().replace("[exchange." + kind.id() + "]\n", "[exchange." + kind.id() + "]\n" + settings)
                + LIMITS + "[account]\n" + account + "[strategies.grid]\ntype = \"grid\"\ninstrument = \"" + kind.id()
                + ":" + symbol(kind)
                + "\"\ntimeframe = \"1s\"\ngrid_count = 30\nprice_range_percent = 1.5\norder_value = 100\n";
    }

    private static String leverage(VenueKind kind, int leverage) {
        return "leverage = \"" + symbol(kind) + "=" + leverage + "\"\n";
    }

    private BigDecimal leverage(VenueKind kind) {
        return local.venue(kind)
                .ask(exchange ->
                        exchange.accounts().settings().leverage(local.account().id(), symbol(kind)));
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void aRunTradesWithTheLeverageAndTheModesThatItsFileAsksFor(VenueKind kind) throws Exception {
        String settings = leverage(kind, 5) + "derivatives_mode = \"isolated\"\nposition_mode = \"netting\"\n";
        world.start(file(kind, "live", settings, "leverage = 3\n"), "--confirm-live");
        world.await("two fills", 2, line -> line.contains("grid #") && line.contains("filled: "));
        assertThat(leverage(kind)).isEqualByComparingTo("5");
        assertThat(world.interrupt()).as(world.text()).isZero();
        assertThat(world.text())
                .contains("leverage of " + symbol(kind) + ": 5 at the exchange")
                .doesNotContain("FAILED", "LEFT OPEN");
        assertThat(LedgerComparison.of(
                                world.run(kind.id()),
                                local.venue(kind),
                                local.account().id())
                        .rows())
                .as(world.text())
                .allMatch(LedgerComparison.Row::agrees);
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void aValueOutOfRangeEndsTheRunBeforeAnythingConnects(VenueKind kind) throws Exception {
        world.start(file(kind, "live", leverage(kind, 126), ""), "--confirm-live");
        assertThat(world.end()).isOne();
        assertThat(world.text())
                .contains("FAILED: leverage '126' of " + symbol(kind) + " is no whole number from 1 to 125")
                .doesNotContain("connected");
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void anEngineBesideAnotherIsRefusedBeforeItChangesTheirAccount(VenueKind kind) throws Exception {
        BigDecimal before = leverage(kind);
        KillSwitchFile ofAnother = KillSwitchFile.at(state.resolve(kind.id() + "-live.kill"));
        ofAnother.hold();
        try {
            world.start(file(kind, "live", leverage(kind, 5), ""), "--confirm-live");
            assertThat(world.end()).isOne();
        } finally {
            ofAnother.letGo();
        }
        assertThat(before).isNotEqualByComparingTo("5");
        assertThat(leverage(kind)).isEqualByComparingTo(before);
        assertThat(world.text())
                .contains("FAILED: not started: the kill switch ", " is in use by another live engine")
                .doesNotContain("connect");
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void twoPositionModesAreRefusedBeforeAnythingConnects(VenueKind kind) {
        world.start(file(kind, "live", "position_mode = \"hedging\"\n", ""), "--confirm-live");
        assertThatThrownBy(world::end)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("write the same into both");
        assertThat(world.text()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void onPaperTheVenueIsLeftAsItIs(VenueKind kind) throws Exception {
        BigDecimal before = leverage(kind);
        world.start(file(kind, "paper", leverage(kind, 5), ""));
        world.await("the feed", 1, line -> line.contains("all market data come in"));
        assertThat(world.interrupt()).as(world.text()).isZero();
        assertThat(world.text())
                .contains("are for live runs: on paper the account is the one that [account] describes");
        assertThat(leverage(kind)).isEqualByComparingTo(before);
    }
}
