package io.ttquant.exchanges.session;

import io.ttquant.api.order.Amendment;
import io.ttquant.exchanges.codes.Verdict;

/** An amendment that was asked for; only the first of an order's is under way. */
final class PendingAmendment {
    final Amendment asked;
    /** From when on the venue refuses it; 0 before it was sent. */
    long deadlineNanos;
    /** From when on a question decides; 0 while the answer, or its effect, may still come by itself. */
    long doubtNanos;

    boolean isSent;
    /** The answer did not come, or said nothing, so that it is not known whether it was executed. */
    boolean isUnknown;

    Verdict verdict = Verdict.ACCEPTED;

    PendingAmendment(Amendment asked) {
        this.asked = asked;
    }

    boolean isDoubtful() {
        return doubtNanos != 0;
    }

    boolean isInEffect(long rawQuantity, long rawPrice, long rawTrigger) {
        return is(asked.rawQuantity(), rawQuantity)
                && is(asked.rawPrice(), rawPrice)
                && is(asked.rawTrigger(), rawTrigger);
    }

    private static boolean is(long wanted, long actual) {
        return wanted == 0 || wanted == actual;
    }
}
