package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.RunKind;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What looks on at a run: its store and its metrics, each of which may be missing, and of a live run what keeps its risk. */
final class RunObservers {
    private final RunConfiguration configuration;
    private final VenuePlan plan;
    private final boolean isLive;
    private final String place;
    private final RiskMemory memory;
    private final AllKept all = new AllKept();
    private final RiskKeeping risk = new RiskKeeping(all);
    private @Nullable RunMetrics metrics;
    private @Nullable RunStore store;

    /** With the environment of the venue: what was held in a demo is nothing that the account of real money holds. */
    RunObservers(
            RunConfiguration configuration, VenuePlan plan, boolean isLive, String environment, RiskMemory memory) {
        this.configuration = configuration;
        this.plan = plan;
        this.isLive = isLive;
        this.place = plan.place(environment);
        this.memory = isLive ? memory : RiskMemory.NONE;
    }

    void metrics(RunMetrics of) {
        metrics = of;
    }

    void store(RunStore into) {
        store = into;
    }

    void into(EngineBuilder builder, long nowNanos) {
        builder.riskMemory(memory);
        if (metrics != null) {
            metrics.into(builder);
        }
        if (store != null) {
            store.into(
                    builder,
                    isLive ? "live" : "paper",
                    place,
                    isLive ? RunKind.LIVE : RunKind.PAPER,
                    JournalFacts.named(configuration, plan),
                    nowNanos);
        }
    }

    /** Reads what the run before knew, if there is something that kept it, and keeps others away from the kill switch; true money only. */
    void recall(KillSwitchStore killSwitch) {
        if (store != null && isLive) {
            store.recall("live", place);
        }
        if (isLive) {
            LiveSafety.hold(killSwitch);
        }
    }

    /**
     * What limits on losses had counted; null if nothing was kept.
     *
     * @throws RunRefusedException if that cannot be told, or is in another currency than equity now
     */
    @Nullable
    RiskRecord risk(List<Instrument> instruments) {
        try {
            RiskRecord kept = memory.load();
            return kept == null ? null : kept.in(VenueEngine.reporting(configuration, instruments), memory);
        } catch (RuntimeException e) {
            throw new RunRefusedException("not started: " + e.getMessage());
        }
    }

    /** The instruments that the run before was about. */
    Set<InstrumentId> instruments() {
        return store == null ? Set.of() : store.instruments();
    }

    /** What strategies get back of the run before. */
    Inheritance inheritance(AccountSnapshot account, List<Instrument> instruments, Consumer<String> lines) {
        Set<String> strategies =
                plan.strategies().stream().map(ConfiguredStrategy::id).collect(Collectors.toSet());
        return store == null ? Inheritance.NONE : store.inheritance(account, instruments, strategies, lines);
    }

    MarketDataSink market(MarketDataSink into) {
        return metrics == null ? into : metrics.market(into);
    }

    /** The engine is built, and not started. */
    void built(Engine engine, EngineThread thread, Consumer<String> lines) {
        if (isLive) {
            risk.begin(engine, thread, lines);
        }
        if (store != null) {
            store.begin(engine, thread, lines, thread.nanos(), all);
        }
    }

    /** The engine is started, and has said what market data it wants. */
    void started(
            Engine engine, ExchangeSession session, List<Instrument> instruments, MarketFeed feed, boolean isTrading) {
        RunMetrics its = metrics;
        if (its != null) {
            instruments.forEach(each -> feed.kinds(each.id()).forEach(kind -> its.wanted(each.id(), kind)));
            its.trading(isTrading);
            if (store != null) {
                its.store(store.id(), store.meter());
            }
            its.begin(engine, session);
        }
    }

    void trading(boolean isNow) {
        if (metrics != null) {
            metrics.trading(isNow);
        }
    }

    void marketData(InstrumentId instrument, Capability kind, boolean comes) {
        if (metrics != null) {
            metrics.marketData(instrument, kind, comes);
        }
    }

    /** The run is over; each is told so, whatever the other does. */
    void close(long nowNanos) {
        try {
            risk.close();
            if (store != null) {
                store.close(nowNanos);
            }
        } finally {
            if (metrics != null) {
                metrics.over();
            }
        }
    }
}
