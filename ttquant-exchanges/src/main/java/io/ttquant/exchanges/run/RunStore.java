package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.storage.StorageState;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.storage.tap.LastKnown;
import io.ttquant.core.storage.tap.RunSummary;
import io.ttquant.core.storage.tap.StoreTap;
import io.ttquant.core.storage.tap.StoreWatch;
import io.ttquant.core.storage.tap.StoredRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private @Nullable RunSummary before;
    private boolean isOver;

    /**
     * A store for a run.
     *
     * @param id of the storage, such as {@code sqlite}; metrics call it so
     * @param storage of which all is written that an earlier process left waiting ({@link Storage#flush}): a live run goes on from what it can read there
     * @param name of the run, behind which comes the venue, with its environment if that is not that of real money; a live run goes on under it at each start, one on
     *     paper gets the time of its start behind it. Blank for the mode
     * @param maxAge how long something may wait for the store before no new risk is taken
     */
    public RunStore(String id, Storage storage, String name, Duration maxAge) {
        this.id = id;
        this.storage = storage;
        this.name = name;
        watch = new StoreWatch(maxAge);
    }

    /**
     * Reads what a live run of the name knew when it last wrote, so that the next one goes on from there.
     *
     * @throws RunRefusedException if another engine is that run
     */
    void recall(String mode, String place) {
        String run = called(mode, place);
        try {
            storage.claim(run);
        } catch (IllegalStateException e) {
            throw new RunRefusedException("not started: " + e.getMessage());
        }
        RunSummary read = RunSummary.read(storage.read(), run);
        before = read;
        last = Optional.of(read.known());
    }

    /** A store may be that of runs at several venues and environments. */
    private String called(String mode, String place) {
        return (name.isBlank() ? mode : name) + "-" + place;
    }

    /** The instruments that it was about. */
    Set<InstrumentId> instruments() {
        return last.map(StoredPast::instruments).orElse(Set.of());
    }

    /** What strategies get back of it, with lines for people. */
    Inheritance inheritance(
            AccountSnapshot now, List<Instrument> instruments, Set<String> strategies, Consumer<String> lines) {
        if (last.isEmpty()) {
            return Inheritance.NONE;
        }
        List<String> words = new ArrayList<>();
        Inheritance its = StoredPast.of(last.get(), now, instruments, strategies, words);
        words.forEach(lines);
        return its;
    }

    String id() {
        return id;
    }

    StorageMeter meter() {
        return storage.meter();
    }

    void into(
            EngineBuilder builder,
            String mode,
            String place,
            RunKind kind,
            Map<String, String> parameters,
            long nowNanos) {
        // What is executed here begins anew at each start, trade ids too; what an exchange executes goes on.
        String again = kind == RunKind.LIVE ? "" : "-" + nowNanos / NANOS_OF_A_MILLI;
        String run = called(mode, place) + again;
        RunSummary known = before;
        StoreTap opened = known == null
                ? StoredRun.open(storage, run, kind, nowNanos, parameters, "", LastKnown.NO_NUMBER)
                : StoredRun.resume(storage, run, kind, nowNanos, parameters, "", known);
        // Another thread follows it from now on.
        before = null;
        tap = opened.surviving();
        builder.tap(opened);
    }

    /** The engine is built, and not started. */
    void begin(Engine built, EngineThread thread, Consumer<String> lines, long nowNanos, AllKept all) {
        engine = built;
        if (tap != null) {
            tap.attach(built.ledger(), nowNanos);
            // What an earlier process left waiting may be too old already.
            look(thread, lines, Duration.ZERO, 0, all);
        }
    }

    private void look(EngineThread thread, Consumer<String> lines, Duration after, int looks, AllKept all) {
        thread.schedule(after, () -> {
            Engine running = engine;
            StoreTap into = tap;
            if (isOver || running == null || into == null || running.state().isEnded()) {
                return;
            }
            // First of all, since no failure of this look may be the reason that there is none after it.
            look(thread, lines, LOOK, looks + 1, all);
            StorageState state = state();
            watch.look(state, refused(into)).ifPresent(lags -> lags(running, lags, watch.words(state), lines, all));
            if (looks > 0 && looks % LOOKS_A_SAMPLE == 0) {
                into.equity(thread.nanos());
            }
        });
    }

    private long refused(StoreTap into) {
        try {
            return storage.meter().refused() + into.lost();
        } catch (RuntimeException e) {
            // Its state cannot be asked for then either, which counts.
            return into.lost();
        }
    }

    /** A store that cannot be asked is as one that lags. */
    private StorageState state() {
        try {
            return storage.state();
        } catch (RuntimeException e) {
            return new StorageState(0, Long.MAX_VALUE, 0, 0, 0, "the store does not say how it stands: " + e);
        }
    }

    private void lags(Engine running, boolean lags, String words, Consumer<String> lines, AllKept all) {
        all.says(this, !lags, words, running);
        lines.accept(lags ? "NO NEW RISK: the store lags: " + words : "the store has caught up: " + words);
    }

    /** The run is over. */
    void close(long nowNanos) {
        StoreTap into = tap;
        if (isOver || into == null) {
            return;
        }
        isOver = true;
        try {
            into.equity(nowNanos);
        } finally {
            into.ended(nowNanos);
        }
    }
}
