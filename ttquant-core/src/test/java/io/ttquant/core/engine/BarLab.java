package io.ttquant.core.engine;

import io.ttquant.core.matching.SimulationConfig;

/** A lab that trades a swap on bars of a minute, of which one has closed, at 100. */
final class BarLab {
    private BarLab() {}

    static Lab lab(SimulationConfig config) {
        Lab lab = Lab.of(Lab.SWAP, config, 1_000_000_00).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100);
        return lab;
    }

    static Lab lab() {
        return lab(SimulationConfig.DEFAULT);
    }

    /** Does something at a time, and lets happen what it causes then. */
    static void at(Lab lab, long nanos, Runnable action) {
        lab.engine.advanceTo(nanos);
        action.run();
        lab.engine.advanceTo(nanos);
    }
}
