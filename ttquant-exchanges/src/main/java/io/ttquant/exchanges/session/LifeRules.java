package io.ttquant.exchanges.session;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.PositionSide;
import io.ttquant.exchanges.codes.CodeClass;

/** The small decisions on which the truth about an order hangs, each in one place. Tests replace one at a time, to see that its breach is noticed. */
class LifeRules {
    /** Whether an answer proves that the command was not executed. */
    boolean isRefusal(CodeClass answer) {
        return switch (answer) {
            case REJECTED, FATAL, CLOCK, RETRYABLE -> true;
            case ACCEPTED, UNKNOWN, QUERY, MAINTENANCE -> false;
        };
    }

    /** Whether a new order can do no harm though news is missing: the venue itself lets it make a position smaller, and nothing else. Spot knows no such order. */
    boolean isHarmlessBlind(OrderRequest sent) {
        return sent.instrument().kind().isDerivative()
                && (sent.positionSide() == PositionSide.NET ? sent.isReduceOnly() : sent.isClosing());
    }

    /** Whether "not found" says something: only if it was asked for once the venue would refuse the request if it came now. */
    boolean isAfterDeadline(long askedNanos, long deadlineNanos) {
        return askedNanos > deadlineNanos;
    }

    /** How many such answers it takes. */
    int absencesNeeded() {
        return 2;
    }

    /** Whether an order may be reported as ended: all that was filled of it must be booked before. */
    boolean isComplete(long rawKnown, long rawCumulative) {
        return rawKnown >= rawCumulative;
    }

    /** Whether an order that is closed stays so, whatever comes. */
    boolean isFinal(KnownOrder known) {
        return known.end != null;
    }

    /** Whether the figures of an order are news: they are from later than those that are known, or were asked for. */
    boolean areNews(long figuresNanos, long knownNanos, boolean isAnswer) {
        return figuresNanos == 0 ? isAnswer : figuresNanos > knownNanos || (isAnswer && figuresNanos == knownNanos);
    }

    /** Whether a refused cancel may be reported before the order was asked for. */
    boolean isRefusedCancelBelieved() {
        return false;
    }

    /** Whether an account is what the engine should have: nothing happened between the question and the last answer. */
    boolean mayHandOver(boolean isUntouched) {
        return isUntouched;
    }

    /** Whether a fill is booked that was booked before. */
    boolean isBookedAgain() {
        return false;
    }
}
