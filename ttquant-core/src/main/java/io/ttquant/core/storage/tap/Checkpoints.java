package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.RunEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the entries of a run where they are made, and makes checkpoints of them, so that the next start need not read the run from its beginning. For the thread on
 * which a storage makes entries, in their order, each once, as {@link io.ttquant.api.storage.RunWriter#keepLater(java.util.function.Supplier)} promises.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final RunSummary summary;
    private boolean isBroken;

    /** From how the run stood before the first entry that is followed. */
    Checkpoints(RunSummary summary) {
        this.summary = summary;
    }

    /** The next entry, which is given back. A failure costs checkpoints, never an entry. */
    <T extends RunEntry> T follow(T entry) {
        try {
            summary.take(entry);
        } catch (RuntimeException e) {
            broken(e);
        }
        return entry;
    }

    /** How the run stands now. */
    RunEntry entry(long number, long nowNanos) {
        return follow(new RunEntry.StrategyState(number, nowNanos, "", CheckpointText.KEY, text()));
    }

    /** Empty, which no checkpoint is, if it is not known: then the whole run is read at the next start. */
    private String text() {
        try {
            return isBroken ? "" : CheckpointText.of(summary);
        } catch (RuntimeException e) {
            broken(e);
            return "";
        }
    }

    private void broken(RuntimeException e) {
        isBroken = true;
        LOG.error("how the run stands is not followed any more; the next start has to read all its entries", e);
    }
}
