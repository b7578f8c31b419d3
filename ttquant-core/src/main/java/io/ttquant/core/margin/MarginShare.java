package io.ttquant.core.margin;

import io.ttquant.api.money.FixedPoint;
import java.util.ArrayList;
import java.util.List;

/** The holds of orders in one instrument of which one or the other fills: of each side only the largest counts. */
final class MarginShare {
    private final boolean endsOthers;
    private final List<MarginHold> members = new ArrayList<>(2);

    /** @param endsOthers whether a fill ends the others; else it leaves them no more than the filled one has left */
    MarginShare(boolean endsOthers) {
        this.endsOthers = endsOthers;
    }

    void add(MarginHold hold) {
        members.add(hold);
    }

    /** The most that another hold of a side has; 0 if there is none. */
    long most(MarginHold but, View view, MarginPart part, boolean isBuy) {
        int v = view.index();
        long most = 0;
        for (MarginHold other : members) {
            if (other != but && other.isOf(v, isBuy)) {
                most = Math.max(most, other.raw(v, part));
            }
        }
        return most;
    }

    /** The most that another hold of a side has once a member filled and has a quantity left. */
    long mostAfter(MarginHold filled, View view, MarginPart part, boolean isBuy, long rawLeft) {
        int v = view.index();
        long most = 0;
        if (!endsOthers) {
            for (MarginHold other : members) {
                if (other != filled && other.isOf(v, isBuy)) {
                    long whole = other.raw(v, MarginPart.QUANTITY);
                    long left = Math.min(rawLeft, whole);
                    most = Math.max(most, FixedPoint.multiplyDivide(other.raw(v, part), left, whole));
                }
            }
        }
        return most;
    }
}
