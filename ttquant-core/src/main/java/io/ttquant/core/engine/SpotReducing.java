package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that orders only reduce where nobody else does, which is at every exchange on spot: while orders that only reduce are open on a side of a
 * position, all that is open on that side is covered by what is held.
 *
 * @param isSimulated whether execution is simulated, which sees to it itself
 */
record SpotReducing(boolean isSimulated) {
    boolean isOurs(Instrument instrument) {
        return !isSimulated && instrument.kind() == InstrumentKind.SPOT;
    }

    /** Judges an order that is to be sent. */
    @Nullable
    Refusal check(TrackedOrder order, OpenOrders open) {
        return isOurs(order.instrument()) ? covered(order, open, order.rawQuantity(), isReduceOnly(order)) : null;
    }

    /** Judges an order that is to grow. */
    @Nullable
    Refusal checkGrowth(TrackedOrder order, OpenOrders open, long rawMore) {
        return isOurs(order.instrument()) && rawMore > 0 ? covered(order, open, rawMore, isReduceOnly(order)) : null;
    }

    /** What of a quantity the engine may close itself while a strategy's own orders are still open. */
    long rawCloseable(
            Instrument instrument, OpenOrders open, PositionSide leg, Side side, long rawHeld, long rawQuantity) {
        boolean isShared = isOurs(instrument) && open.rawReducing(leg, side) > 0;
        return isShared ? Math.max(0, Math.min(rawQuantity, rawHeld - open.rawOpen(leg, side))) : rawQuantity;
    }

    private static boolean isReduceOnly(TrackedOrder order) {
        return order.request().isReduceOnly();
    }

    private static @Nullable Refusal covered(TrackedOrder order, OpenOrders open, long rawMore, boolean isReduceOnly) {
        PositionSide leg = order.request().positionSide();
        if (!isReduceOnly && open.rawReducing(leg, order.side()) == 0) {
            return null;
        }
        long held = Math.abs(order.position().rawQuantity());
        long rawOpen = open.rawOpen(leg, order.side());
        return rawMore <= held - rawOpen ? null : beyond(order, rawMore, held, rawOpen, isReduceOnly);
    }

    private static Refusal beyond(TrackedOrder order, long rawMore, long held, long rawOpen, boolean isReduceOnly) {
        Instrument i = order.instrument();
        return new Refusal(
                RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                "a " + (isReduceOnly ? "reduce-only " : "") + order.side() + " of " + i.formatQuantity(rawMore)
                        + " goes beyond the position of " + i.formatQuantity(held) + " " + i + ", of which "
                        + i.formatQuantity(rawOpen) + " are in open orders on that side"
                        + (isReduceOnly ? "" : ", some of them reduce-only")
                        + "; no exchange sees to reduce-only on spot, so cancel those first, or ask for less");
    }
}
