package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an amendment changes.
 *
 * @param price the new limit, null to leave it
 * @param quantity the new quantity including what has filled, null to leave it
 * @param keepsPriority whether only what keeps the place in the queue is allowed: a smaller quantity
 * @param cancelsOnFailure whether the order is cancelled if the amendment is refused
 */
public record Amendment(
        @Nullable BigDecimal price, @Nullable BigDecimal quantity, boolean keepsPriority, boolean cancelsOnFailure) {
    /** A new limit and quantity; null leaves one. */
    public static Amendment to(@Nullable BigDecimal price, @Nullable BigDecimal quantity) {
        return new Amendment(price, quantity, false, false);
    }
}
