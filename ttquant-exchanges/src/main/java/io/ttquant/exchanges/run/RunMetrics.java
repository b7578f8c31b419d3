package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.metrics.EngineMetrics;
import io.ttquant.core.metrics.MetricsOptions;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a run: measures its engine, looks at it once a second, and shows the figures from its start until it ends. Whether it runs is shown all the time
 * from {@link #of} to {@link #close}: of an engine that cannot begin, or has ended while others of the process go on, there would be nothing to see else. What
 * is not public is on the engine's thread.
 */
public final class RunMetrics implements AutoCloseable {
    private final EngineMetrics metrics;
    private final EngineThread thread;
    private final Function<Collection<Metric>, MetricsProvider.Binding> export;
    private final Set<String> shown;
    private final MetricsProvider.Binding running;
    private MetricsProvider.@Nullable Binding binding;
    private EngineThread.@Nullable Timeout next;

    private RunMetrics(
            EngineMetrics metrics, EngineThread thread, Function<Collection<Metric>, MetricsProvider.Binding> export) {
        this.metrics = metrics;
        this.thread = thread;
        this.export = export;
        Collection<Metric> first = metrics.running();
        this.shown = first.stream().map(Metric::name).collect(Collectors.toSet());
        this.running = export.apply(first);
    }

    /**
     * Those of a run that has not begun, which is shown as such from now on.
     *
     * @param plan what runs; its venue is the name of the engine
     * @param mode in which mode, as {@code live}
     * @param thread the engine's thread, whose time may be asked from any thread
     * @param loop that of the thread; null where tasks are not measured
     * @param export shows figures: now that the engine does not run, the rest once it is built
     * @throws RuntimeException what {@code export} throws
     */
    public static RunMetrics of(
            VenuePlan plan,
            TradingMode mode,
            MetricsOptions options,
            EngineThread thread,
            @Nullable LiveLoop loop,
            Function<Collection<Metric>, MetricsProvider.Binding> export) {
        EngineMetrics metrics = EngineMetrics.of(plan.venue(), mode.name().toLowerCase(Locale.ROOT), options, thread);
        if (loop != null) {
            metrics.loop(loop);
        }
        return new RunMetrics(metrics, thread, export);
    }

    /** Shows the store of the run too; before {@link #begin}. */
    void store(String id, StorageMeter meter) {
        metrics.store(id, meter);
    }

    void into(EngineBuilder builder) {
        metrics.into(builder);
    }

    MarketDataSink market(MarketDataSink to) {
        return metrics.market(to);
    }

    void wanted(InstrumentId instrument, Capability kind) {
        metrics.wanted(instrument, kind);
    }

    void marketData(InstrumentId instrument, Capability kind, boolean comes) {
        metrics.marketData(instrument, kind, comes);
    }

    void trading(boolean isTrading) {
        metrics.trading(isTrading);
    }

    /** The engine is started. */
    void begin(Engine engine, ExchangeSession session) {
        metrics.of(engine).session(session::figures).started();
        binding = export.apply(metrics.metrics().stream()
                .filter(each -> !shown.contains(each.name()))
                .toList());
        lookAgain();
    }

    private void lookAgain() {
        next = thread.schedule(EngineMetrics.PERIOD, () -> {
            metrics.sample();
            lookAgain();
        });
    }

    /** The run is over; that it does not run goes on being shown. */
    void over() {
        metrics.over();
        if (next != null) {
            next.cancel();
        }
        if (binding != null) {
            binding.close();
        }
    }

    /** Shows nothing any more; for when the process ends, after the run. From any thread. */
    @Override
    public void close() {
        running.close();
    }
}
