package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.killswitch.KillSwitchFile;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.file.HeldFile;
import io.ttquant.core.file.RequestFolder;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.exchanges.run.OperatorAnswer;
import io.ttquant.exchanges.run.OperatorDesk;
import io.ttquant.exchanges.run.OperatorRequest;
import io.ttquant.exchanges.run.OperatorRequest.Act;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests of operators to an engine on paper, on made-up time. */
class OperatorDeskTest {
    private static final String TWO = """
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
            """;

    private final PaperWorld world = new PaperWorld();
    private final FakeVenue venue = new FakeVenue("binance");
    private int asked;

    @TempDir
    Path state;

    private RequestFolder requests;
    private OperatorDesk desk;

    @BeforeEach
    void folder() {
        requests = RequestFolder.at(state.resolve("binance-paper.requests"));
        world.killSwitch = KillSwitchFile.at(state.resolve("binance-paper.kill"));
    }

    private void desk(RunConfiguration configuration) {
        desk = OperatorDesk.of(
                requests,
                VenuePlan.of(configuration).get(0),
                world.killSwitch,
                LoopThread.of(world.loop),
                world.lines::add);
    }

    /** A run with orders in the book and a position. */
    private Engine begin() {
        return begin(PaperWorld.read(TWO));
    }

    private Engine begin(RunConfiguration configuration) {
        desk(configuration);
        VenueRun run = world.begin(venue, configuration, made -> desk.begin(made::engine));
        for (int i = 0; i < 600 && (run.engine() == null || !isBusy(engine(run))); i++) {
            world.pass(Duration.ofSeconds(20));
        }
        assertThat(isBusy(engine(run))).as(world.text()).isTrue();
        return engine(run);
    }

    private static Engine engine(VenueRun run) {
        return Objects.requireNonNull(run.engine());
    }

    private static boolean isBusy(Engine engine) {
        return engine.strategies().openOrders().size() > 2 && isHeld(engine);
    }

    private static boolean isHeld(Engine engine) {
        return engine.ledger().positions("grid").stream().anyMatch(position -> !position.isFlat());
    }

    private OperatorRequest request(Act act, String strategy) {
        return new OperatorRequest(act, strategy, "Ann", "the feed is wrong", world.nanos());
    }

    private String post(OperatorRequest request) {
        requests.make();
        String id = "0" + ++asked;
        requests.post(id, request.format());
        return id;
    }

    private OperatorAnswer answer(String id) {
        return requests.answer(id).map(OperatorAnswer::parse).orElseThrow(() -> new AssertionError(world.text()));
    }

    private OperatorAnswer ask(Act act, String strategy) {
        String id = post(request(act, strategy));
        world.pass(Duration.ofSeconds(7));
        assertThat(requests.pending()).doesNotContain(id);
        return answer(id);
    }

    @Test
    void aTripCancelsEverythingIsKeptAndIsToldWithNameAndReason() {
        Engine engine = begin();
        int open = engine.strategies().openOrders().size();

        String id = post(request(Act.TRIP, ""));
        world.pass(Duration.ofSeconds(2));

        assertThat(engine.strategies().openOrders()).isEmpty();
        assertThat(answer(id).isDone()).isTrue();
        assertThat(answer(id).text())
                .startsWith("the kill switch is tripped: " + open + " orders cancelled; held as before: ")
                .contains("grid: BTCUSDT ");
        assertThat(Objects.requireNonNull(world.killSwitch.load()).who()).isEqualTo("Ann");
        assertThat(world.lines)
                .contains("OPERATOR Ann asks to trip: the feed is wrong")
                .anyMatch(line -> line.startsWith("RISK account: KILL SWITCH: the feed is wrong; tripped by Ann"))
                .anyMatch(line -> line.startsWith("OPERATOR Ann is told: the kill switch is tripped: "));
        world.pass(Duration.ofMinutes(2));
        assertThat(requests.answer(id)).as("nobody came for it").isEmpty();
        assertThat(engine.strategies().openOrders()).isEmpty();
    }

    @Test
    void aTripThatFlattensClosesWhatIsHeld() {
        Engine engine = begin();

        OperatorAnswer answer = ask(Act.TRIP_AND_FLATTEN, "");

        assertThat(isHeld(engine)).isFalse();
        assertThat(answer.text()).startsWith("the kill switch is tripped: ").endsWith("; nothing is held");
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void aResetLetsItGoOnAndIsRefusedWhereNothingIsTripped() {
        Engine engine = begin();
        assertThat(ask(Act.RESET, ""))
                .isEqualTo(
                        new OperatorAnswer(false, "not done: the kill switch is not tripped, so Ann cannot reset it"));
        ask(Act.TRIP, "");

        assertThat(ask(Act.RESET, "").text()).isEqualTo("the kill switch is reset; the account is active");

        assertThat(world.killSwitch.load()).isNull();
        assertThat(engine.risk().isKilled()).isFalse();
    }

    @Test
    void aStrategyIsHeldAndLetGoOnAndTheOtherIsLeftAlone() {
        Engine engine = begin();

        assertThat(ask(Act.REDUCE, "grid").text())
                .startsWith("grid is reducing: ")
                .contains(" cancelled; held as before");
        assertThat(engine.risk().stage("grid")).isEqualTo(TradingStage.REDUCING);
        assertThat(engine.risk().stage("cross")).isEqualTo(TradingStage.ACTIVE);
        assertThat(ask(Act.HALT, "").text()).startsWith("the account is halted: ");
        assertThat(ask(Act.RESUME, "grid").text()).isEqualTo("grid is halted: the account is halted");
        assertThat(ask(Act.RESUME, "").text()).isEqualTo("the account is active");
        assertThat(engine.risk().stage("grid")).isEqualTo(TradingStage.ACTIVE);
        ask(Act.TRIP, "");
        assertThat(ask(Act.RESUME, "grid").text()).isEqualTo("grid is halted: the kill switch is tripped");
    }

    @Test
    void aSaleOnSpotOfWhatIsHeldStaysInAHoldAndIsNotWaitedFor() {
        String toml = TWO.substring(0, TWO.indexOf("[strategies.cross]"))
                .replaceFirst("(?s)type = .*", "type = \"seller\"\ninstrument = \"binance:BTCUSDT\"\n");
        Engine engine = begin(RunConfiguration.read(
                ConfigText.read("test.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8))),
                Seller.catalogue()));

        OperatorAnswer answer = ask(Act.HALT, "grid");

        assertThat(answer.text()).startsWith("grid is halted: 2 orders cancelled; held as before: ");
        assertThat(answer.isDone()).isTrue();
        assertThat(engine.strategies().openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.side()).isEqualTo(Side.SELL));
    }

    @Test
    void aStrategyIsFlattenedButNotUnderAKillSwitchThatClosesNothing() {
        Engine engine = begin();

        OperatorAnswer answer = ask(Act.FLATTEN, "grid");

        assertThat(answer.text()).startsWith("grid is halted: ").endsWith("; nothing is held");
        assertThat(isHeld(engine)).isFalse();
        assertThat(engine.risk().stage("cross")).isEqualTo(TradingStage.ACTIVE);
        ask(Act.TRIP, "");
        assertThat(ask(Act.FLATTEN, "grid").text())
                .isEqualTo("not done: the kill switch is tripped and closes nothing; trip it again and let it flatten");
    }

    /** Nothing of it is owed, so that nothing is to be waited for. */
    @Test
    void whatWasSoldOfCoinsOfTheStartIsLeftAndNamed() {
        Engine engine = begin();
        Instrument eth = FakeMarket.instrument("binance", "ETH");
        PositionState sold = engine.ledger().position("cross", eth);
        engine.ledger()
                .apply(
                        sold,
                        Side.SELL,
                        FixedPoint.toRaw(new BigDecimal("3000"), eth.priceScale()),
                        sold.rawQuantity() + 50_000,
                        0,
                        eth.quote());

        for (Act act : List.of(Act.FLATTEN, Act.TRIP_AND_FLATTEN)) {
            OperatorAnswer answer = ask(act, act == Act.FLATTEN ? "cross" : "");

            assertThat(answer.text())
                    .contains(
                            "; left: ",
                            "ETHUSDT -0.50000 at 3000.00, sold of what was there before, and owed to nobody")
                    .doesNotContain("STILL HELD", "nothing is held");
            assertThat(answer.isDone()).isTrue();
        }
        assertThat(sold.rawQuantity()).isEqualTo(-50_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"REDUCE", "HALT", "RESUME", "FLATTEN"})
    void aNameThatIsNoStrategysIsRefusedWithThoseThereAre(Act act) {
        Engine engine = begin();
        int open = engine.strategies().openOrders().size();

        assertThat(ask(act, "gird"))
                .isEqualTo(new OperatorAnswer(
                        false, "not done: strategy 'gird' is not one of this engine, which has grid, cross"));
        assertThat(open).isPositive();
        assertThat(engine.risk().stage("grid")).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void howItStandsIsToldAndNotLogged() {
        begin();
        OperatorAnswer answer = ask(Act.STATUS, "");

        assertThat(answer.text().lines().toList())
                .hasSize(4)
                .startsWith("the engine is running; the kill switch is not tripped", "the account is active")
                .anyMatch(line -> line.startsWith("grid is active; ") && line.contains(" open; holds BTCUSDT "));
        assertThat(world.lines).noneMatch(line -> line.startsWith("OPERATOR"));
        ask(Act.TRIP, "");
        assertThat(ask(Act.STATUS, "").text()).contains("the kill switch is TRIPPED by Ann at 2025-");
    }

    @Test
    void whatCannotBeReadIsRefusedAndTold() throws IOException {
        Engine engine = begin();
        String whole = request(Act.TRIP, "").format();
        Path folder = state.resolve("binance-paper.requests");
        Files.writeString(folder.resolve("1.request"), whole.replace("TRIP", "TRIQ"));
        Files.writeString(folder.resolve("2.request"), whole.substring(0, whole.length() / 2));
        Files.writeString(folder.resolve("3.request"), "");
        Files.createDirectory(folder.resolve("4.request"));
        Files.createFile(Files.createDirectory(folder.resolve("5.request")).resolve("x"));
        world.pass(Duration.ofSeconds(3));

        for (int i = 1; i <= 5; i++) {
            assertThat(answer("" + i).isDone()).isFalse();
            assertThat(answer("" + i).text()).startsWith("the request cannot be read, and nothing was done: ");
        }
        assertThat(requests.pending())
                .as("what cannot be removed is not refused again and again")
                .containsExactly("5");
        assertThat(world.lines.stream().filter(line -> line.startsWith("OPERATOR: a request cannot be read")))
                .hasSize(5);
        assertThat(engine.risk().isKilled()).isFalse();
        assertThat(ask(Act.STATUS, "x").isDone()).as("it goes on with the next").isTrue();
    }

    @Test
    void aTripOfWhichOnlyTheNameCanBeReadIsObeyed() throws IOException {
        Engine engine = begin();
        String whole = request(Act.TRIP_AND_FLATTEN, "").format();
        String id = request(Act.TRIP_AND_FLATTEN, "").id("1");
        assertThat(id).isEqualTo("1-trip");
        assertThat(request(Act.RESET, "").id("1")).isEqualTo("1");
        Files.writeString(
                state.resolve("binance-paper.requests").resolve(id + ".request"),
                whole.substring(0, whole.length() / 2));
        world.pass(Duration.ofSeconds(3));

        assertThat(engine.risk().isKilled()).isTrue();
        assertThat(engine.strategies().openOrders()).isEmpty();
        assertThat(isHeld(engine))
                .as("nobody can tell that it is to close positions")
                .isTrue();
        assertThat(requests.pending()).isEmpty();
        assertThat(answer(id).isDone()).isFalse();
        assertThat(answer(id).text())
                .startsWith("the kill switch is tripped: ")
                .endsWith("; POSITIONS ARE NOT CLOSED, if that was asked for, because the request cannot be read");
        assertThat(world.lines)
                .anyMatch(line ->
                        line.startsWith("OPERATOR: a request to trip cannot be read, and is obeyed: it is not as"))
                .contains("OPERATOR unknown asks to trip: a request to trip cannot be read, and is known by its name:"
                        + " 1-trip");
    }

    @Test
    void answersOfARunBeforeGoAfterAWhileAndRequestsStay() {
        requests.make();
        requests.answer("00", "of a run before");
        String trip = post(request(Act.TRIP, ""));
        desk(PaperWorld.read(TWO));
        desk.begin(() -> null);
        world.pass(Duration.ofSeconds(50));
        assertThat(requests.answer("00")).as("somebody may wait for it").isPresent();

        world.pass(Duration.ofSeconds(20));
        assertThat(requests.answered()).isEmpty();
        assertThat(requests.pending()).containsExactly(trip);
    }

    @Test
    void whatWasAskedOfAnEngineBeforeIsNotDone() {
        post(request(Act.RESET, ""));
        post(request(Act.HALT, "grid"));
        Engine engine = begin();
        assertThat(requests.pending()).isEmpty();
        assertThat(world.lines.stream()
                        .filter(line -> line.startsWith("OPERATOR Ann is told: ")
                                && line.contains("was made for an engine that has ended, and nothing was done")))
                .hasSize(2);
        assertThat(engine.risk().stage("grid")).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aTripOfBeforeTheStartIsObeyedAtTheStart() {
        String id = post(request(Act.TRIP_AND_FLATTEN, ""));
        RunConfiguration configuration = PaperWorld.read(TWO);
        desk(configuration);
        VenueRun run = world.begin(venue, configuration, made -> desk.begin(made::engine));
        assertThat(Objects.requireNonNull(world.killSwitch.load()).reason()).isEqualTo("the feed is wrong");
        assertThat(answer(id).text()).contains("tripped for the next start", "POSITIONS ARE NOT CLOSED");
        assertThat(requests.pending()).containsExactly(id);

        world.pass(Duration.ofMinutes(1));

        assertThat(engine(run).risk().isKilled()).isTrue();
        assertThat(requests.pending()).isEmpty();
        assertThat(world.text()).contains("found tripped at the start").doesNotContain("#1 accepted");
        assertThat(world.lines)
                .anyMatch(line -> line.startsWith("OPERATOR Ann is told: the kill switch is tripped: no order was open")
                        && line.endsWith("POSITIONS ARE NOT CLOSED, because the request is old"));
    }

    @Test
    void afterAHangOnlyATripIsObeyedAndClosesNothing() {
        Engine engine = begin();
        String halt = post(request(Act.HALT, "grid"));
        String trip = post(request(Act.TRIP_AND_FLATTEN, ""));
        world.hang(OperatorDesk.FRESH.plusSeconds(2));
        world.pass(Duration.ofSeconds(7));

        assertThat(answer(halt).text()).contains("is older than 10 s");
        assertThat(engine.risk().isKilled()).isTrue();
        assertThat(isHeld(engine)).isTrue();
        assertThat(answer(trip).isDone()).isFalse();
        assertThat(answer(trip).text()).endsWith("; POSITIONS ARE NOT CLOSED, because the request is old");
    }

    @Test
    void aResetTakesBackATripThatWaitsForAnEngine() {
        desk(PaperWorld.read(TWO));
        desk.begin(() -> null);
        String trip = post(request(Act.TRIP, ""));
        world.pass(Duration.ofSeconds(2));
        assertThat(answer(trip).isDone()).isTrue();
        assertThat(ask(Act.HALT, "grid").text()).startsWith("no engine is up that could halt grid");

        assertThat(ask(Act.RESET, "").text()).contains("is reset, and the next start trades");
        assertThat(world.killSwitch.load()).isNull();
        assertThat(requests.pending()).isEmpty();
    }

    @Test
    void aSecondEngineTakesTheRequestsOnceTheFirstHasEnded() {
        desk(PaperWorld.read(TWO));
        OperatorDesk first = desk;
        first.begin(() -> null);
        desk(PaperWorld.read(TWO));
        desk.begin(() -> null);
        world.pass(Duration.ofSeconds(3));
        assertThat(world.lines).hasSize(1).first().asString().contains("go to another engine");

        first.close();
        world.pass(Duration.ofSeconds(3));
        assertThat(ask(Act.STATUS, "").isDone()).isTrue();
        desk.close();
        assertThat(requests.tryHold()).hasValueSatisfying(HeldFile::close);
    }

    @Test
    void anEndBeforeItIsKnownWhatCameOfItIsAnAnswer() {
        begin();
        String id = post(request(Act.TRIP, ""));
        world.hang(Duration.ofSeconds(2));
        world.loop.turn();
        desk.close();
        assertThat(answer(id).text()).contains("the engine ended before it was known what came of it");
        assertThat(answer(id).isDone()).isFalse();
    }

    @Test
    void aFolderThatIsGoneIsToldOnceAndLookedForAgain() throws IOException {
        Path elsewhere = state.resolve("later");
        requests = RequestFolder.at(elsewhere.resolve("binance-paper.requests"));
        desk(PaperWorld.read(TWO));
        desk.begin(() -> null);
        world.pass(Duration.ofSeconds(5));
        assertThat(world.lines).hasSize(1).first().asString().startsWith("NO REQUESTS OF OPERATORS CAN BE TAKEN: ");

        Files.createDirectory(elsewhere);
        world.pass(Duration.ofSeconds(2));
        assertThat(ask(Act.STATUS, "").isDone()).isTrue();
    }
}
