package io.ttquant.api.order;

/**
 * How a trailing stop follows the market. Its trigger is the best price seen since it became active, less the offset for a sell, plus it for a
 * buy; it only ever improves.
 *
 * @param kind the unit of {@code distance} and {@code limitDistance}
 * @param distance from the followed price to the trigger, above zero: a raw price for {@link Kind#PRICE}, hundredths of a basis point for {@link
 *     Kind#BASIS_POINTS} (25 basis points are 2500), ticks for {@link Kind#TICKS}
 * @param limitDistance from the trigger to the limit of a trailing stop-limit, in the same unit, in the direction in which the order gets filled
 *     more easily; 0 = at the trigger
 * @param rawActivation the price that must be reached before it follows, at the price scale; 0 = it follows from its arrival on
 */
public record TrailingOffset(Kind kind, long distance, long limitDistance, long rawActivation) {
    /** The unit of an offset. */
    public enum Kind {
        /** A raw price difference. */
        PRICE,
        /** Hundredths of a basis point of the followed price. */
        BASIS_POINTS,
        /** Ticks. */
        TICKS
    }

    /** An offset that is active from the order's arrival on. */
    public static TrailingOffset of(Kind kind, long distance) {
        return new TrailingOffset(kind, distance, 0, 0);
    }

    /** The same with a distance from trigger to limit. */
    public TrailingOffset withLimitDistance(long value) {
        return new TrailingOffset(kind, distance, value, rawActivation);
    }

    /** The same with an activation price. */
    public TrailingOffset withActivation(long raw) {
        return new TrailingOffset(kind, distance, limitDistance, raw);
    }
}
