package io.ttquant.core.order;

import io.ttquant.api.order.Side;

/** What fees and rebates in the currency that is traded may take a position further than the quantities of its fills. */
@FunctionalInterface
public interface PaidInBase {
    /** Fees are paid in another currency. */
    PaidInBase NOTHING = (side, rawQuantity) -> 0;

    /**
     * The most that they can be, whatever fills the quantity comes in: rebates of buys, fees of sells.
     *
     * @param rawQuantity at the quantity scale, not negative
     * @return at the quantity scale, not negative
     */
    long rawMore(Side side, long rawQuantity);
}
