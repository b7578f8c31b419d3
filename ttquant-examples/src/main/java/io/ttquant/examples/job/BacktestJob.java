package io.ttquant.examples.job;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Money;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.LatencyFile;
import io.ttquant.backtest.report.ProgressPrinter;
import io.ttquant.core.config.BacktestSettings;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.Finding;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.matching.SimulationConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A backtest as command line and configuration ask for it, from the files to the report. */
public final class BacktestJob {
    private static final String DECISIONS = "decisions.log";

    private final Arguments arguments;
    private final StrategyCatalogue catalogue;
    private final ConfigText bundled;

    /**
     * A job.
     *
     * @param catalogue the strategies that a configuration can name
     * @param bundled the configuration to use where the arguments name none
     */
    public BacktestJob(Arguments arguments, StrategyCatalogue catalogue, ConfigText bundled) {
        this.arguments = arguments;
        this.catalogue = catalogue;
        this.bundled = bundled;
    }

    /**
     * Runs it.
     *
     * @param out what a person reads: warnings, the summary, where the report is
     * @throws UsageException if the arguments, the configuration and the data do not go together
     * @throws io.ttquant.core.config.ConfigurationException if the configuration cannot be used
     * @throws io.ttquant.backtest.data.DataException if the data cannot be used
     * @throws io.ttquant.backtest.EmptyRunException if the data holds nothing between start and end
     * @throws io.ttquant.core.engine.StrategyException if a strategy throws
     * @throws io.ttquant.backtest.NotKeptException if the run is to be kept and cannot be
     */
    public void run(PrintStream out) {
        if (arguments.isHelp()) {
            out.print(Arguments.HELP);
            return;
        }
        requireWritable(arguments.out());
        RunConfiguration configuration = configuration();
        configuration.warnings().forEach(warning -> out.println("warning: " + warning));
        RunData data = data(configuration, out);
        List<ConfiguredStrategy> strategies = strategies(configuration, data);
        List<Money> cash = cash(configuration, data, strategies);
        List<String> moves = isBundled() ? Assignment.moves(configuration, strategies, cash) : List.of();
        moves.forEach(move -> out.println("note: " + move));
        BacktestResult result = kept(configuration, backtest(configuration, data, strategies, cash), out);
        Path page = report(configuration, data, result, moves, out);
        out.println();
        out.println("Report: " + page.toAbsolutePath().normalize().toUri());
        if (arguments.isExplained()) {
            out.println("Decisions: "
                    + arguments
                            .out()
                            .resolve(DECISIONS)
                            .toAbsolutePath()
                            .normalize()
                            .toUri());
        }
    }

    private BacktestResult kept(RunConfiguration configuration, Backtest backtest, PrintStream out) {
        String name = arguments.keep();
        if (name == null) {
            return run(backtest);
        }
        Path other = arguments.keepIn();
        RunConfiguration its = other == null ? configuration : RunConfiguration.read(ConfigText.read(other), catalogue);
        try (RunKeeping keeping = RunKeeping.open(its)) {
            keeping.keep(backtest, name);
            BacktestResult result = run(backtest);
            out.println("Kept: " + name + " in " + keeping.place());
            return result;
        }
    }

    private BacktestResult run(Backtest backtest) {
        if (!arguments.isExplained()) {
            return backtest.run();
        }
        Path file = arguments.out().resolve(DECISIONS);
        try (Writer decisions = Files.newBufferedWriter(file)) {
            return backtest.decisions(decisions).run();
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + e + "; leave --decisions out, or make room");
        }
    }

    /** Before a long run, not after it. */
    private static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException(
                    "--out " + folder + " cannot be made: " + e + "; name a directory that you may write to");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException(
                    "--out " + folder + " cannot be written to; name a directory that you may write to");
        }
    }

    private RunConfiguration configuration() {
        Path file = arguments.config();
        RunConfiguration configuration =
                RunConfiguration.read(file == null ? bundled : ConfigText.read(file), catalogue);
        if (configuration.tradingMode() != TradingMode.BACKTEST) {
            throw new UsageException(
                    configuration.source() + " asks for trading_mode "
                            + configuration.tradingMode().name().toLowerCase(java.util.Locale.ROOT)
                            + ", and this job backtests; run io.ttquant.examples.StrategyEngine for that, or set trading_mode = \"backtest\"");
        }
        return configuration;
    }

    private RunData data(RunConfiguration configuration, PrintStream out) {
        List<String> places =
                arguments.data().isEmpty() ? configuration.backtest().data() : arguments.data();
        if (places.isEmpty()) {
            RunData sample = RunData.sample();
            out.println("No --data given: running on a generated sample of " + names(sample.instruments())
                    + ". It is made up; results on it say nothing about real markets.");
            return sample.withFunding(configuration.backtest().funding());
        }
        RunData data = RunData.load(places, configuration.instruments())
                .withFunding(configuration.backtest().funding());
        data.files().ifPresent(files -> files.quality().forEach(out::println));
        return data;
    }

    private static String names(List<Instrument> instruments) {
        return instruments.stream().map(Instrument::toString).collect(Collectors.joining(", "));
    }

    private boolean isBundled() {
        return arguments.config() == null;
    }

    private List<ConfiguredStrategy> strategies(RunConfiguration configuration, RunData data) {
        return isBundled()
                ? Assignment.onAnyData(configuration, data.instruments())
                : Assignment.asConfigured(configuration, data.instruments());
    }

    private List<Money> cash(RunConfiguration configuration, RunData data, List<ConfiguredStrategy> strategies) {
        return isBundled()
                ? Cash.onAnyData(configuration, data.instruments())
                : Cash.asConfigured(configuration, strategies, data.instruments());
    }

    private Backtest backtest(
            RunConfiguration configuration, RunData data, List<ConfiguredStrategy> strategies, List<Money> cash) {
        BacktestSettings settings = configuration.backtest();
        Backtest backtest = Backtest.of(data.sources())
                .simulation(simulation(configuration))
                .risk(configuration.limits())
                .funds(configuration.funds())
                .account(configuration.account().config())
                .positions(configuration.account().positionMode())
                .feedLatency(settings.feed())
                .dayZone(settings.days())
                .seed(settings.seed())
                .progress(ProgressPrinter.onConsole("Backtest", System::nanoTime));
        if (arguments.from() != null) {
            backtest.from(arguments.from());
        }
        if (arguments.to() != null) {
            backtest.to(arguments.to());
        }
        cash.forEach(backtest::cash);
        configuration.account().fixedRates().forEach((pair, rate) -> fix(backtest, pair, rate));
        strategies.forEach(s -> backtest.strategy(s.id(), s.create(), s.described()));
        return backtest;
    }

    private static void fix(Backtest backtest, String pair, BigDecimal rate) {
        int slash = pair.indexOf('/');
        backtest.fixedRate(pair.substring(0, slash), pair.substring(slash + 1), rate.toPlainString());
    }

    private static SimulationConfig simulation(RunConfiguration configuration) {
        BacktestSettings settings = configuration.backtest();
        return settings.latencyFile()
                .map(file -> settings.withRecorded(configuration.simulation(), LatencyFile.read(Path.of(file))))
                .orElse(configuration.simulation());
    }

    private Path report(
            RunConfiguration configuration, RunData data, BacktestResult result, List<String> moves, PrintStream out) {
        var report = result.report();
        data.files().ifPresent(report::dataQuality);
        configuration.warnings().stream().map(Finding::toString).forEach(report::warning);
        moves.forEach(report::warning);
        data.warning().ifPresent(report::warning);
        out.println();
        out.print(report.summary());
        return report.write(arguments.out());
    }
}
