package io.ttquant.core.storage.write;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunWriter;
import java.util.function.Supplier;

/** Takes what a run does in. */
record RunLane(Intake intake, String run) implements RunWriter {
    @Override
    public void keep(RunEntry entry) {
        intake.offer(Collected.AnEntry.of(run, entry));
    }

    @Override
    public void keepLater(Supplier<? extends RunEntry> entry) {
        intake.offer(new Collected.AnEntry(run, entry, 0));
    }

    @Override
    public void keepLater(Supplier<? extends RunEntry> entry, int bytes) {
        intake.offer(new Collected.AnEntry(run, entry, bytes));
    }
}
