package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import org.jspecify.annotations.Nullable;

/** What the part of an order that the book shows keeps. */
final class DisplayRules {
    private DisplayRules() {}

    /** @param rawQuantity the order's whole quantity, which an amendment may have changed */
    static @Nullable Refusal check(OrderRequest r, long rawQuantity) {
        long raw = r.rawDisplay();
        Instrument i = r.instrument();
        if (raw == 0) {
            return null;
        }
        String what = "display quantity " + i.formatQuantity(raw);
        if (r.type().triggered() != OrderType.LIMIT || r.timeInForce().isImmediate()) {
            return CombinationRules.refuse(
                    r,
                    what
                            + " is of use only where an order rests; use a limit order with GTC, GTD or DAY, or leave it 0");
        }
        if (raw < 0 || raw % i.rawLot() != 0) {
            return new Refusal(
                    RejectReason.QUANTITY_STEP,
                    what + " of " + i + " is no positive multiple of the lot " + i.formatQuantity(i.rawLot())
                            + "; round it with instrument.rounding()");
        }
        if (raw < i.filters().rawMinQuantity()) {
            return new Refusal(
                    RejectReason.QUANTITY_BELOW_MINIMUM,
                    what + " is below the minimum "
                            + i.formatQuantity(i.filters().rawMinQuantity()) + " of " + i
                            + "; show more, or leave it 0 to show all");
        }
        return raw < rawQuantity
                ? null
                : CombinationRules.refuse(
                        r,
                        what + " is not below the quantity " + i.formatQuantity(rawQuantity)
                                + "; show less, or leave it 0 to show all");
    }
}
