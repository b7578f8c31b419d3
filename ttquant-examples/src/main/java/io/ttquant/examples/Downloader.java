package io.ttquant.examples;

import io.ttquant.core.provider.Providers;
import io.ttquant.examples.live.DownloadJob;

/** Downloads past bars into files that a backtest reads. */
public final class Downloader {
    private Downloader() {}

    /** Runs it; {@code --help} lists the arguments. Ends the JVM with status 1 if it cannot be done or did not end in order. */
    public static void main(String... args) {
        LiveMain.run((out, onInterrupt) ->
                new DownloadJob(ExampleStrategies.catalogue(), Providers.exchanges()).run(out, onInterrupt, args));
    }
}
