package io.ttquant.exchanges.answer;

import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The largest value of an order. Where a venue states none, and its largest quantity at its most extreme price would not fit 64 bits, it is what
 * fits: such prices are bounds of the venue's own arithmetic, and no order of that size exists.
 */
public final class NotionalBound {
    private NotionalBound() {}

    /**
     * Sets it.
     *
     * @param stated by the venue; null if it states none
     * @param largest value of the largest order at the price at which it is worth most; null if that has no bound
     */
    public static void apply(
            InstrumentBuilder builder, @Nullable BigDecimal stated, @Nullable BigDecimal largest, Currency settlement) {
        BigDecimal most =
                FixedPoint.toDecimal(Long.MAX_VALUE, settlement.scale()).setScale(0, RoundingMode.FLOOR);
        boolean isTooLarge = stated == null && largest != null && largest.compareTo(most) > 0;
        builder.maxNotional(isTooLarge ? most : stated);
    }
}
