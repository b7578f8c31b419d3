package io.ttquant.examples;

import io.ttquant.backtest.EmptyRunException;
import io.ttquant.backtest.NotKeptException;
import io.ttquant.backtest.data.DataException;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.ConfigurationException;
import io.ttquant.core.engine.StrategyException;
import io.ttquant.examples.job.Arguments;
import io.ttquant.examples.job.BacktestJob;
import io.ttquant.examples.job.DataJob;
import io.ttquant.examples.job.UsageException;
import io.ttquant.examples.store.StoreJob;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The main job: backtests the strategies of a configuration file and says where the report is. With {@code describe} or {@code verify} as the first
 * argument it looks at files of market data instead, or, with {@code --store}, at a store; {@code import}, {@code export} and {@code compact} are about stores too.
 */
public final class Main {
    private static final String BUNDLED = "strategies.toml";
    private static final List<Class<? extends RuntimeException>> OURS = List.of(
            UsageException.class,
            ConfigurationException.class,
            DataException.class,
            EmptyRunException.class,
            NotKeptException.class,
            StrategyException.class,
            UncheckedIOException.class);

    private Main() {}

    /** Runs it; {@code --help} lists the arguments. Ends the JVM with status 1 if it cannot be done. */
    public static void main(String... args) {
        int status = run(System.out, System.err, args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static ConfigText bundled() {
        return ConfigText.read(BUNDLED, Objects.requireNonNull(Main.class.getResourceAsStream(BUNDLED)));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        try {
            if (StoreJob.isMeant(args)) {
                return StoreJob.parse(args).run(out);
            }
            if (DataJob.isMeant(args)) {
                return DataJob.parse(args).run(out);
            }
            new BacktestJob(Arguments.parse(args), ExampleStrategies.catalogue(), bundled()).run(out);
            return 0;
        } catch (RuntimeException e) {
            if (OURS.stream().noneMatch(type -> type.isInstance(e))) {
                throw e;
            }
            err.println(e.getMessage());
            if (e instanceof StrategyException && e.getCause() != null) {
                e.getCause().printStackTrace(err);
            }
            return 1;
        }
    }
}
