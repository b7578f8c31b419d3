package io.ttquant.examples;

import io.ttquant.core.provider.Providers;
import io.ttquant.examples.live.DemoJob;

/** Trades live at an exchange on this machine, without a network: what a live run looks like, in one command. */
public final class LiveDemo {
    private LiveDemo() {}

    /** Runs it; {@code --help} lists the arguments. Ends the JVM with status 1 if it cannot be done, did not end in order, or the books differ. */
    public static void main(String... args) {
        LiveMain.run((out, onInterrupt) ->
                new DemoJob(ExampleStrategies.catalogue(), Providers.exchanges()).run(out, onInterrupt, args));
    }
}
