package io.ttquant.examples.parity;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.exchanges.binance.session.BinanceSpotProvider;
import io.ttquant.exchanges.binance.session.BinanceUsdmProvider;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.binance.BinanceFront;
import io.ttquant.exchanges.emulator.binance.BinanceLimits;
import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.FlowSettings;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
import io.ttquant.exchanges.emulator.exchange.OrderFlow;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.okx.OkxFront;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.SimulatedHost;
import io.ttquant.exchanges.emulator.server.SimulatedTurns;
import io.ttquant.exchanges.okx.session.OkxProvider;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkOpener;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A local exchange with other traders drawn from a seed, behind a network in the same thread. */
final class ParityVenue {
    static final String HOST = "127.0.0.1";
    private static final String KEY = "key";
    private static final String SECRET = "secret";
    private static final String PASSPHRASE = "passphrase";

    final VenueKind kind;
    final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    final Exchange exchange;
    private final SimulatedNetwork network;

    ParityVenue(VenueKind kind, long seed) {
        this(kind, seed, UnaryOperator.identity());
    }

    /** One whose other traders are changed. */
    ParityVenue(VenueKind kind, long seed, UnaryOperator<FlowSettings> change) {
        this.kind = kind;
        this.network = new SimulatedNetwork(time, seed);
        this.exchange = new Exchange(rules(kind), time::nanos);
        open(market("BTC", "0.01", "0.00001"), change.apply(moving(FlowSettings.calm(seed, "60000"), 2000)));
        open(market("ETH", "0.01", "0.0001"), change.apply(moving(FlowSettings.calm(seed + 1, "2500"), 150)));
        exchange.accounts().open(AccountSpec.of("a", ApiKey.trading(KEY, SECRET, PASSPHRASE)));
        exchange.accounts().deposit("a", "USDT", new BigDecimal("100000"));
        SimulatedTurns turns = new SimulatedTurns(time);
        SimulatedHost host = new SimulatedHost(front(turns), turns);
        network.serve(HOST, host).accept(HOST, host);
    }

    /** How long a message is under way, uniform between two durations. */
    ParityVenue latency(Duration least, Duration most) {
        network.link(HOST).latency(least, most);
        return this;
    }

    private static ExchangeRules rules(VenueKind kind) {
        return switch (kind) {
            case BINANCE -> ExchangeRules.binanceSpot();
            case BINANCE_USDM -> ExchangeRules.binanceUsdm();
            case OKX -> ExchangeRules.okx();
        };
    }

    private Front front(SimulatedTurns turns) {
        return switch (kind) {
            case BINANCE -> BinanceFront.spot(exchange, turns, BinanceLimits.spot());
            case BINANCE_USDM -> BinanceFront.usdm(exchange, turns, BinanceLimits.usdm());
            case OKX -> OkxFront.of(exchange, turns);
        };
    }

    /** The name of a market of a coin against USDT. */
    String symbol(String base) {
        return kind == VenueKind.OKX ? base + "-USDT" : base + "USDT";
    }

    private Market market(String base, String tick, String lot) {
        if (kind == VenueKind.BINANCE_USDM) {
            return Market.contract(
                            symbol(base),
                            MarketKind.LINEAR,
                            base,
                            "USDT",
                            ContractTerms.perpetual("1", "USDT"),
                            PriceRule.tick(tick),
                            QuantityRule.lot("0.001"))
                    .withNotionals(NotionalRule.least("5"))
                    .withFees(FeeRates.of("0.0002", "0.0005"));
        }
        return Market.spot(symbol(base), base, "USDT", PriceRule.tick(tick), QuantityRule.lot(lot))
                .withNotionals(NotionalRule.least("5"))
                .withFees(kind == VenueKind.OKX ? FeeRates.of("0.0008", "0.001") : FeeRates.of("0.001", "0.001"));
    }

    private static FlowSettings moving(FlowSettings calm, double volatility) {
        return new FlowSettings(
                calm.seed(),
                calm.start(),
                calm.halfSpread(),
                calm.levels(),
                calm.quotes(),
                calm.lots(),
                calm.quotesPerSecond(),
                calm.takersPerSecond(),
                volatility);
    }

    /** The same with a book that no order empties: wide, deep, and round the price soon after it moved. */
    static FlowSettings deep(FlowSettings flow) {
        return new FlowSettings(
                flow.seed(),
                flow.start(),
                50,
                4 * (int) flow.volatility(),
                flow.quotes(),
                100 * flow.lots(),
                40,
                flow.takersPerSecond(),
                flow.volatility());
    }

    private void open(Market market, FlowSettings flow) {
        exchange.operator().market(market);
        OrderFlow.start(exchange, market.symbol(), flow);
    }

    ExchangeProvider provider() {
        NetworkOpener opener = (proxy, thread) -> handedOver(thread);
        return switch (kind) {
            case BINANCE -> new BinanceSpotProvider(opener);
            case BINANCE_USDM -> new BinanceUsdmProvider(opener);
            case OKX -> OkxProvider.over(opener);
        };
    }

    private Network handedOver(EngineThread thread) {
        return new HandedOverNetwork(network, thread);
    }

    Map<String, String> settings() {
        String socket = "ws://" + HOST + ":8080" + (kind == VenueKind.OKX ? "/ws/v5" : "");
        return kind == VenueKind.OKX
                ? Map.of(
                        "environment",
                        "local",
                        "rest",
                        "http://" + HOST + ":8080",
                        "socket",
                        socket,
                        "key",
                        KEY,
                        "secret",
                        SECRET,
                        "passphrase",
                        PASSPHRASE)
                : Map.of(
                        "environment",
                        "local",
                        "rest",
                        "http://" + HOST + ":8080",
                        "socket",
                        socket,
                        "key",
                        KEY,
                        "secret",
                        SECRET);
    }
}
