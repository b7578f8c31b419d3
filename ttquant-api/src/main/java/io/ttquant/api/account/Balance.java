package io.ttquant.api.account;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;

/**
 * What an account holds of a currency. {@code total = locked + free}, always.
 *
 * @param currency the currency
 * @param rawTotal all of it, at the currency's scale
 * @param rawLocked the part that open orders have reserved
 */
public record Balance(Currency currency, long rawTotal, long rawLocked) {
    /** The part that is not reserved, at the currency's scale. */
    public long rawFree() {
        return rawTotal - rawLocked;
    }

    /** The double nearest to the total. */
    public double total() {
        return FixedPoint.toDouble(rawTotal, currency.scale());
    }

    /** The double nearest to the free part. */
    public double free() {
        return FixedPoint.toDouble(rawFree(), currency.scale());
    }
}
