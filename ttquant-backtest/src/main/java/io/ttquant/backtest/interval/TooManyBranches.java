package io.ttquant.backtest.interval;

import io.ttquant.api.time.EpochNanos;

/** There are more courses of events than the search may follow. */
final class TooManyBranches extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyBranches(String what, long nanos) {
        super(what + " in the bar that closes at " + EpochNanos.format(nanos), null, false, false);
    }
}
