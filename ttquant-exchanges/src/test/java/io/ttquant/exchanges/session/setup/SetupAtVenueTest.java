package io.ttquant.exchanges.session.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.exchanges.binance.session.BinanceUsdmProvider;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.exchange.AccountSettings;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.FlowSettings;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.okx.session.OkxProvider;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leverage and modes at the local exchange, over real sockets: what is wanted is so before the session is ready, or there is no session. */
class SetupAtVenueTest {
    private final LiveLoop loop;
    private final Thread thread;
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private LocalExchange local;

    SetupAtVenueTest() {
        long offset = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
        loop = LiveLoop.of(() -> System.nanoTime() + offset);
        thread = new Thread(loop::run, "setup-engine");
        thread.setDaemon(true);
    }

    @BeforeEach
    void start() {
        thread.start();
        local = LocalExchange.start(
                EnumSet.of(VenueKind.BINANCE_USDM, VenueKind.OKX),
                LocalMarkets.none()
                        .add(VenueKind.BINANCE_USDM, perpetual("BTCUSDT", "1", "0.001"), FlowSettings.calm(1, "60000"))
                        .add(VenueKind.OKX, perpetual("BTC-USDT-SWAP", "0.01", "0.1"), FlowSettings.calm(2, "60000")),
                LocalAccount.standard(),
                Map.of());
        local.venues()
                .forEach(venue ->
                        venue.faults(faults -> faults.requests(this::noted, new RequestFault.LoseRequest(), 1)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop();
        thread.join(10_000);
        local.close();
    }

    /** Leverage 20 at first and 50 at most. */
    private static Market perpetual(String symbol, String value, String lot) {
        return Market.contract(
                symbol,
                MarketKind.LINEAR,
                "BTC",
                "USDT",
                new ContractTerms(
                        new BigDecimal(value),
                        "USDT",
                        new BigDecimal(20),
                        new BigDecimal(50),
                        new BigDecimal("0.01"),
                        8),
                PriceRule.tick("0.1"),
                QuantityRule.lot(lot));
    }

    /** Only looks on. */
    private boolean noted(Call call) {
        if (call.method().equals("POST")
                && (call.path().contains("account/") || call.path().startsWith("/fapi"))) {
            changes.add(call.path());
        }
        return false;
    }

    private static String symbol(VenueKind kind) {
        return kind == VenueKind.OKX ? "BTC-USDT-SWAP" : "BTCUSDT";
    }

    private static String leveragePath(VenueKind kind) {
        return kind == VenueKind.OKX ? "/api/v5/account/set-leverage" : "/fapi/v1/leverage";
    }

    private Map<String, String> settings(VenueKind kind, String... more) {
        LocalVenue venue = local.venue(kind);
        LocalAccount account = local.account();
        Map<String, String> settings = new HashMap<>(Map.of(
                "environment",
                "local",
                "rest",
                venue.http(),
                "socket",
                venue.ws(),
                "key",
                account.key(),
                "secret",
                account.secret()));
        if (kind == VenueKind.OKX) {
            settings.put("passphrase", account.passphrase());
        }
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** Opens a session, and closes it once it has said whether it is ready. */
    private String opened(VenueKind kind, Map<String, String> settings) throws Exception {
        ExchangeProvider provider = kind == VenueKind.OKX ? new OkxProvider() : new BinanceUsdmProvider();
        CompletableFuture<String> said = new CompletableFuture<>();
        CompletableFuture<ExchangeSession> made = new CompletableFuture<>();
        loop.execute(() ->
                made.complete(provider.open(new ExchangeConfig(settings), LoopThread.of(loop), new Hearing(said))));
        String word = said.get(60, TimeUnit.SECONDS);
        ExchangeSession session = made.get(10, TimeUnit.SECONDS);
        CompletableFuture<String> mode = new CompletableFuture<>();
        loop.execute(() -> {
            mode.complete(word.equals("ready") ? "ready " + session.account().positionMode() : word);
            session.close();
        });
        return mode.get(10, TimeUnit.SECONDS);
    }

    private record Hearing(CompletableFuture<String> said) implements SessionListener {
        @Override
        public void ready() {
            said.complete("ready");
        }

        @Override
        public void trading(boolean isTrading, String why) {}

        @Override
        public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {}

        @Override
        public void failed(String reason) {
            said.complete(reason);
        }
    }

    private <T> T at(VenueKind kind, Function<AccountSettings, T> question) {
        return local.venue(kind)
                .ask(exchange -> question.apply(exchange.accounts().settings()));
    }

    private BigDecimal leverage(VenueKind kind) {
        return at(kind, settings -> settings.leverage(local.account().id(), symbol(kind)));
    }

    private BigDecimal leverage(VenueKind kind, PositionSide side) {
        return at(kind, settings -> settings.leverage(local.account().id(), symbol(kind), side, MarginMode.ISOLATED));
    }

    private PositionMode mode(VenueKind kind) {
        return at(kind, settings -> settings.positionMode(local.account().id()));
    }

    private MarginMode margin(VenueKind kind) {
        return at(kind, settings -> settings.marginMode(local.account().id(), symbol(kind)));
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void whatIsWantedIsSetOnceAndAnotherSessionChangesNothing(VenueKind kind) throws Exception {
        Map<String, String> settings = settings(
                kind, "leverage", symbol(kind) + "=7", "position_mode", "hedging", "derivatives_mode", "isolated");

        assertThat(opened(kind, settings)).isEqualTo("ready HEDGING");

        assertThat(leverage(kind, PositionSide.LONG)).isEqualByComparingTo("7");
        assertThat(leverage(kind, PositionSide.SHORT)).isEqualByComparingTo("7");
        assertThat(mode(kind)).isEqualTo(PositionMode.HEDGE);
        if (kind == VenueKind.BINANCE_USDM) {
            assertThat(margin(kind)).isEqualTo(MarginMode.ISOLATED);
        }
        assertThat(changes).hasSize(3).contains(leveragePath(kind));
        changes.clear();
        assertThat(opened(kind, settings)).isEqualTo("ready HEDGING");
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void withoutASettingNothingIsChanged(VenueKind kind) throws Exception {
        BigDecimal before = leverage(kind);
        assertThat(opened(kind, settings(kind))).isEqualTo("ready NETTING");
        assertThat(changes).isEmpty();
        assertThat(leverage(kind)).isEqualByComparingTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void anOpenOrderKeepsTheModeAndTheSessionDoesNotBegin(VenueKind kind) throws Exception {
        order(kind, OrderRequest.limit(symbol(kind), Side.BUY, new BigDecimal("59000"), quantity(kind)));
        assertThat(opened(kind, settings(kind, "position_mode", "hedging")))
                .startsWith("the position mode is netting at " + kind.id() + ", which refuses to make it hedging: ")
                .contains(kind == VenueKind.OKX ? "59000" : "-4067")
                .endsWith("cancel the orders and close the positions, or leave position_mode out");
        assertThat(mode(kind)).isEqualTo(PositionMode.ONE_WAY);
        assertThat(opened(kind, settings(kind, "position_mode", "netting")))
                .as("as it is wanted, nothing has to be changed")
                .isEqualTo("ready NETTING");
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM"})
    void aPositionKeepsItsMarginModeAndTheSessionDoesNotBegin(VenueKind kind) throws Exception {
        order(kind, OrderRequest.market(symbol(kind), Side.BUY, quantity(kind)));
        assertThat(opened(kind, settings(kind, "derivatives_mode", symbol(kind) + "=isolated")))
                .startsWith(
                        "the margin mode of BTCUSDT is cross at binance-usdm, which refuses to make it isolated: -4048")
                .contains("close the position");
    }

    private static BigDecimal quantity(VenueKind kind) {
        return kind == VenueKind.OKX ? BigDecimal.ONE : new BigDecimal("0.01");
    }

    private void order(VenueKind kind, OrderRequest request) {
        local.venue(kind)
                .tell(exchange ->
                        exchange.trading().submit(local.account().id(), request).get());
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void leverageAboveTheMarketsIsRefused(VenueKind kind) throws Exception {
        BigDecimal before = leverage(kind);
        assertThat(opened(kind, settings(kind, "leverage", symbol(kind) + "=125")))
                .startsWith("the leverage of " + symbol(kind) + " is " + before.toPlainString() + " at " + kind.id()
                        + ", which refuses to make it 125: ")
                .contains(kind == VenueKind.OKX ? "59102" : "-4028")
                .endsWith("leave " + symbol(kind) + " out of leverage");
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void anAnswerThatIsLostAfterItsEffectIsSettledByReading(VenueKind kind) throws Exception {
        fault(kind, RequestFault.statusAfterEffect(502));
        assertThat(opened(kind, settings(kind, "leverage", symbol(kind) + "=7")))
                .isEqualTo("ready NETTING");
        assertThat(leverage(kind)).isEqualByComparingTo("7");
        assertThat(changes).containsExactly(leveragePath(kind));
    }

    @ParameterizedTest
    @EnumSource(
            value = VenueKind.class,
            names = {"BINANCE_USDM", "OKX"})
    void aRequestThatIsLostIsSentAgainAfterReading(VenueKind kind) throws Exception {
        fault(kind, RequestFault.status(502));
        assertThat(opened(kind, settings(kind, "leverage", symbol(kind) + "=7")))
                .isEqualTo("ready NETTING");
        assertThat(leverage(kind)).isEqualByComparingTo("7");
        assertThat(changes).containsExactly(leveragePath(kind), leveragePath(kind));
    }

    private void fault(VenueKind kind, RequestFault fault) {
        local.venue(kind).faults(faults -> faults.next("POST", leveragePath(kind), fault));
    }
}
