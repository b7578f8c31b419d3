package io.ttquant.backtest.junit;

import io.ttquant.api.strategy.Strategy;
import io.ttquant.backtest.Backtest;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs strategies over market data in tests. Immutable: each setting returns another runner, but runs of all of them are told to the same listener.
 *
 * <pre>{@code
 * TestRun run = BacktestRunner.DEFAULT.cash("1000 USDT").run(new EmaCross(params), market.data());
 * }</pre>
 */
public final class BacktestRunner {
    /** 100,000 of the settlement currency, no fees, no latency, no risk limits. */
    public static final BacktestRunner DEFAULT =
            new BacktestRunner(backtest -> {}, SimulationConfig.DEFAULT, List.of(), run -> {}, Optional::empty);

    private final Consumer<Backtest> settings;
    private final SimulationConfig simulation;
    private final List<Fault> faults;
    private final Consumer<List<String>> listener;
    private final Supplier<Optional<SimulatedClock>> clock;

    private BacktestRunner(
            Consumer<Backtest> settings,
            SimulationConfig simulation,
            List<Fault> faults,
            Consumer<List<String>> listener,
            Supplier<Optional<SimulatedClock>> clock) {
        this.settings = settings;
        this.simulation = simulation;
        this.faults = List.copyOf(faults);
        this.listener = listener;
        this.clock = clock;
    }

    /** With a start balance, such as {@code "1000 USDT"}; the first is the currency of equity. */
    public BacktestRunner cash(String money) {
        return configure(backtest -> backtest.cash(money));
    }

    /** With limits on orders, positions and losses. */
    public BacktestRunner risk(RiskPolicy policy) {
        return configure(backtest -> backtest.risk(policy));
    }

    /** With fees as parts of the value: {@code fees("0.001", "0.002")}. */
    public BacktestRunner fees(String maker, String taker) {
        return simulation(simulation.withFees(RateFees.of(maker, taker)));
    }

    /** With other assumptions of execution, fees among them. */
    public BacktestRunner simulation(SimulationConfig config) {
        return new BacktestRunner(settings, config, faults, listener, clock);
    }

    /** With anything else that a backtest can be told. */
    public BacktestRunner configure(Consumer<Backtest> more) {
        return new BacktestRunner(settings.andThen(more), simulation, faults, listener, clock);
    }

    /** With these faults besides those that it has. */
    public BacktestRunner with(Fault... more) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(List.of(more));
        return new BacktestRunner(settings, simulation, all, listener, clock);
    }

    /** With a clock of the test that shows the engine's time in runs, and does what it was told in the middle of them. */
    public BacktestRunner clock(SimulatedClock shown) {
        return clock(() -> Optional.of(shown));
    }

    BacktestRunner clock(Supplier<Optional<SimulatedClock>> shown) {
        return new BacktestRunner(settings, simulation, faults, listener, shown);
    }

    BacktestRunner told(Consumer<List<String>> other) {
        return new BacktestRunner(settings, simulation, faults, other, clock);
    }

    /** Runs a strategy over a market written by hand. */
    public TestRun run(Strategy strategy, WrittenMarket market) {
        return run(strategy, market.data());
    }

    /**
     * Runs a strategy, under the name {@link TestRun#STRATEGY}.
     *
     * @throws io.ttquant.core.engine.StrategyException if a callback of it throws
     */
    public TestRun run(Strategy strategy, MarketData data) {
        MarketData faulty = data;
        SimulationConfig config = simulation;
        // Commands are rejected on whatever road they take, so that comes last.
        for (boolean isReject : new boolean[] {false, true}) {
            for (Fault fault : faults) {
                if (fault instanceof Fault.RejectedCommand == isReject) {
                    faulty = fault.in(faulty);
                    config = fault.in(config);
                }
            }
        }
        Backtest backtest = Backtest.of(faulty.sources());
        settings.accept(backtest);
        StringBuilder log = new StringBuilder();
        backtest.simulation(config).decisions(log).strategy(TestRun.STRATEGY, strategy);
        Optional<SimulatedClock> shown = clock.get();
        shown.ifPresent(its -> backtest.strategy(ClockFollower.NAME, new ClockFollower(its)));
        TestRun run;
        try {
            run = new TestRun(backtest.run(), lines(log));
        } finally {
            shown.ifPresent(SimulatedClock::release);
            listener.accept(lines(log));
        }
        shown.ifPresent(SimulatedClock::requireDone);
        return run;
    }

    /** What was decided, without what the clock of the test has to say. */
    private static List<String> lines(CharSequence log) {
        return log.toString()
                .lines()
                .filter(line -> !line.contains("  " + ClockFollower.NAME + "  "))
                .toList();
    }
}
