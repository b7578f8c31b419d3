package io.ttquant.examples.live;

import io.ttquant.api.market.BarSpec;
import io.ttquant.exchanges.run.RunRefusedException;

/** The size of bars on a command line. */
final class BarsOption {
    private BarsOption() {}

    /** @throws RunRefusedException if it is no size of bars of time */
    static BarSpec parse(String text) {
        BarSpec spec;
        try {
            spec = BarSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RunRefusedException("--bars: " + e.getMessage());
        }
        if (!spec.isTime()) {
            throw new RunRefusedException(
                    "--bars " + text + " are no bars of time, and exchanges publish only those; write 1m or 1h");
        }
        return spec;
    }
}
