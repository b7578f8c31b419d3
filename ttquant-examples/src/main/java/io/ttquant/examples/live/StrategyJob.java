package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.MetricsSettings;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.provider.Providers;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.run.LiveSafety;
import io.ttquant.exchanges.run.OperatorDesk;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenueParts;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Strategies on paper or live, as command line and configuration ask for it: an engine and a thread for each venue. */
public final class StrategyJob {
    private static final Set<String> VALUES =
            Set.of("--config", "--mode", "--venue", "--env", "--state", "--for", "--metrics");
    private static final Set<String> FLAGS = Set.of("--confirm-live", "--help");
    private static final String HELP = """
            Runs the strategies of a configuration file against live markets. Ctrl-C ends it in order: orders are cancelled first.

              --config FILE     the strategies and how to run them; default: the bundled strategies.toml
              --mode MODE       paper or live; default: trading_mode of the file if it is one of these, else paper
              --venue ID        of strategies that name none, in the place of [global] exchange: binance, binance-usdm or okx
              --confirm-live    says that a live run may trade real money; it needs limits in [risk] too
              --env FILE        keys for a live run, beside those of the environment; default: .env if it is there
              --state DIRECTORY where kill switch, losses of the day and halts are kept over restarts, requests of
                                operators come in, and the store is; default: ttquant-state
              --metrics PORT    serves metrics for Prometheus to this computer at this port, such as 9464; more by [metrics]
              --for TIME        ends after so long, such as 90s, 15m, 8h or 7d
              --help            this page

            On paper no key is used, and no order can reach an exchange.
            """;

    private final StrategyCatalogue catalogue;
    private final ConfigText bundled;
    private final Providers<ExchangeProvider> providers;
    private Providers<MetricsProvider> metricsProviders = Providers.metrics();
    private @Nullable CredentialSource keys;
    private Consumer<VenueRun> observer = run -> {};

    /**
     * A job.
     *
     * @param catalogue the strategies that a configuration can name
     * @param bundled the configuration to use where the command line names none
     * @param providers the exchanges
     */
    public StrategyJob(StrategyCatalogue catalogue, ConfigText bundled, Providers<ExchangeProvider> providers) {
        this.catalogue = catalogue;
        this.bundled = bundled;
        this.providers = providers;
    }

    /** The same with keys from here, not from the environment and {@code .env}. */
    StrategyJob withKeys(CredentialSource source) {
        keys = source;
        return this;
    }

    /** The same with these ways of showing metrics, not those that are found. */
    public StrategyJob withMetrics(Providers<MetricsProvider> others) {
        metricsProviders = others;
        return this;
    }

    /** Tells an observer each run before it begins; a run belongs to its thread until the job is over. */
    StrategyJob observedBy(Consumer<VenueRun> other) {
        observer = other;
        return this;
    }

    /**
     * Runs until it is told to end.
     *
     * @param out takes the log
     * @param onInterrupt takes what is to run when the process is told to end; it returns once all has ended
     * @return the status: 0 if all ended in order
     * @throws RunRefusedException if it is not begun
     * @throws io.ttquant.core.config.ConfigurationException if the configuration cannot be used
     */
    public int run(PrintStream out, OnInterrupt onInterrupt, String... args) {
        Options options = Options.parse(VALUES, FLAGS, args);
        if (options.has("--help")) {
            out.print(HELP);
            return 0;
        }
        RunConfiguration configuration = configuration(options);
        configuration.warnings().forEach(warning -> out.println("warning: " + warning));
        LiveSafety.require(configuration, options.has("--confirm-live"));
        options.duration("--for");
        StateFolder.prepare(
                stateFolder(options),
                configuration.tradingMode(),
                VenuePlan.of(configuration).stream().map(VenuePlan::venue).toList());
        try (Stores stores = Stores.open(configuration, stateFolder(options));
                RunFigures figures = RunFigures.open(metrics(configuration, options), metricsProviders)) {
            onInterrupt.closing(stores.closing());
            return run(configuration, options, stores, figures, ConsoleLines.on(out), onInterrupt);
        }
    }

    private int run(
            RunConfiguration configuration,
            Options options,
            Stores stores,
            RunFigures figures,
            ConsoleLines lines,
            OnInterrupt onInterrupt) {
        Optional<Duration> length = options.duration("--for");
        Map<VenueThread, Consumer<String>> stops = new LinkedHashMap<>();
        List<Runnable> starts = new ArrayList<>();
        for (VenuePlan plan : VenuePlan.of(configuration)) {
            VenueThread thread = new VenueThread(plan.venue(), lines);
            VenueParts parts = parts(configuration, plan, options, thread);
            VenueRun run = VenueRun.of(configuration, plan, parts, options.has("--confirm-live"));
            OperatorDesk desk = StateFiles.of(stateFolder(options), plan.venue(), configuration.tradingMode())
                    .desk(plan, parts, thread);
            observer.accept(run);
            Journals.give(run, configuration);
            stores.give(run);
            figures.give(run, configuration, plan, thread);
            stops.put(thread, run::stop);
            thread.onFailure(run::fail);
            starts.add(() -> thread.start(() -> {
                length.ifPresent(time -> thread.later(time, () -> run.stop("the time of --for is over")));
                desk.begin(run::engine);
                run.start();
            }));
        }
        // All are made before one is begun, so that a mistake about the last does not leave the first running.
        starts.forEach(Runnable::run);
        return new VenueThreads(stops).await(onInterrupt);
    }

    private static MetricsSettings metrics(RunConfiguration configuration, Options options) {
        return options.value("--metrics")
                .map(text -> configuration.metrics().withProvider("prometheus").withPort(port(text)))
                .orElse(configuration.metrics());
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RunRefusedException("--metrics '" + text + "' is no port; write for example 9464");
        }
    }

    private RunConfiguration configuration(Options options) {
        ConfigText text = options.value("--config")
                .map(file -> ConfigText.read(Path.of(file)))
                .orElse(bundled);
        RunConfiguration read = options.value("--venue")
                .map(venue -> RunConfiguration.read(text, catalogue, venue))
                .orElseGet(() -> RunConfiguration.read(text, catalogue));
        String mode = options.value("--mode").orElse("");
        return switch (mode) {
            case "paper" -> read.withTradingMode(TradingMode.PAPER);
            case "live" -> read.withTradingMode(TradingMode.LIVE);
            case "" -> read.tradingMode() == TradingMode.BACKTEST ? read.withTradingMode(TradingMode.PAPER) : read;
            default -> throw new RunRefusedException("--mode '" + mode + "' is neither paper nor live");
        };
    }

    private static Path stateFolder(Options options) {
        return Path.of(options.value("--state").orElse("ttquant-state"));
    }

    private CredentialSource source(Options options) {
        return keys != null
                ? keys
                : Keys.source(options.value("--env").map(Path::of).orElse(null));
    }

    private VenueParts parts(RunConfiguration configuration, VenuePlan plan, Options options, VenueThread thread) {
        boolean isLive = configuration.tradingMode() == TradingMode.LIVE;
        StateFiles files = StateFiles.of(stateFolder(options), plan.venue(), configuration.tradingMode());
        Map<String, String> settings =
                Keys.throughProxy(plan.exchange().settings(), plan.venue(), () -> source(options));
        if (isLive) {
            settings = Keys.with(settings, plan.venue(), source(options));
        }
        return new VenueParts(
                Venues.find(providers, plan.venue()),
                new ExchangeConfig(settings),
                thread.engineThread(),
                thread::drive,
                files.killSwitch(),
                isLive ? files.riskMemory(plan.place(settings.getOrDefault("environment", "live"))) : RiskMemory.NONE,
                thread.lines(),
                thread::end);
    }
}
