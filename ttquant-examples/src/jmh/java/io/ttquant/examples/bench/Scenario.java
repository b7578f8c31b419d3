package io.ttquant.examples.bench;

import java.util.function.Supplier;

/** Something that can be run again and again from the same start. */
@FunctionalInterface
interface Scenario {
    /** One whole run. */
    Outcome run();

    /**
     * What a run did.
     *
     * @param events what rates are counted in: trades, bars or orders
     * @param text a summary that must be the same in every run; asked for after the clock was read
     */
    record Outcome(long events, Supplier<String> text) {}
}
