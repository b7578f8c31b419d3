package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.rows.JsonTexts;
import java.util.Map;

/** Begins a run in a store, or goes on with one. */
public final class StoredRun {
    /** So many entries a millisecond can be numbered without running into those of the next start. */
    private static final int BITS_OF_ENTRIES = 20;

    private static final long NANOS_OF_A_MILLI = 1_000_000;

    /** The key under which the parameters of each start of a run that is gone on with are kept, as a state of the run itself: its record has those of the first. */
    public static final String PARAMETERS = "engine.parameters";

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
     * The same for a run that will be gone on with. The parameters become its {@linkplain #PARAMETERS state}, and the newest count; its record stays as it was.
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
        StoreTap tap = StoreTap.into(
                writer(storage, id, kind, nowNanos, parameters, data),
                firstNumber(nowNanos, before.lastNumber()),
                before);
        tap.state(PARAMETERS, JsonTexts.write(parameters), nowNanos);
        return tap;
    }

    private static long firstNumber(long nowNanos, long lastNumber) {
        return Math.max(Math.max(0, nowNanos / NANOS_OF_A_MILLI) << BITS_OF_ENTRIES, lastNumber + 1);
    }

    private static RunWriter writer(
            Storage storage, String id, RunKind kind, long nowNanos, Map<String, String> parameters, String data) {
        RunRecord record = storage.read().runs().stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .map(known -> new RunRecord(id, kind, known.startNanos(), known.parameters(), known.dataFingerprint()))
                .orElseGet(() -> new RunRecord(id, kind, nowNanos, parameters, data));
        return storage.run(record);
    }
}
