package io.ttquant.backtest;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.MarginGroup;
import io.ttquant.core.margin.View;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The margin of all derivatives that are settled in one currency.
 *
 * @param currency the currency
 * @param balance balance with the profit and loss of cross positions, at the end
 * @param free what of it new orders could use, at the end; negative if positions have lost more than was left
 * @param mostUsedPercent the largest part of the balance that positions and open orders used, in percent, of all times at which an order was
 *     accepted or margin was judged; null if nothing was left at one of them
 */
public record MarginUse(
        Currency currency,
        BigDecimal balance,
        BigDecimal free,
        @Nullable BigDecimal mostUsedPercent) {
    static List<MarginUse> of(Engine engine) {
        MarginAccount account = engine.margin();
        return account == null
                ? List.of()
                : account.groups().stream().map(MarginUse::of).toList();
    }

    private static MarginUse of(MarginGroup group) {
        int scale = group.currency().scale();
        return new MarginUse(
                group.currency(),
                FixedPoint.toDecimal(group.rawMarginBalance(View.KNOWN), scale),
                FixedPoint.toDecimal(group.rawFree(View.KNOWN), scale),
                group.mostUsed() == Long.MAX_VALUE ? null : FixedPoint.toDecimal(group.mostUsed(), 2));
    }
}
