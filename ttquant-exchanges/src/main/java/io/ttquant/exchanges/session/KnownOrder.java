package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread.Timeout;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of an order, as far as it was told to the engine, and what is still asked. */
final class KnownOrder {
    /** What became of the request that made it. */
    enum Create {
        /** Sent; no answer yet. */
        IN_FLIGHT,
        /** The answer says nothing, or did not come: asked for until that is known. */
        UNRESOLVED,
        /** Known. */
        SETTLED
    }

    final Order order;
    final Instrument instrument;
    final String clientId;
    final boolean isOurs;
    /** What of its quantity was filled before the session, and is in the account's figures. */
    final long rawBaseline;

    /** The fills of that part are known by their ids. */
    boolean isBaselineNamed;
    /** A fill came of which it is not known whether it is of that part. */
    boolean isBaselineDoubtful;

    final Set<String> venueIds = new LinkedHashSet<>();
    final Set<FillKey> fillKeys = new LinkedHashSet<>();
    final List<VenueFill> held = new ArrayList<>();
    final Deque<PendingAmendment> amendments = new ArrayDeque<>();
    final Inquiry stateInquiry = new Inquiry();
    final Inquiry fillInquiry = new Inquiry();
    /** How many lists of its fills came that lacked some; questions that failed say nothing. */
    int fillAnswers;
    /** When it is asked for because no news come; null if it is not. */
    @Nullable
    Timeout look;
    /** How often in a row it was. */
    int looks;

    Create create = Create.SETTLED;
    long sentNanos;
    long deadlineNanos;
    int absences;
    long lastAbsenceNanos;
    long absentSinceNanos;
    /** How often, and since when, what came of it when it was triggered was found nowhere. */
    int childAbsences;

    long childAbsentSinceNanos;

    @Nullable
    VenueOrder latest;

    long rawQuantity;
    long rawPrice;
    long rawTrigger;
    long figuresNanos;
    /** Filled as far as it was told: the part before the session and what was booked since. */
    long rawKnown;
    /** The largest cumulative quantity that the venue told. */
    long rawClaimed;

    /** The cumulative quantity of the last answer to a question for it. */
    long rawAnswered;

    boolean isByValue;
    boolean isLiquidation;
    /** It is of an earlier run, and trading waits until what was filled of it is known. */
    boolean isRecalled;
    /** It left while news was missing. */
    boolean isBlind;
    /** It did not leave, and its refusal is about to be told. */
    boolean isUnsent;

    boolean isAccepted;
    boolean isTriggered;
    /** It was seen at the service of conditional orders. */
    boolean wasConditional;
    /** A word of the venue is not known, or it was missing where it should be: only an answer helps. */
    boolean isUnclear;

    boolean wasCancelAsked;
    boolean isMissingReported;
    /** The engine was told that an outcome is not known, and not yet that it is. */
    boolean isMarkedUnknown;

    @Nullable
    PendingCancel cancel;

    @Nullable
    Ending ending;

    @Nullable
    OrderStatus end;

    /** Its end was concluded from its absence, so that the venue may still prove the contrary. */
    boolean isEndConcluded;

    /** Only fills were told of it: they wait until its state says whether the venue itself took the position. */
    boolean awaitsState;

    /** A fill was the last of it, so that the engine has it as filled. */
    boolean isWhole;

    /** The order that the engine adopted in its place, once the venue had proved that it had not ended. */
    @Nullable
    KnownOrder successor;

    long endedNanos;
    long lastEventNanos;

    KnownOrder(Order order, String clientId, boolean isOurs, long rawBaseline) {
        this.order = order;
        this.instrument = order.instrument();
        this.clientId = clientId;
        this.isOurs = isOurs;
        this.rawBaseline = rawBaseline;
        this.rawKnown = rawBaseline;
        this.rawClaimed = rawBaseline;
        this.rawQuantity = order.rawQuantity();
        this.rawPrice = order.rawPrice();
        this.rawTrigger = order.rawTrigger();
        this.isByValue = order.sent().isByValue();
    }

    /** The one that stands for the venue's order now. */
    KnownOrder current() {
        KnownOrder last = this;
        for (KnownOrder next = successor; next != null; next = next.successor) {
            last = next;
        }
        return last;
    }

    String symbol() {
        return instrument.id().symbol();
    }

    boolean isOpen() {
        return end == null;
    }

    long rawLeaves() {
        return rawQuantity - rawKnown;
    }

    /** The quantity that it has if the amendment under way takes effect; 0 if none asks for another. */
    long rawQuantityAsked() {
        PendingAmendment first = amendments.peek();
        return first == null || !first.isSent ? 0 : first.asked.rawQuantity();
    }

    /** Whether fills are missing, or one cannot be placed without the others. */
    boolean lacksFills() {
        return rawClaimed > rawKnown || isBaselineDoubtful;
    }

    /** Whether the venue has to be asked for its state. */
    boolean isQuestionable() {
        if (end != null) {
            return isUnclear;
        }
        PendingAmendment amendment = amendments.peek();
        return create == Create.UNRESOLVED
                || isUnclear
                || !held.isEmpty()
                || (cancel != null && cancel.isDoubtful())
                || (amendment != null && amendment.isDoubtful());
    }

    /** Whether it is not known what became of a command, or of its trigger. A cancel or an amendment that was in doubt stays so until the order is proved to have ended or to be open. */
    boolean hasUnknownOutcome() {
        PendingAmendment amendment = amendments.peek();
        return create == Create.UNRESOLVED
                || childAbsentSinceNanos != 0
                || (cancel != null && cancel.isUnknown)
                || (amendment != null && amendment.isUnknown);
    }

    /** What came of it when it was triggered is known. */
    void childFound() {
        childAbsences = 0;
        childAbsentSinceNanos = 0;
    }

    /** Whether nothing is under way and nothing is missing. */
    boolean isQuiet() {
        boolean isSettled = create == Create.SETTLED && cancel == null && amendments.isEmpty();
        return isSettled && (ending == null || end != null) && held.isEmpty() && !lacksFills() && !isUnclear;
    }
}
