package io.ttquant.core.portfolio;

import io.ttquant.api.money.FixedPoint;

/**
 * Fees taken in the base currency, as Binance spot does on buys. They shrink the position, so that what is left can be sold. A fee finer than
 * the quantity scale is rounded up for the position: its dust stays in the balance and is never offered.
 */
final class FeeInBase {
    private FeeInBase() {}

    static long rawQuantity(Holding holding, long rawFee) {
        int surplus = holding.base.currency.scale() - holding.instrument.quantityScale();
        long unit = FixedPoint.pow10(surplus);
        return -Math.floorDiv(-rawFee, unit);
    }
}
