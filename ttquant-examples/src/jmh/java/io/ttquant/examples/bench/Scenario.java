package io.ttquant.examples.bench;

/** Something that can be run again and again from the same start. */
@FunctionalInterface
interface Scenario {
    /** One whole run. */
    Outcome run();

    /**
     * What a run did.
     *
     * @param events what rates are counted in: trades, bars or orders
     * @param text a summary that must be the same in every run
     */
    record Outcome(long events, String text) {}
}
