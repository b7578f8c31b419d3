package io.ttquant.examples.live;

import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.core.config.MetricsSettings;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.metrics.MachineMetrics;
import io.ttquant.core.provider.Providers;
import io.ttquant.exchanges.run.RunMetrics;
import io.ttquant.exchanges.run.RunRefusedException;
import io.ttquant.exchanges.run.VenuePlan;
import io.ttquant.exchanges.run.VenueRun;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The metrics of all runs of a process, if its configuration or command line asks for them. */
final class RunFigures implements AutoCloseable {
    private final MetricsSettings settings;
    private final @Nullable MetricsProvider provider;
    private final MetricsProvider.@Nullable Binding machine;
    private final List<RunMetrics> runs = new ArrayList<>();

    private RunFigures(
            MetricsSettings settings, @Nullable MetricsProvider provider, MetricsProvider.@Nullable Binding machine) {
        this.settings = settings;
        this.provider = provider;
        this.machine = machine;
    }

    /**
     * Begins to show the figures of the machine, so that what is wrong with an endpoint is known before anything else begins.
     *
     * @throws RunRefusedException if there is no such provider, or it does not take the settings
     */
    static RunFigures open(MetricsSettings settings, Providers<MetricsProvider> providers) {
        if (settings.provider().isEmpty()) {
            return new RunFigures(settings, null, null);
        }
        try {
            MetricsProvider provider = providers.get(settings.provider().get());
            return new RunFigures(settings, provider, provider.bind(MachineMetrics.metrics(), settings.binding()));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new RunRefusedException("[metrics]: " + e.getMessage());
        }
    }

    /** Gives a run that has not begun its metrics; that it does not run is shown from now on, and after its end until {@link #close}. */
    void give(VenueRun run, RunConfiguration configuration, VenuePlan plan, VenueThread thread) {
        MetricsProvider its = provider;
        if (its != null) {
            RunMetrics metrics = RunMetrics.of(
                    plan,
                    configuration.tradingMode(),
                    settings.options(),
                    thread.engineThread(),
                    thread.loop(),
                    all -> its.bind(all, settings.binding()));
            runs.add(metrics);
            run.metrics(metrics);
        }
    }

    @Override
    public void close() {
        runs.forEach(RunMetrics::close);
        if (machine != null) {
            machine.close();
        }
    }
}
