package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ttquant.backtest.killswitch.KillSwitchFile;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Permission;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a live run refuses, and how it says so: what is wrong, the rule, and what to do. */
class LocalRefusalsTest {
    private static final String LIMITS =
            "[risk]\nmax_order_value = 1000\nmax_position_value = 20000\ndaily_loss = 1000\n";

    private static LocalExchange local;

    @TempDir
    Path state;

    @BeforeAll
    static void open() {
        local = LocalExchange.start(
                EnumSet.allOf(VenueKind.class), LocalMarkets.standard(1), LocalAccount.standard(), Map.of());
        LocalAccount account = local.account();
        local.venues()
                .forEach(venue -> venue.tell(exchange -> exchange.accounts()
                        .keys(
                                account.id(),
                                List.of(
                                        ApiKey.trading(account.key(), account.secret(), account.passphrase()),
                                        ApiKey.trading("rich-key", account.secret(), account.passphrase())
                                                .with(Set.of(Permission.values()), false)))));
    }

    @AfterAll
    static void close() {
        local.close();
    }

    private static String grid(VenueKind kind) {
        return "[global]\ntrading_mode = \"live\"\n[strategies.grid]\ntype = \"grid\"\ninstrument = \"" + kind.id()
                + ":" + (kind == VenueKind.OKX ? "BTC-USDT" : "BTCUSDT") + "\"\n";
    }

    private String failed(VenueKind kind, String key, String secret) throws Exception {
        LiveWorld world = new LiveWorld(local, state);
        world.start(grid(kind) + world.reached() + LIMITS, world.keys(key, secret), "--confirm-live");
        assertThat(world.end()).as(world.text()).isOne();
        assertThat(world.text()).doesNotContain(secret);
        return world.text();
    }

    private String refused(String toml, CredentialSource keys, String... args) throws Exception {
        LiveWorld world = new LiveWorld(local, state);
        world.start(toml + world.reached(), keys, args);
        try {
            return "ended with " + world.end() + "\n" + world.text();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void aWrongSecretEndsTheRunWithAWord(VenueKind kind) throws Exception {
        assertThat(failed(kind, local.account().key(), "wrong-secret-of-somebody"))
                .containsIgnoringCase("FAILED: ")
                .containsIgnoringCase("sign");
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void aKeyThatMayWithdrawIsRefused(VenueKind kind) throws Exception {
        assertThat(failed(kind, "rich-key", local.account().secret()))
                .contains("FAILED: the key may withdraw and works from every address", "only read and trade")
                .contains("allow_unsafe_key = \"withdraw,any_address\"");
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() throws Exception {
        CredentialSource keys = new LiveWorld(local, state).keys();
        assertThat(refused(grid(VenueKind.OKX), keys))
                .contains("a confirmation: add --confirm-live", "a largest order: write max_order_value")
                .contains("a largest position: write max_position_value", "a largest loss of a day: write daily_loss");
        assertThat(refused(grid(VenueKind.OKX) + LIMITS, keys))
                .contains("add --confirm-live")
                .doesNotContain("max_order");
    }

    @Test
    void missingKeysAreNamed() throws Exception {
        CredentialSource none = CredentialSource.of("the test", name -> null);
        assertThat(refused(grid(VenueKind.BINANCE) + LIMITS, none, "--confirm-live"))
                .contains("binance needs keys for a live run", "BINANCE_API_KEY is not set in the test", "set it");
    }

    @Test
    void unknownKeysOfTheFileAreNamedWithTheirPlaceAndWhatWasMeant() throws Exception {
        CredentialSource keys = new LiveWorld(local, state).keys();
        assertThat(refused(grid(VenueKind.BINANCE) + "grid_cuont = 3\n" + LIMITS, keys, "--confirm-live"))
                .contains("test.toml:6", "grid_cuont", "did you mean 'grid_count'");
        assertThat(refused(
                        grid(VenueKind.BINANCE) + LIMITS.replace("daily_loss", "dayly_loss"), keys, "--confirm-live"))
                .contains("test.toml:", "dayly_loss", "daily_loss");
    }

    @Test
    void anUnknownSettingOfAVenueIsNamed() throws Exception {
        LiveWorld world = new LiveWorld(local, state);
        world.start(
                grid(VenueKind.OKX) + LIMITS + world.reached().replace("environment", "regoin = \"eea\"\nenvironment"),
                "--confirm-live");
        assertThat(world.end()).isOne();
        assertThat(world.text()).contains("FAILED: 'regoin' is no setting of okx; did you mean 'region'?");
        KillSwitchFile killSwitch = KillSwitchFile.at(state.resolve("okx-live.kill"));
        assertThatCode(killSwitch::hold).as("it was let go").doesNotThrowAnyException();
        killSwitch.letGo();
    }

    @Test
    void aSymbolThatIsNotListedIsNamedWithThoseThatAreMeant() throws Exception {
        CredentialSource keys = new LiveWorld(local, state).keys();
        assertThat(refused(grid(VenueKind.OKX).replace("BTC-USDT", "BTCUSDT") + LIMITS, keys, "--confirm-live"))
                .contains("FAILED: okx lists no instrument 'BTCUSDT'", "did you mean", "BTC-USDT");
    }
}
