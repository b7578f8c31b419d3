package io.ttquant.backtest;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.storage.tap.StoreTap;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a backtest in a store. It waits for the store where it would be faster, because the time of a backtest is made
 * up. What is kept stays as it was, so that another run under the name of one that is kept would be a mixture of both:
 * it is refused before anything of it is written.
 */
final class KeptRun implements AutoCloseable {
    private static final int BETWEEN_LOOKS = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    private final Storage storage;
    private final String id;
    private @Nullable RunRecord record;
    private boolean isKnown;
    private @Nullable Paced paced;
    private @Nullable StoreTap tap;
    private @Nullable RepeatedRun repeated;
    private long conflictsBefore;
    private long refusedBefore;

    KeptRun(Storage storage, String id) {
        this.storage = storage;
        this.id = id;
    }

    /**
     * Compares it with the one that is kept, if any, as far as can be told before it runs. Nothing is written before it {@linkplain #begin begins}: one
     * that cannot be built leaves its name to the next.
     *
     * @param startNanos when it begins, in the time of its data
     * @param data the figure of its data
     * @throws NotKeptException if another run is kept under this name, or the store cannot be used
     */
    void into(EngineBuilder builder, long startNanos, Map<String, String> parameters, String data) {
        RunRecord run = new RunRecord(id, RunKind.BACKTEST, startNanos, parameters, data);
        claim();
        Optional<RunRecord> known = known();
        known.ifPresent(kept -> requireSame(kept, run));
        record = run;
        isKnown = known.isPresent();
        Paced writer = new Paced(storage);
        paced = writer;
        StoreTap made = StoreTap.into(writer, 0);
        tap = made;
        builder.tap(made);
    }

    private void claim() {
        try {
            storage.claim(id);
        } catch (IllegalStateException e) {
            throw new NotKeptException(Objects.requireNonNullElse(e.getMessage(), "the run " + id + " is taken"), e);
        }
    }

    /** What an earlier process left in the spool is part of it. */
    private Optional<RunRecord> known() {
        if (!storage.flush(CATCH_UP)) {
            throw new NotKeptException(
                    "the store does not take what waits for it, so that it cannot be said whether there is a run " + id
                            + " already: " + storage.state() + "; bring the database up, or keep the run elsewhere");
        }
        return storage.read().runs().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    private void requireSame(RunRecord kept, RunRecord run) {
        Set<String> others = new TreeSet<>();
        Set<String> names = new TreeSet<>(kept.parameters().keySet());
        names.addAll(run.parameters().keySet());
        for (String name : names) {
            if (!Objects.equals(kept.parameters().get(name), run.parameters().get(name))) {
                others.add(name);
            }
        }
        boolean isOtherData = !kept.dataFingerprint().equals(run.dataFingerprint());
        if (kept.kind() != run.kind() || isOtherData || !others.isEmpty() || kept.startNanos() != run.startNanos()) {
            throw new NotKeptException("the run " + id + " is kept already, "
                    + (kept.kind() == run.kind() ? "" : "of the kind " + kept.kind() + ", ")
                    + (isOtherData ? "of other data" : "of the same data")
                    + (others.isEmpty() ? "" : " and with other parameters: " + String.join(", ", others))
                    + "; give this one another id");
        }
    }

    /** Begins it, or begins to compare what it does with what is kept. */
    void begin(Engine engine, long nanos) {
        RunRecord run = record;
        StoreTap its = tap;
        Paced into = paced;
        if (run == null || its == null || into == null) {
            return;
        }
        conflictsBefore = storage.state().conflicts();
        refusedBefore = storage.meter().refused();
        RunWriter writer = storage.run(run);
        if (isKnown) {
            RepeatedRun again = new RepeatedRun(writer, storage.read().entries(id));
            repeated = again;
            writer = again;
        }
        into.open(writer);
        its.attach(engine.ledger(), nanos);
    }

    /** The equity curve and the figures, then waits until all is safe. */
    void end(BacktestResult result, long nanos) {
        StoreTap its = tap;
        if (its == null) {
            return;
        }
        for (int i = 0; i < result.equity().size(); i++) {
            its.equity(
                    result.equity().timeNanos(i),
                    result.reporting(),
                    result.equity().rawEquity(i));
        }
        Map<String, Double> figures = new TreeMap<>();
        for (Statistic figure : result.statistics().figures()) {
            figures.put(figure.key(), figure.isKnown() ? figure.require() : Double.NaN);
        }
        its.state("result.fingerprint", result.fingerprint(), nanos);
        its.ended(nanos, figures);
        requireKept();
    }

    private void requireKept() {
        String difference = repeated == null ? null : repeated.difference();
        if (difference != null) {
            throw new NotKeptException(
                    "the run " + id + " is kept already and went otherwise then, so that nothing of this one"
                            + " was written: " + difference + "; give this one another id");
        }
        if (!storage.flush(PATIENCE)) {
            throw new NotKeptException("the run " + id + " could not be kept within " + PATIENCE.toMinutes()
                    + " minutes: " + storage.state()
                    + "; what waits is in the spool, and is written when the store is opened again");
        }
        long refused = storage.meter().refused() - refusedBefore;
        if (refused > 0) {
            throw new NotKeptException(
                    refused + " entries of the run " + id + " could not be kept, and are missing; the log says why");
        }
        long conflicts = storage.state().conflicts() - conflictsBefore;
        if (conflicts > 0) {
            throw new NotKeptException("while the run " + id + " was kept the store found " + conflicts
                    + " entries that differ from what it has, and left those as they were; give it another id");
        }
    }

    @Override
    public void close() {
        RepeatedRun again = repeated;
        if (again != null) {
            again.close();
        }
    }

    /** Waits for room every now and then, and before each entry that takes much of it. */
    private static final class Paced implements RunWriter {
        private final Storage storage;
        private @Nullable RunWriter run;
        private int given;

        Paced(Storage storage) {
            this.storage = storage;
        }

        void open(RunWriter into) {
            run = into;
        }

        @Override
        public void keep(RunEntry entry) {
            paced(0).keep(entry);
        }

        @Override
        public void keepLater(Supplier<? extends RunEntry> entry) {
            paced(0).keepLater(entry);
        }

        @Override
        public void keepLater(Supplier<? extends RunEntry> entry, int bytes) {
            paced(bytes).keepLater(entry, bytes);
        }

        private RunWriter paced(int bytes) {
            given++;
            boolean isTime = given % BETWEEN_LOOKS == 0 || bytes > 0;
            if (isTime && !storage.awaitRoom(PATIENCE)) {
                throw new NotKeptException("the store takes nothing: " + storage.state());
            }
            return Objects.requireNonNull(run, "a run must begin before it does anything");
        }
    }
}
