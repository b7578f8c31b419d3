package io.ttquant.exchanges.run;

import io.ttquant.core.journal.JournalHeader;
import io.ttquant.core.journal.JournalRecorder;

/** Begins the journal of a run, once it is known what the run is. */
@FunctionalInterface
public interface JournalOpener {
    /**
     * Begins it. What it throws ends the run before it has begun.
     *
     * @param header what the journal says of the run
     */
    JournalRecorder open(JournalHeader header);
}
