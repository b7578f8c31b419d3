package io.ttquant.backtest.interval;

import io.ttquant.api.time.EpochNanos;

/** There are more courses of events than the search may follow. */
final class TooManyBranches extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** True if it would be no other with more branches allowed. */
    final boolean isOfOneBar;

    TooManyBranches(String what, long nanos) {
        this(what, nanos, false);
    }

    TooManyBranches(String what, long nanos, boolean isOfOneBar) {
        super(what + " in the bar that closes at " + EpochNanos.format(nanos), null, false, false);
        this.isOfOneBar = isOfOneBar;
    }
}
