package io.ttquant.examples;

import io.ttquant.core.provider.Providers;
import io.ttquant.examples.live.StrategyJob;

/** Runs the strategies of a configuration file on paper or live. */
public final class StrategyEngine {
    private StrategyEngine() {}

    /** Runs it; {@code --help} lists the arguments. Ends the JVM with status 1 if it cannot be done or did not end in order. */
    public static void main(String... args) {
        LiveMain.run((out, onInterrupt) -> new StrategyJob(
                        ExampleStrategies.catalogue(), Main.bundled(), Providers.exchanges())
                .run(out, onInterrupt, args));
    }
}
