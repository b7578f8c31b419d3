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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What looks on at a run: its store and its metrics, each of which may be missing. */
final class RunObservers {
    private final RunConfiguration configuration;
    private final VenuePlan plan;
    private final boolean isLive;
    private final String place;
    private @Nullable RunMetrics metrics;
    private @Nullable RunStore store;

    /** With the environment of the venue: what was held in a demo is nothing that the account of real money holds. */
    RunObservers(RunConfiguration configuration, VenuePlan plan, boolean isLive, String environment) {
        this.configuration = configuration;
        this.plan = plan;
        this.isLive = isLive;
        String where = environment.toLowerCase(Locale.ROOT);
        this.place = where.equals("live") ? plan.venue() : plan.venue() + "-" + where;
    }

    void metrics(RunMetrics of) {
        metrics = of;
    }

    void store(RunStore into) {
        store = into;
    }

    void into(EngineBuilder builder, long nowNanos) {
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

    /** Reads what the run before knew, if there is something that kept it; true money only. */
    void recall() {
        if (store != null && isLive) {
            store.recall("live", place);
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
        if (store != null) {
            store.begin(engine, thread, lines, thread.nanos());
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
