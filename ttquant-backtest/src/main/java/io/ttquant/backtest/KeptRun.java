package io.ttquant.backtest;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.storage.tap.StoreTap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a backtest in a store. It waits for the store where it would be faster, because the time of a backtest is made up. */
final class KeptRun {
    private static final int BETWEEN_LOOKS = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Storage storage;
    private final String id;
    private @Nullable StoreTap tap;
    private long conflictsBefore;
    private long refusedBefore;

    KeptRun(Storage storage, String id) {
        this.storage = storage;
        this.id = id;
    }

    void into(
            EngineBuilder builder, Map<String, Map<String, String>> parameters, List<EventSource> streams, long from) {
        Map<String, String> flat = new TreeMap<>();
        parameters.forEach((strategy, own) -> own.forEach((key, value) -> flat.put(strategy + "." + key, value)));
        RunRecord run = new RunRecord(id, RunKind.BACKTEST, from, flat, fingerprint(streams));
        requireSame(run);
        conflictsBefore = storage.state().conflicts();
        refusedBefore = storage.meter().refused();
        StoreTap made = StoreTap.into(new Paced(storage, storage.run(run)), 0);
        tap = made;
        builder.tap(made);
    }

    /** What is kept stays as it was, so that another run under the id of one that is kept would be a mixture of both. */
    private void requireSame(RunRecord run) {
        for (RunRecord known : storage.read().runs()) {
            boolean isSame = known.parameters().equals(run.parameters())
                    && known.dataFingerprint().equals(run.dataFingerprint());
            if (known.id().equals(id) && !isSame) {
                throw new IllegalArgumentException("the run " + id
                        + " is kept already, of other parameters or other data; give this one another id");
            }
        }
    }

    /** SHA-256 over what the streams say of themselves: their instruments, files and lengths, and the period. */
    private static String fingerprint(List<EventSource> streams) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (EventSource stream : streams) {
                String text = stream.instrument().id() + "|" + stream.describe() + "|" + stream.size() + "\n";
                sha256.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, but this one does not", e);
        }
    }

    void begin(Engine engine, long nanos) {
        StoreTap its = tap;
        if (its != null) {
            its.attach(engine.ledger(), nanos);
        }
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
        if (!storage.flush(PATIENCE)) {
            throw new IllegalStateException("the run " + id + " could not be kept within " + PATIENCE.toMinutes()
                    + " minutes: " + storage.state()
                    + "; what waits is in the spool, and is written when the store is opened again");
        }
        long refused = storage.meter().refused() - refusedBefore;
        if (refused > 0) {
            throw new IllegalStateException(
                    refused + " entries of the run " + id + " could not be kept, and are missing; the log says why");
        }
        long conflicts = storage.state().conflicts() - conflictsBefore;
        if (conflicts > 0) {
            throw new IllegalStateException("the run " + id + " is kept already and went otherwise then: " + conflicts
                    + " of its entries differ, and were left as they were; give this one another id");
        }
    }

    /** Waits for room every now and then. */
    private static final class Paced implements RunWriter {
        private final Storage storage;
        private final RunWriter run;
        private int given;

        Paced(Storage storage, RunWriter run) {
            this.storage = storage;
            this.run = run;
        }

        @Override
        public void keep(RunEntry entry) {
            pace();
            run.keep(entry);
        }

        @Override
        public void keepLater(Supplier<? extends RunEntry> entry) {
            pace();
            run.keepLater(entry);
        }

        private void pace() {
            given++;
            if (given % BETWEEN_LOOKS == 0 && !storage.awaitRoom(PATIENCE)) {
                throw new IllegalStateException("the store takes nothing: " + storage.state());
            }
        }
    }
}
