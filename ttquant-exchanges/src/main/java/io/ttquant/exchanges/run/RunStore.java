package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.storage.tap.LastKnown;
import io.ttquant.core.storage.tap.StoreTap;
import io.ttquant.core.storage.tap.StoreWatch;
import io.ttquant.core.storage.tap.StoredRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run in a store: all that its engine does, and its equity every minute. While the store lags too far behind, nothing is sent that adds risk. On the
 * engine's thread but for making it; the storage stays its maker's.
 */
public final class RunStore {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_A_SAMPLE = 60;
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    private final String id;
    private final Storage storage;
    private final String name;
    private final StoreWatch watch;
    private @Nullable StoreTap tap;
    private @Nullable Engine engine;
    private Optional<LastKnown> last = Optional.empty();
    private boolean isOver;

    /**
     * A store for a run.
     *
     * @param id of the storage, such as {@code sqlite}; metrics call it so
     * @param name of the run; a live run goes on under it at each start, one on paper gets the time of its start behind it. Blank for one made of mode and
     *     venue
     * @param maxAge how long something may wait for the store before no new risk is taken
     */
    public RunStore(String id, Storage storage, String name, Duration maxAge) {
        this.id = id;
        this.storage = storage;
        this.name = name;
        watch = new StoreWatch(maxAge);
    }

    String id() {
        return id;
    }

    StorageMeter meter() {
        return storage.meter();
    }

    void into(EngineBuilder builder, String fallback, RunKind kind, Map<String, String> parameters, long nowNanos) {
        // What is executed here begins anew at each start, trade ids too; what an exchange executes goes on.
        String again = kind == RunKind.LIVE ? "" : "-" + nowNanos / NANOS_OF_A_MILLI;
        String run = (name.isBlank() ? fallback : name) + again;
        if (kind == RunKind.LIVE) {
            last = Optional.of(LastKnown.of(storage.read(), run));
        }
        StoreTap opened = StoredRun.open(storage, run, kind, nowNanos, parameters, "");
        tap = opened;
        builder.tap(opened);
    }

    /** What a live run knew when it last wrote, beside what the exchange says now, in lines for people. */
    List<String> compare(AccountSnapshot now, List<Instrument> instruments) {
        return last.map(known -> Comparison.lines(known, now, instruments)).orElse(List.of());
    }

    /** The engine is built, and not started. */
    void begin(Engine built, EngineThread thread, Consumer<String> lines, long nowNanos) {
        engine = built;
        if (tap != null) {
            tap.attach(built.ledger(), nowNanos);
            look(thread, lines, 1);
        }
    }

    private void look(EngineThread thread, Consumer<String> lines, int looks) {
        thread.schedule(LOOK, () -> {
            Engine running = engine;
            StoreTap into = tap;
            if (isOver || running == null || into == null || running.state().isEnded()) {
                return;
            }
            watch.look(storage.state()).ifPresent(lags -> lags(running, lags, lines));
            if (looks % LOOKS_A_SAMPLE == 0) {
                into.equity(thread.nanos());
            }
            look(thread, lines, looks + 1);
        });
    }

    private void lags(Engine running, boolean lags, Consumer<String> lines) {
        String words = watch.words(storage.state());
        lines.accept(lags ? "NO NEW RISK: the store lags: " + words : "the store has caught up: " + words);
        running.risk().keeping(!lags, words);
    }

    /** The run is over. */
    void close(long nowNanos) {
        if (!isOver && tap != null) {
            tap.equity(nowNanos);
            tap.ended(nowNanos, Map.of());
        }
        isOver = true;
    }
}
