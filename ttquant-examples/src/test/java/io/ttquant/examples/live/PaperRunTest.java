package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.config.ConfigurationException;
import io.ttquant.core.engine.Engine;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaperRunTest {
    private static final String THREE = """
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
            [strategies.cross]
            type = "ema_cross"
            symbol = "ETHUSDT"
            fast_period = 3
            slow_period = 8
            [strategies.momentum]
            type = "momentum"
            symbol = "SOLUSDT"
            lookback_period = 5
            breakout_threshold = 0.5
            volume_threshold = 0.5
            """;

    private final PaperWorld world = new PaperWorld();
    private final FakeVenue venue = new FakeVenue("binance");

    @Test
    void gridCrossAndMomentumTradeOnPaperFromAFile() {
        VenueRun run = world.begin(venue, THREE);
        world.pass(Duration.ofHours(3));
        for (String strategy : List.of("grid", "cross", "momentum")) {
            assertThat(world.lines).anyMatch(line -> line.contains(strategy + " #") && line.contains("ordered: buy"));
            assertThat(world.lines).anyMatch(line -> line.contains(strategy + " #") && line.contains("accepted"));
            assertThat(world.lines).anyMatch(line -> line.contains(strategy + " #") && line.contains("filled: bought"));
            assertThat(world.lines).anyMatch(line -> line.contains(strategy + " #") && line.contains("filled: sold"));
        }
        assertThat(world.text()).doesNotContain("refused").doesNotContain("FAILED");
        run.stop("the test is over");
        world.pass(Duration.ofSeconds(10));
        assertThat(world.ended).contains(true);
    }

    @Test
    void whatAVenueSaysForgesNoLine() {
        world.begin(venue, THREE);
        world.pass(Duration.ofSeconds(5));
        venue.session().listener.trading(false, "closed: bye\r\n12:00:00.000  binance  grid #1 filled\u001b[2J");
        venue.session().listener.failed("closed: bye\n12:00:00.000  binance  grid #1 filled");
        world.pass(Duration.ofSeconds(10));
        assertThat(world.lines)
                .anyMatch(line -> line.contains("closed: bye 12:00:00.000 binance grid #1 filled"))
                .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        List<String> recorded = new ArrayList<>();
        new VenueThread("binance", (nanos, name, text) -> recorded.add(text))
                .line("closed: bye\r\n12:00:00.000\tforged");
        assertThat(recorded).containsExactly("closed: bye 12:00:00.000 forged");
    }

    @Test
    void whoeverWaitsForTheEndHearsOfItThoughTheSessionCannotBeClosed() {
        VenueRun run = world.begin(venue, THREE);
        venue.closeFailure = new IllegalStateException("the socket is gone");
        assertThatThrownBy(() -> {
                    run.stop("the test is over");
                    world.pass(Duration.ofSeconds(10));
                })
                .hasMessage("the socket is gone");
        assertThat(world.ended).isPresent();
    }

    @Test
    void aSessionThatIsReadyAfterTheEndStartsNoEngine() {
        VenueRun run = world.begin(venue, THREE);
        run.stop("the test is over");
        assertThat(world.ended).contains(true);
        world.pass(Duration.ofSeconds(10));
        venue.session().listener.ready();
        assertThat(run.engine()).isNull();
        assertThat(world.text()).doesNotContain("connected").doesNotContain("FAILED");
    }

    @Test
    void strategiesAreWarmBeforeTheyHearOfAnythingLive() {
        world.begin(venue, THREE);
        world.pass(Duration.ofSeconds(5));
        assertThat(venue.asked).contains("binance:ETHUSDT 8 past 1m bars");
        int asked = venue.asked.indexOf("binance:ETHUSDT 8 past 1m bars");
        assertThat(venue.asked.indexOf("binance:ETHUSDT QUOTES")).isGreaterThan(asked);
        assertThat(world.text())
                .contains("warm-up: the last 8 1m bars of ETHUSDT")
                .contains("cross is running");
    }

    @Test
    void aBarThatClosesWhileStrategiesWarmUpIsNotTakenForHistory() {
        world.pass(Duration.ofSeconds(39));
        VenueRun run = world.begin(venue, THREE);
        world.pass(Duration.ofMinutes(2));
        Engine engine = Objects.requireNonNull(run.engine());
        assertThat(engine.isHistory()).isFalse();
        assertThat(world.text()).contains("cross is running").doesNotContain("FAILED");
    }

    @Test
    void stoppingCancelsWhatIsOursAndWaitsForTheAnswers() {
        VenueRun run = world.begin(venue, THREE);
        world.pass(Duration.ofMinutes(20));
        Engine engine = Objects.requireNonNull(run.engine());
        int open = engine.strategies().openOrders().size();
        assertThat(open).isPositive();

        run.stop("the test is over");
        assertThat(world.ended).isEmpty();
        world.pass(Duration.ofSeconds(1));

        assertThat(engine.strategies().openOrders()).isEmpty();
        assertThat(world.ended).contains(true);
        assertThat(venue.session().isClosed).isTrue();
        assertThat(world.text()).contains("cancelling " + open + " orders");
        assertThat(world.lines.stream()
                        .filter(line -> line.endsWith("cancelled"))
                        .count())
                .isGreaterThanOrEqualTo(open);
        assertThat(world.text()).contains("stopped: ").contains("equity ");
    }

    @Test
    void aRunThatIsStoppedBeforeItIsReadyEndsToo() {
        VenueRun run = world.begin(venue, THREE);
        run.stop("at once");
        world.pass(Duration.ofSeconds(10));
        assertThat(world.ended).contains(true);
        assertThat(venue.asked).noneMatch(each -> each.contains("QUOTES"));
    }

    @Test
    void paperGivesNoKeyToTheVenue() {
        world.begin(venue, THREE + "[exchange.binance]\nenvironment = \"testnet\"\n");
        assertThat(venue.asked).containsExactly("setting environment");
        assertThatThrownBy(() -> PaperWorld.read(THREE + "[exchange.binance]\nkey = \"abc\"\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("exchange.binance.key: secrets do not belong in this file")
                .hasMessageNotContaining("abc");
    }

    @Test
    void feesAndLatencyAreTheVenuesUnlessTheFileSaysOtherwise() {
        world.begin(venue, THREE);
        world.pass(Duration.ofSeconds(1));
        assertThat(world.text())
                .contains("fees maker 0.1%, taker 0.1% of a fill's value; spot buys pay in the base currency");
        PaperWorld other = new PaperWorld();
        other.begin(
                venue, THREE.replace("[paper]", "[paper]\nmaker_fee = 0\ntaker_fee = 0.0003\norder_latency = \"5ms\""));
        other.pass(Duration.ofSeconds(1));
        assertThat(other.text()).contains("fees maker 0%, taker 0.03%");
    }

    @Test
    void aSymbolThatTheVenueDoesNotListIsNamedWithOthers() {
        world.begin(venue, THREE.replace("ETHUSDT", "ETHUSDC"));
        world.pass(Duration.ofSeconds(1));
        assertThat(world.text())
                .contains("FAILED: binance lists no instrument 'ETHUSDC'")
                .contains("did you mean one of ETHUSDT?");
        assertThat(world.ended).contains(false);
    }

    @Test
    void aLiveRunIsRefusedWithoutConfirmationAndLimits() {
        var live = PaperWorld.read(THREE.replace("\"paper\"", "\"live\""));
        assertThatThrownBy(() -> io.ttquant.exchanges.run.LiveSafety.require(live, false))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("--confirm-live")
                .hasMessageContaining("max_order_value = 100")
                .hasMessageContaining("max_position_value = 500")
                .hasMessageContaining("daily_loss = 50")
                .hasMessageContaining("trading_mode = \"paper\"");
        assertThatThrownBy(() -> io.ttquant.exchanges.run.LiveSafety.require(live, true))
                .hasMessageNotContaining("--confirm-live");
        var limited = PaperWorld.read(THREE.replace("\"paper\"", "\"live\"")
                + "[risk]\nmax_order_value = 200\nmax_position_value = 2000\ndaily_loss = 100\n");
        io.ttquant.exchanges.run.LiveSafety.require(limited, true);
        assertThatThrownBy(() -> io.ttquant.exchanges.run.LiveSafety.require(limited, false))
                .hasMessageContaining("--confirm-live")
                .hasMessageNotContaining("[risk]");
    }

    private static final String LIVE = THREE.replace("\"paper\"", "\"live\"")
            + "[risk]\nmax_order_value = 200\nmax_position_value = 2000\ndaily_loss = 100\nmax_order_age = \"2s\"\n";

    @Test
    void aLiveRunTradesTheAccountThatTheVenueStates() {
        FakeDesk desk = new FakeDesk();
        venue.desk = desk;
        VenueRun run = world.begin(venue, LIVE);
        world.pass(Duration.ofMinutes(40));
        assertThat(world.text())
                .contains("connecting, LIVE")
                .contains("equity 10000.00 USDT")
                .contains("orders may be sent: the account's stream is up");
        assertThat(world.lines).anyMatch(line -> line.startsWith("cross #") && line.contains("filled: bought"));
        Engine engine = Objects.requireNonNull(run.engine());
        int open = engine.strategies().openOrders().size();
        assertThat(open).isPositive();

        run.stop("the test is over");
        world.pass(Duration.ofSeconds(2));

        assertThat(desk.commands.stream()
                        .filter(each -> each.startsWith("cancel"))
                        .count())
                .isGreaterThanOrEqualTo(open);
        assertThat(engine.strategies().openOrders()).isEmpty();
        assertThat(world.ended).contains(true);
    }

    @Test
    void nothingThatAddsRiskIsSentWhileTheNewsOfTheAccountDoNotCome() {
        FakeDesk desk = new FakeDesk();
        venue.desk = desk;
        world.begin(venue, LIVE);
        world.pass(Duration.ofSeconds(10));
        venue.session().listener.trading(false, "the account's stream is down");
        world.pass(Duration.ofMinutes(30));
        assertThat(world.text())
                .contains("NO NEW ORDERS: the account's stream is down")
                .contains("refused by us: ");
        assertThat(desk.commands).isEmpty();
    }

    @Test
    void eachVenueIsARunOfItsOwn() {
        List<VenuePlan> plans = VenuePlan.of(PaperWorld.read(THREE + "[strategies.other]\ntype = \"grid\"\n"
                + "exchange = \"okx\"\nsymbol = \"BTC-USDT\"\n[exchange.okx]\nregion = \"eea\"\n"));
        assertThat(plans).extracting(VenuePlan::venue).containsExactly("binance", "okx");
        assertThat(plans.get(1).exchange().settings()).containsEntry("region", "eea");
    }

    @Test
    void aSecondConnectionToAVenueIsRefused() {
        assertThatThrownBy(
                        () -> PaperWorld.read(THREE + "[exchange.binance]\n[exchange.sub]\nprovider = \"binance\"\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a second connection to binance, beside [exchange.binance]");
    }
}
