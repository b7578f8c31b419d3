package io.ttquant.exchanges.session;

import io.ttquant.exchanges.codes.Verdict;

/** A cancel under way. */
final class PendingCancel {
    int attempts;
    /** When it was sent first, and last. */
    long firstNanos;

    long sentNanos;
    /** From when on a question decides; 0 while the answer, or its effect, may still come by itself. */
    long doubtNanos;

    /** An answer did not come, or said nothing, so that it is not known whether it was executed. */
    boolean isUnknown;

    /** It is sent again after a while, whatever the answer to the last one does. */
    boolean isToBeRepeated;

    Verdict verdict = Verdict.ACCEPTED;

    /** Whether the outcome of an attempt may still come by itself. */
    boolean isAwaited(int attempt) {
        return attempts == attempt && !isDoubtful() && !isToBeRepeated;
    }

    void sent(long nowNanos) {
        attempts++;
        firstNanos = attempts == 1 ? nowNanos : firstNanos;
        sentNanos = nowNanos;
        doubtNanos = 0;
        isToBeRepeated = false;
        verdict = Verdict.ACCEPTED;
    }

    boolean isDoubtful() {
        return doubtNanos != 0;
    }
}
