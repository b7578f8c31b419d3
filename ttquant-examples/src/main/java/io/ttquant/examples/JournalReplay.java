package io.ttquant.examples;

import io.ttquant.examples.live.JournalJob;

/** Prints the journal of a run, or replays it: why did it do this? */
public final class JournalReplay {
    private JournalReplay() {}

    /** Runs it; {@code --help} lists the arguments. Ends the JVM with status 1 if it cannot be done, or the replay differs. */
    public static void main(String... args) {
        LiveMain.run((out, onInterrupt) -> new JournalJob(ExampleStrategies.catalogue()).run(out, args));
    }
}
