package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import java.util.Map;

/** Begins a run in a store, or goes on with one. */
public final class StoredRun {
    /** So many entries a millisecond can be numbered without running into those of the next start. */
    private static final int BITS_OF_ENTRIES = 20;

    private static final long NANOS_OF_A_MILLI = 1_000_000;

    private StoredRun() {}

    /**
     * The tap of a run: a new one, or one that goes on under its id after a restart. Its entries are numbered from the time on, and after the last one that is
     * known: the clock may have been put back since.
     *
     * @param nowNanos the time, epoch nanoseconds
     * @param parameters never a secret
     * @param lastNumber of the last entry of an earlier start, or {@link LastKnown#NO_NUMBER}
     * @throws IllegalArgumentException if the id is that of another kind of run
     */
    public static StoreTap open(
            Storage storage,
            String id,
            RunKind kind,
            long nowNanos,
            Map<String, String> parameters,
            String data,
            long lastNumber) {
        return StoreTap.into(writer(storage, id, kind, nowNanos, parameters, data), firstNumber(nowNanos, lastNumber));
    }

    /**
     * The same for a run that will be gone on with.
     *
     * @param before how it stood by the entries of earlier starts; the tap's from now on
     */
    public static StoreTap resume(
            Storage storage,
            String id,
            RunKind kind,
            long nowNanos,
            Map<String, String> parameters,
            String data,
            RunSummary before) {
        return StoreTap.into(
                writer(storage, id, kind, nowNanos, parameters, data),
                firstNumber(nowNanos, before.lastNumber()),
                before);
    }

    private static long firstNumber(long nowNanos, long lastNumber) {
        return Math.max(Math.max(0, nowNanos / NANOS_OF_A_MILLI) << BITS_OF_ENTRIES, lastNumber + 1);
    }

    private static RunWriter writer(
            Storage storage, String id, RunKind kind, long nowNanos, Map<String, String> parameters, String data) {
        long started = storage.read().runs().stream()
                .filter(run -> run.id().equals(id))
                .mapToLong(RunRecord::startNanos)
                .findFirst()
                .orElse(nowNanos);
        return storage.run(new RunRecord(id, kind, started, parameters, data));
    }
}
