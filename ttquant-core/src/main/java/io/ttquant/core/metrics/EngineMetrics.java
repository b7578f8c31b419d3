package io.ttquant.core.metrics;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.time.Clock;
import io.ttquant.core.counter.Durations;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.EngineFigures;
import io.ttquant.core.engine.EngineWatch;
import io.ttquant.core.live.LiveLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of one engine, under the names of the {@link Catalogue}. {@link #into} before it is built, {@link #market} around it where market data enter,
 * {@link #of(Engine)} once it is built, then {@link #metrics} for a provider, and {@link #sample} every {@link #PERIOD} on the engine's thread. All methods are
 * called on that thread, or before it begins; only what {@link #metrics} gives is read from others.
 */
public final class EngineMetrics {
    /** How often {@link #sample} is meant to be called. */
    public static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(EngineMetrics.class);

    private final String name;
    private final MetricsOptions options;
    private final Clock clock;
    private final FillMeasure fills = new FillMeasure();
    private final OrderMeasure orders;
    private final MarketMeasure market;
    private final PortfolioMeasure portfolio;
    private final RiskMeasure risk = new RiskMeasure();
    private final SessionMeasure session = new SessionMeasure();
    private final EngineMeasure measure;
    private final Map<String, StorageMeter> stores = new LinkedHashMap<>();
    private Supplier<SessionFigures> sessionFigures = () -> SessionFigures.NONE;
    private boolean hasSession;
    private @Nullable Engine engine;
    private @Nullable EngineFigures figures;
    private boolean hasFailed;

    private EngineMetrics(String name, String mode, MetricsOptions options, Clock clock) {
        this.name = name;
        this.options = options;
        this.clock = clock;
        this.market = new MarketMeasure(clock);
        this.portfolio = new PortfolioMeasure(options);
        this.measure = new EngineMeasure(clock, mode);
        this.orders = new OrderMeasure(fills, flow -> {
            if (engine != null) {
                portfolio.cash(flow, engine.ledger());
            }
        });
    }

    /**
     * Figures of an engine that is not built yet.
     *
     * @param name by which it is told from others in the process, such as its venue
     * @param mode {@code live}, {@code paper} or {@code backtest}
     * @param clock real time that never goes back, from any thread
     */
    public static EngineMetrics of(String name, String mode, MetricsOptions options, Clock clock) {
        return new EngineMetrics(name, mode, options, clock);
    }

    /** Counts what an engine does, from its start on. */
    public EngineBuilder into(EngineBuilder builder) {
        List<Durations> callbacks = new ArrayList<>();
        builder.strategyIds().forEach(id -> callbacks.add(orders.strategy(id).callbacks));
        return builder.tap(orders).watch(new Watch(callbacks.toArray(new Durations[0])));
    }

    private final class Watch implements EngineWatch {
        private final Durations[] callbacks;

        Watch(Durations[] callbacks) {
            this.callbacks = callbacks;
        }

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public void callback(int strategy, long tookNanos) {
            callbacks[strategy].record(tookNanos);
        }

        @Override
        public void timer(long lateNanos) {
            measure.late(lateNanos);
        }
    }

    /** Counts market data on their way into an engine. */
    public MarketDataSink market(MarketDataSink to) {
        return market.before(to);
    }

    /** The engine is built; it need not be started. */
    public EngineMetrics of(Engine built) {
        engine = built;
        figures = EngineFigures.of(built);
        fills.valueBy(built.ledger());
        orders.know(figures.owners());
        figures.instruments().forEach(market::cells);
        portfolio.know(built, figures);
        risk.know(figures);
        measure.know(figures);
        return this;
    }

    /** The loop that drives it. */
    public EngineMetrics loop(LiveLoop driver) {
        measure.loop(driver);
        return this;
    }

    /** The session with an exchange that feeds it. */
    public EngineMetrics session(Supplier<SessionFigures> of) {
        sessionFigures = of;
        hasSession = true;
        session.sample(of.get());
        return this;
    }

    /**
     * A store that keeps what happens.
     *
     * @param id by which it is told from others, such as {@code sqlite}
     * @param meter its figures, which are asked for by whoever reads the metrics
     */
    public EngineMetrics store(String id, StorageMeter meter) {
        stores.put(id, meter);
        return this;
    }

    /** Whether new orders may be sent, as far as the session knows. */
    public void trading(boolean isTrading) {
        session.trading(isTrading);
    }

    /** Market data were subscribed to. */
    public void wanted(InstrumentId instrument, Capability kind) {
        session.wanted(instrument, kind);
    }

    /** Whether market data come. */
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        session.marketData(instrument, kind, isLive);
    }

    /** The engine is started. */
    public void started() {
        measure.started(clock.nanos());
        sample();
    }

    /** The engine has ended, or will never begin: it does not run from now on, whatever was last seen of it. */
    public void over() {
        measure.over();
    }

    /** Looks at portfolio, risk and session. What cannot be looked at is logged once and does no harm. */
    public void sample() {
        Engine looked = engine;
        EngineFigures its = figures;
        if (looked == null || its == null) {
            return;
        }
        try {
            market.sample(its, instrument -> PortfolioMeasure.price(looked.ledger(), instrument));
            portfolio.sample(looked);
            risk.sample(looked, its);
            session.sample(sessionFigures.get());
            measure.sample(looked, its);
        } catch (RuntimeException e) {
            if (!hasFailed) {
                hasFailed = true;
                LOG.error("figures of the engine {} could not be read; those before stay", name, e);
            }
        }
    }

    /**
     * Whether it runs, which is among {@link #metrics} too: 0 before there is an engine and after it has ended, so that who watches it hears of an engine that
     * does not begin and of one that is gone.
     */
    public Collection<Metric> running() {
        SeriesSet series = series();
        measure.describeRunning(series);
        return series.metrics();
    }

    private SeriesSet series() {
        return new SeriesSet(Map.of(Labels.ENGINE, name), options.series());
    }

    /** The series as they are now known; of instruments and strategies that come later there are none. */
    public Collection<Metric> metrics() {
        SeriesSet series = series();
        market.describe(series);
        orders.describe(series);
        portfolio.describe(series);
        risk.describe(series);
        if (hasSession) {
            session.describe(series);
        }
        stores.forEach((id, meter) -> StoreSeries.describe(id, meter, series));
        measure.describe(series);
        return series.metrics();
    }
}
