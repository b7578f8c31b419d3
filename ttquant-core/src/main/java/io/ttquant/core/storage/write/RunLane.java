package io.ttquant.core.storage.write;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunWriter;

/** Takes what a run does in. */
record RunLane(Intake intake, String run) implements RunWriter {
    @Override
    public void keep(RunEntry entry) {
        intake.offer(new Collected.AnEntry(run, entry));
    }
}
