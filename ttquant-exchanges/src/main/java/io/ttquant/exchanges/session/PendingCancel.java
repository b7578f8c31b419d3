package io.ttquant.exchanges.session;

import io.ttquant.exchanges.codes.Verdict;

/** A cancel under way. */
final class PendingCancel {
    int attempts;
    /** From when on a question decides; 0 while the answer, or its effect, may still come by itself. */
    long doubtNanos;

    /** An answer did not come, or said nothing, so that it is not known whether it was executed. */
    boolean isUnknown;

    Verdict verdict = Verdict.ACCEPTED;

    boolean isDoubtful() {
        return doubtNanos != 0;
    }
}
