package io.ttquant.examples;

import io.ttquant.core.provider.Providers;
import io.ttquant.examples.live.RecordJob;

/** Records live market data into files or a store that a backtest reads. */
public final class Recorder {
    private Recorder() {}

    /** Runs it; {@code --help} lists the arguments. Ends the JVM with status 1 if it cannot be done or did not end in order. */
    public static void main(String... args) {
        LiveMain.run((out, onInterrupt) ->
                new RecordJob(ExampleStrategies.catalogue(), Providers.exchanges()).run(out, onInterrupt, args));
    }
}
