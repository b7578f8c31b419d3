package io.ttquant.core.order;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.TrailingOffset;

/**
 * Where the trigger and the limit of a trailing stop belong. Pure functions.
 *
 * <p>Prices are rounded to the tick away from the market: those of a sell down, those of a buy up. So a stop is never nearer than its offset says.
 * They are at least one tick, and at most the largest tick that there is.
 */
public final class TrailingPrices {
    private static final long HUNDREDTHS_IN_ONE = 1_000_000;

    private TrailingPrices() {}

    /**
     * The trigger of a stop that follows a price: below it for a sell, above it for a buy.
     *
     * @param rawFollowed the best price since it became active, at the price scale
     */
    public static long rawTrigger(TrailingOffset offset, boolean isBuy, long rawTick, long rawFollowed) {
        return away(offset.kind(), offset.distance(), isBuy, rawTick, rawFollowed);
    }

    /** The limit of a trailing stop-limit whose trigger was reached: at its distance from the trigger, where the order is filled more easily. */
    public static long rawLimit(TrailingOffset offset, boolean isBuy, long rawTick, long rawTrigger) {
        return away(offset.kind(), offset.limitDistance(), isBuy, rawTick, rawTrigger);
    }

    /** True if a price activates a stop: a buy at its activation price or below, a sell at it or above. */
    public static boolean isActivatedBy(TrailingOffset offset, boolean isBuy, long rawPrice) {
        long activation = offset.rawActivation();
        return activation == 0 || (isBuy ? rawPrice <= activation : rawPrice >= activation);
    }

    private static long away(TrailingOffset.Kind kind, long distance, boolean isBuy, long rawTick, long rawFrom) {
        long raw = rawDistance(kind, distance, rawTick, rawFrom);
        if (!isBuy) {
            return Math.max(rawTick, Math.floorDiv(Math.max(0, rawFrom - raw), rawTick) * rawTick);
        }
        long highest = Long.MAX_VALUE / rawTick * rawTick;
        return raw > highest - rawFrom ? highest : -Math.floorDiv(-(rawFrom + raw), rawTick) * rawTick;
    }

    /** An offset as a price difference, rounded up; the largest value if it is larger than that. */
    static long rawDistance(TrailingOffset.Kind kind, long distance, long rawTick, long rawFrom) {
        return switch (kind) {
            case PRICE -> distance;
            case TICKS -> distance > Long.MAX_VALUE / rawTick ? Long.MAX_VALUE : distance * rawTick;
            case BASIS_POINTS -> share(rawFrom, distance);
        };
    }

    private static long share(long rawFrom, long hundredths) {
        long rounded = FixedPoint.multiplyDivide(rawFrom, hundredths, HUNDREDTHS_IN_ONE);
        // What rounding left is less than the divisor, so it is right even if the products wrap.
        long rest = rawFrom * hundredths - rounded * HUNDREDTHS_IN_ONE;
        return rest > 0 ? rounded + 1 : rounded;
    }
}
