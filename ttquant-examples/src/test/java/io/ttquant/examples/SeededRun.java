package io.ttquant.examples;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import io.ttquant.examples.emacross.EmaCross;
import io.ttquant.examples.grid.Grid;
import io.ttquant.examples.momentum.Momentum;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Grid, EMA cross and momentum together on made-up markets, with latency, slippage, fees and touches that fill by chance. */
final class SeededRun {
    private SeededRun() {}

    /** Prints the fingerprint, for a process of its own. */
    public static void main(String[] args) {
        System.out.println(run(1).fingerprint());
    }

    static BacktestResult run(long seed) {
        return run(seed, markets());
    }

    static List<EventSource> markets() {
        return bars().stream().map(BarColumns::source).toList();
    }

    /** Two days of three coins; bitcoin in steps of 20, so that bars often touch the grid's levels without passing them. */
    static List<BarColumns> bars() {
        return List.of(
                inSteps(SampleMarket.bitcoin(), "20").withDays(2).bars(),
                SampleMarket.ether().withDays(2).bars(),
                SampleMarket.solana().withDays(2).bars());
    }

    private static SampleMarket inSteps(SampleMarket market, String tick) {
        return new SampleMarket(
                market.instrument().toBuilder().tick(tick).build(),
                market.seed(),
                market.marketSeed(),
                market.startNanos(),
                market.days(),
                market.startPrice(),
                market.dailyVolatility(),
                market.tradeQuantity());
    }

    static BacktestResult run(long seed, List<EventSource> markets) {
        return Backtest.of(markets)
                .cash("10000 USDT")
                .seed(seed)
                .simulation(SimulationConfig.DEFAULT
                        .withFees(RateFees.of("0.0002", "0.0005"))
                        .withSlippage(SlippageModel.basisPoints("2"))
                        .withLatency(LatencyModel.constant(Duration.ofMillis(30), Duration.ofMillis(20)))
                        .withFills(new FillPolicy(0.3)))
                .feedLatency(Duration.ofMillis(5))
                .strategy("grid", grid(markets.get(0).instrument()))
                .strategy("cross", cross(markets.get(1).instrument()))
                .strategy("momentum", momentum(markets.get(2).instrument()))
                .run();
    }

    static Strategy grid(Instrument instrument) {
        return new Grid(new Grid.Params(
                instrument.id(), BarSpec.minutes(1), 10, 1.0, new BigDecimal("100"), new BigDecimal("2000"), 3, 6));
    }

    static Strategy cross(Instrument instrument) {
        return new EmaCross(new EmaCross.Params(
                instrument.id(), BarSpec.minutes(1), 10, 30, new BigDecimal("200"), new BigDecimal("2000"), 2, 4));
    }

    static Strategy momentum(Instrument instrument) {
        return new Momentum(new Momentum.Params(
                instrument.id(),
                BarSpec.minutes(1),
                20,
                0.5,
                1.1,
                new BigDecimal("150"),
                new BigDecimal("1500"),
                2,
                4));
    }
}
