package io.ttquant.examples.bench;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.BookColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.examples.emacross.EmaCross;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The whole runs that are measured, by name. Data is made when a scenario is, so that a run holds none of it. */
final class Scenarios {
    static final int TRADES = 4_000_000;
    static final int UPDATES = 2_000_000;
    static final int BARS = 1_000_000;
    private static final long SEED = 42;

    private final Map<String, Supplier<Scenario>> all = new LinkedHashMap<>();

    Scenarios() {
        all.put("raw-trades", Scenarios::rawTrades);
        all.put("trades-listening", () -> trades(Listeners.Adder::new));
        all.put("trades-20-resting", () -> trades(i -> new Quoter(i, 10, 2_000, 1_000)));
        all.put("trades-1000-resting", () -> trades(i -> new Quoter(i, 500, 2_000, 1_000)));
        all.put("trades-20-resting-shared", () -> shared(trades(i -> new Quoter(i, 10, 2_000, 1_000))));
        all.put("trades-5-strategies", Scenarios::fiveStrategies);
        all.put("trades-100-instruments", Scenarios::hundredInstruments);
        all.put("raw-book", Scenarios::rawBook);
        all.put("book-listening", () -> book(0));
        all.put("book-20-resting", () -> book(10));
        all.put("book-1000-resting", () -> book(500));
        all.put("orders", () -> orders(i -> RiskPolicy.NONE));
        all.put("orders-all-rules", () -> orders(AllRules::of));
        all.put("orders-of-all-kinds", Scenarios::allKinds);
        all.put("raw-cross", Scenarios::rawCross);
        all.put("bars-listening", () -> bars(Listeners.Adder::new));
        all.put("bars-minimal-cross", () -> bars(MinimalCross::new));
        all.put("bars-minimal-cross-shared", () -> shared(bars(MinimalCross::new)));
        all.put("bars-ema-cross", () -> bars(Scenarios::emaCross));
        all.put("bars-ema-cross-shared", () -> shared(bars(Scenarios::emaCross)));
    }

    List<String> names() {
        return List.copyOf(all.keySet());
    }

    Scenario create(String name) {
        Supplier<Scenario> known = all.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no scenario is named '" + name + "'; there are " + all.keySet());
        }
        return known.get();
    }

    private static Scenario rawTrades() {
        TradeColumns trades = BenchmarkMarket.trades(BenchmarkMarket.instrument("BTC"), TRADES, SEED);
        return () -> {
            double flow = RawLoops.flow(trades);
            return new Scenario.Outcome(trades.size(), () -> Double.toString(flow));
        };
    }

    private static Scenario rawBook() {
        BookColumns book = BookMarket.updates(BenchmarkMarket.perpetual("BTC"), UPDATES, SEED);
        return () -> {
            long sum = BookMarket.raw(book);
            return new Scenario.Outcome(book.size(), () -> Long.toString(sum));
        };
    }

    private static Scenario book(int restingPerSide) {
        BookColumns book = BookMarket.updates(BenchmarkMarket.perpetual("BTC"), UPDATES, SEED);
        return () -> outcome(
                book.size(),
                backtest(book)
                        .strategy("one", new BookQuoter(book.instrument(), restingPerSide, 10))
                        .run());
    }

    private static Scenario rawCross() {
        BarColumns bars = BenchmarkMarket.bars(BenchmarkMarket.instrument("BTC"), BARS, SEED);
        return () -> {
            double equity = RawLoops.cross(bars);
            return new Scenario.Outcome(bars.size(), () -> Double.toString(equity));
        };
    }

    private static Scenario trades(Function<Instrument, Strategy> strategy) {
        TradeColumns trades = BenchmarkMarket.trades(BenchmarkMarket.perpetual("BTC"), TRADES, SEED);
        return () -> outcome(
                trades.size(),
                backtest(trades)
                        .strategy("one", strategy.apply(trades.instrument()))
                        .run());
    }

    private static Scenario orders(Function<Instrument, RiskPolicy> risk) {
        TradeColumns trades = BenchmarkMarket.trades(BenchmarkMarket.instrument("BTC"), TRADES / 4, SEED);
        return () -> outcome(
                trades.size(),
                backtest(trades)
                        .risk(risk.apply(trades.instrument()))
                        .strategy("one", new Flipper(trades.instrument()))
                        .run());
    }

    private static Scenario allKinds() {
        TradeColumns trades = BenchmarkMarket.trades(BenchmarkMarket.instrument("BTC"), TRADES / 8, SEED);
        LatencyModel latency = LatencyModel.constant(Duration.ofMillis(5), Duration.ofMillis(3));
        return () -> {
            Backtest backtest = backtest(trades).funds(FundsPolicy.STRICT).cash("10 BTC");
            backtest.simulation(SimulationConfig.DEFAULT
                    .withFees(RateFees.of("0.0002", "0.0004").inBaseOnBuys())
                    .withFills(new FillPolicy(0.3))
                    .withLatency(latency));
            return outcome(
                    trades.size(),
                    backtest.strategy("all", new AllKinds(trades.instrument())).run());
        };
    }

    private static Scenario bars(Function<Instrument, Strategy> strategy) {
        BarColumns bars = BenchmarkMarket.bars(BenchmarkMarket.instrument("BTC"), BARS, SEED);
        return () -> outcome(
                bars.size(),
                backtest(bars.source())
                        .strategy("one", strategy.apply(bars.instrument()))
                        .run());
    }

    private static Scenario fiveStrategies() {
        TradeColumns trades = BenchmarkMarket.trades(BenchmarkMarket.perpetual("BTC"), TRADES, SEED);
        Instrument instrument = trades.instrument();
        return () -> outcome(
                trades.size(),
                backtest(trades)
                        .strategy("adder", new Listeners.Adder(instrument))
                        .strategy("keeper", new Listeners.Keeper(instrument))
                        .strategy("finder", new Listeners.Finder(instrument))
                        .strategy("near", new Quoter(instrument, 10, 2_000, 1_000))
                        .strategy("far", new Quoter(instrument, 10, 5_000, 1_000))
                        .run());
    }

    private static Scenario hundredInstruments() {
        List<EventSource> sources = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sources.add(BenchmarkMarket.trades(BenchmarkMarket.perpetual("C" + i), TRADES / 100, SEED + i));
        }
        return () -> {
            Backtest backtest = backtest(sources.toArray(new EventSource[0]));
            for (EventSource source : sources) {
                backtest.strategy(source.instrument().id().symbol(), new Quoter(source.instrument(), 10, 2_000, 1_000));
            }
            return outcome(TRADES, backtest.run());
        };
    }

    private static Strategy emaCross(Instrument instrument) {
        return new EmaCross(new EmaCross.Params(
                instrument.id(), BarSpec.minutes(1), 10, 30, new BigDecimal("10000"), new BigDecimal("20000"), 0, 0));
    }

    private static Backtest backtest(EventSource... sources) {
        return Backtest.of(sources)
                .cash("1000000 USDT")
                .funds(FundsPolicy.BORROW)
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")));
    }

    private static Scenario.Outcome outcome(long events, BacktestResult result) {
        return new Scenario.Outcome(
                events,
                () -> result.orders().size() + " orders, " + result.fills().size() + " fills, equity "
                        + result.finalEquity() + ", " + result.fingerprint().substring(0, 16));
    }

    /** The same after strategies of three other classes have run, each often enough to be compiled. */
    private static Scenario shared(Scenario scenario) {
        TradeColumns trades = BenchmarkMarket.trades(BenchmarkMarket.perpetual("ETH"), BARS / 2, 7);
        BarColumns bars = BenchmarkMarket.bars(BenchmarkMarket.instrument("ETH"), BARS / 2, 7);
        List<Function<Instrument, Strategy>> others =
                List.of(Listeners.Adder::new, Listeners.Keeper::new, Listeners.Finder::new);
        for (int round = 0; round < 4; round++) {
            for (Function<Instrument, Strategy> other : others) {
                backtest(trades)
                        .strategy("other", other.apply(trades.instrument()))
                        .run();
                backtest(bars.source())
                        .strategy("other", other.apply(bars.instrument()))
                        .run();
            }
        }
        return scenario;
    }
}
