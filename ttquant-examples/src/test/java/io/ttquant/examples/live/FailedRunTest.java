package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.engine.StrategyException;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.run.VenueRun;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails in a live run, cancels of its orders leave, and what may still be open at the end is named. */
class FailedRunTest {
    private static final String LIVE = """
            [global]
            trading_mode = "live"

            [risk]
            max_order_value = 200
            max_position_value = 2000
            daily_loss = 100
            max_order_age = "5s"

            [strategies.clumsy]
            type = "clumsy"
            instrument = "fake:BTCUSDT"
            mistake = "MISTAKE"
            """;

    private final PaperWorld world = new PaperWorld();
    private final FakeVenue venue = new FakeVenue("fake");
    private final FakeDesk desk = new FakeDesk();

    private static ConfigText text(String mistake) {
        String toml = LIVE.replace("MISTAKE", mistake);
        return ConfigText.read("test.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8)));
    }

    /** A run with two orders in the book, shortly before its mistake. */
    private VenueRun begin(String mistake) {
        venue.desk = desk;
        VenueRun run = world.begin(venue, RunConfiguration.read(text(mistake), Clumsy.catalogue()));
        for (int i = 0; i < 200 && submitted().size() < 2; i++) {
            world.pass(Duration.ofMillis(50));
        }
        world.pass(Duration.ofMillis(100));
        assertThat(submitted()).hasSize(2);
        return run;
    }

    private List<String> submitted() {
        return ids("submit ");
    }

    private List<String> cancelled() {
        return ids("cancel ");
    }

    private List<String> ids(String command) {
        return desk.commands.stream()
                .filter(each -> each.startsWith(command))
                .map(each -> each.substring(command.length()))
                .distinct()
                .toList();
    }

    private List<String> leftOpen() {
        return world.lines.stream().filter(line -> line.startsWith("LEFT OPEN")).toList();
    }

    /** The engine's thread as the job has it: what ends the loop gives the run up, and the loop goes on. */
    private void untilTheEngineFails(VenueRun run) {
        assertThatThrownBy(() -> world.pass(Duration.ofMinutes(5)))
                .isInstanceOf(StrategyException.class)
                .satisfies(e -> {
                    world.loop.release();
                    run.fail(e);
                });
    }

    @Test
    void aStrategyThatThrowsIsStoppedAndItsOrdersAreCancelled() {
        begin("exception");
        world.pass(Duration.ofMinutes(5));
        assertThat(cancelled()).containsExactlyElementsOf(submitted());
        assertThat(world.ended).as("the run goes on for the other strategies").isEmpty();
    }

    @Test
    void aCancelThatCannotBeSentKeepsNoOtherFromLeaving() {
        VenueRun run = begin("exception");
        desk.unsendable = submitted().get(0);
        world.pass(Duration.ofMinutes(5));
        assertThat(cancelled()).containsExactly(submitted().get(1));
        assertThat(world.text()).contains("clumsy is failed");
        run.stop("the test is over");
        world.pass(Duration.ofSeconds(10));
        assertThat(leftOpen())
                .singleElement()
                .asString()
                .contains("order " + submitted().get(0) + " (exchange id 901) in fake:BTCUSDT: buy 0.001")
                .contains(
                        "0.00000 filled; it may still fill: find exchange id 901 among the open orders at the exchange and"
                                + " cancel it there");
        assertThat(world.ended).contains(false);
    }

    @Test
    void cancelsLeaveWhenTheSessionFails() {
        begin("none");
        venue.session().listener.failed("the key was revoked");
        assertThat(venue.session().isClosed).as("cancels need it").isFalse();
        world.pass(Duration.ofSeconds(1));
        assertThat(cancelled()).containsExactlyElementsOf(submitted());
        assertThat(leftOpen()).isEmpty();
        assertThat(venue.session().isClosed).isTrue();
        assertThat(world.text()).contains("FAILED: the key was revoked");
        assertThat(world.ended).contains(false);
    }

    @Test
    void whatIsLeftWhenTheSessionFailsIsNamed() {
        begin("none");
        desk.isDeaf = true;
        venue.session().listener.failed("the key was revoked");
        world.pass(Duration.ofSeconds(10));
        assertThat(leftOpen()).hasSize(2);
        assertThat(world.ended).contains(false);
    }

    @Test
    void cancelsLeaveWhenTheEngineCannotGoOn() {
        VenueRun run = begin("recursion");
        untilTheEngineFails(run);
        world.pass(Duration.ofSeconds(1));
        assertThat(cancelled()).containsExactlyElementsOf(submitted());
        assertThat(leftOpen()).isEmpty();
        assertThat(venue.session().isClosed).isTrue();
        assertThat(world.text()).contains("FAILED: the engine is given up: ").contains("cancelling 2 orders");
        assertThat(world.ended).contains(false);
    }

    @Test
    void whatIsLeftWhenTheEngineCannotGoOnIsNamed() {
        VenueRun run = begin("recursion");
        desk.isDeaf = true;
        untilTheEngineFails(run);
        world.pass(Duration.ofSeconds(10));
        assertThat(leftOpen()).hasSize(2);
        assertThat(leftOpen().get(0)).contains("order " + submitted().get(0) + " (exchange id 901) in fake:BTCUSDT");
        assertThat(leftOpen().get(1))
                .contains("order " + submitted().get(1) + " in fake:BTCUSDT")
                .contains("find client id " + submitted().get(1));
        assertThat(world.ended).contains(false);
    }

    @Test
    void whatIsHeldWhenTheEngineCannotGoOnIsSaidWithWhatIsFilledAfterIt() {
        VenueRun run = begin("recursion");
        desk.fill(desk.orders.get(0), 40);
        untilTheEngineFails(run);
        desk.fill(desk.orders.get(1), 30);
        world.pass(Duration.ofSeconds(10));
        assertThat(leftOpen()).isEmpty();
        assertThat(world.text())
                .contains("still held, by the books before the failure, by clumsy: BTCUSDT 0.00040 at")
                .contains("filled since the failure, and in no book of this run: bought 0.00030 BTCUSDT by order "
                        + submitted().get(1));
    }

    @Test
    void oneCancelThatCannotBeSentThenIsSaidAndTheOtherLeaves() {
        VenueRun run = begin("recursion");
        desk.unsendable = submitted().get(0);
        untilTheEngineFails(run);
        world.pass(Duration.ofSeconds(10));
        assertThat(cancelled()).containsExactly(submitted().get(1));
        assertThat(leftOpen())
                .singleElement()
                .asString()
                .contains("order " + submitted().get(0));
        assertThat(world.text()).contains("a cancel of " + submitted().get(0) + " could not be sent");
    }

    @Test
    void aStrategyHearsNothingMoreOnceTheEngineIsGivenUp() {
        VenueRun run = begin("recursion");
        desk.isDeaf = true;
        untilTheEngineFails(run);
        int commands = desk.commands.size();
        world.pass(Duration.ofSeconds(4));
        assertThat(desk.commands).hasSize(commands);
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    @Timeout(120)
    void theStrategyEngineCancelsAtARealVenueWhenItsThreadFailsAndLeavesItsTimerUnarmed(
            VenueKind kind, @TempDir Path state) throws Exception {
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("10000")));
        try (LocalExchange local = LocalExchange.start(EnumSet.of(kind), LocalMarkets.busy(3), account, Map.of())) {
            LiveWorld real = new LiveWorld(local, state);
            real.catalogue = Clumsy.catalogue();
            String symbol = kind == VenueKind.OKX ? "BTC-USDT" : "BTCUSDT";
            CompletableFuture<String> disarmed = new CompletableFuture<>();
            local.venue(kind)
                    .faults(faults ->
                            faults.requests(call -> noted(call, disarmed), new RequestFault.LoseRequest(), 1));
            boolean hasTimer = kind != VenueKind.BINANCE;
            real.start(
                    LIVE.replace("fake:BTCUSDT", kind.id() + ":" + symbol).replace("MISTAKE", "recursion")
                            + real.reached()
                            + (hasTimer ? "dead_man_seconds = \"30\"\n" : ""),
                    "--confirm-live");
            assertThat(real.end()).as(real.text()).isOne();
            assertThat(real.text())
                    .contains("FAILED: the engine is given up: ", "cancelling 2 orders", "stopped after a failure")
                    .doesNotContain("LEFT OPEN");
            assertThat(local.venue(kind)
                            .<Boolean>ask(exchange ->
                                    exchange.accounts().openOrders(account.id()).isEmpty()))
                    .isTrue();
            if (hasTimer) {
                assertThat(disarmed.get(60, TimeUnit.SECONDS))
                        .as("nothing is open, so that nothing is left to the venue's timer")
                        .isNotEmpty();
            }
        }
    }

    /** Only looks on. */
    private static boolean noted(Call call, CompletableFuture<String> disarmed) {
        if (isDisarming(call)) {
            disarmed.complete(call.path());
        }
        return false;
    }

    private static boolean isDisarming(Call call) {
        String text = call.query() + call.text();
        return (call.path().equals("/api/v5/trade/cancel-all-after") && text.contains("\"timeOut\":\"0\""))
                || (call.path().equals("/fapi/v1/countdownCancelAll") && text.matches(".*countdownTime=0(&.*)?"));
    }
}
