package io.ttquant.backtest;

import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunWriter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run under the name of one that is kept already: what it does is compared with what is kept, and nothing is written
 * but what comes behind all of that, where the process ended in the middle. From the first difference on nothing is
 * written at all.
 */
final class RepeatedRun implements RunWriter, AutoCloseable {
    private final RunWriter run;
    private final Rows<RunEntry> kept;
    private List<RunEntry> chunk = List.of();
    private int next;
    private boolean isCompared;
    private @Nullable String difference;

    /**
     * Of a run.
     *
     * @param kept its entries, from the first; closed with this
     */
    RepeatedRun(RunWriter run, Rows<RunEntry> kept) {
        this.run = run;
        this.kept = kept;
    }

    /** The first entry that differs, in a sentence; null if there is none so far. */
    @Nullable
    String difference() {
        return difference;
    }

    @Override
    public void keep(RunEntry entry) {
        if (difference != null) {
            return;
        }
        RunEntry known = known();
        if (known == null) {
            run.keep(entry);
        } else if (!known.equals(entry)) {
            difference = "its entry " + entry.number() + " was " + known + " then, and is " + entry + " now";
        }
    }

    @Override
    public void keepLater(Supplier<? extends RunEntry> entry) {
        keepLater(entry, 0);
    }

    @Override
    public void keepLater(Supplier<? extends RunEntry> entry, int bytes) {
        if (isCompared && difference == null) {
            run.keepLater(entry, bytes);
        } else {
            keep(entry.get());
        }
    }

    private @Nullable RunEntry known() {
        if (!isCompared && next == chunk.size()) {
            chunk = kept.next();
            next = 0;
            isCompared = chunk.isEmpty();
        }
        return isCompared ? null : chunk.get(next++);
    }

    @Override
    public void close() {
        kept.close();
    }
}
