package io.ttquant.core.portfolio;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Makes the account's position in a derivative what its exchange says it is: at the start, and where it changed without a fill that was reported. What changes
 * is the part of an owner beside the strategies; nothing is realised and no balance moves, since what was realised is in the balance that the exchange states.
 */
public final class HeldPositions {
    private static final int MOST_DIGITS = 40;

    private HeldPositions() {}

    /**
     * Sets the account's position, or one of its two.
     *
     * @param owner whose part makes up the difference: its net position, or in hedge mode its long or its short one
     * @param rawHeld what the account holds, at the quantity scale: positive long, negative short, 0 if it is flat
     * @param entryPrice the average price of it, which need not be a tick; its cost is reckoned exactly and rounded once to the settlement currency's
     *     scale, half to even, as that of a fill is. Not looked at if the position is flat
     * @return by how much the account's position changed, at the quantity scale
     * @throws IllegalArgumentException if the instrument is none that is held, the price is not above zero or has too many digits, or the sign does not
     *     go with the side
     * @throws ArithmeticException if the cost or a sum does not fit; nothing is changed then
     */
    public static long set(PositionState owner, long rawHeld, BigDecimal entryPrice) {
        Holding holding = owner.holding();
        Instrument i = holding.instrument;
        PositionState net = holding.net.leg(owner.side());
        requireDerivative(i);
        requireHeld(i, owner.side(), rawHeld, entryPrice);
        long change = Math.subtractExact(rawHeld, net.rawQuantity());
        if (change == 0) {
            return 0;
        }
        long costChange = Math.subtractExact(rawHeld == 0 ? 0 : rawCost(i, rawHeld, entryPrice), net.rawCost());
        owner.requireRoomFor(change, costChange);
        net.requireRoomFor(change, costChange);
        owner.correct(change, costChange);
        net.correct(change, costChange);
        if (owner.side() != PositionSide.NET) {
            owner.whole().sumLegs();
            holding.net.sumLegs();
        }
        return change;
    }

    private static void requireDerivative(Instrument i) {
        if (!i.kind().isDerivative()) {
            throw new IllegalArgumentException(
                    "a position in " + i + " was given, which is spot: what is held of it is a balance of " + i.base());
        }
    }

    static void requireHeld(Instrument i, PositionSide side, long rawHeld, BigDecimal entryPrice) {
        if (side == PositionSide.LONG ? rawHeld < 0 : side == PositionSide.SHORT && rawHeld > 0) {
            throw new IllegalArgumentException("a " + side + " position of " + i.formatQuantity(rawHeld) + " " + i
                    + " was given; a long one is positive and a short one negative");
        }
        boolean isReadable = Math.max(entryPrice.precision(), Math.abs((long) entryPrice.scale())) <= MOST_DIGITS;
        if (rawHeld != 0 && (!isReadable || entryPrice.signum() <= 0)) {
            throw new IllegalArgumentException("the entry price "
                    + (isReadable ? entryPrice.toPlainString() : "of " + entryPrice.precision() + " digits")
                    + " of a position of " + i.formatQuantity(rawHeld) + " " + i
                    + " must be above zero and have at most "
                    + MOST_DIGITS + " digits");
        }
    }

    /** As {@link Holding#rawCost} has it: who buys an inverse contract sells base currency. */
    static long rawCost(Instrument i, long rawHeld, BigDecimal price) {
        BigDecimal contracts = BigDecimal.valueOf(rawHeld, i.quantityScale()).multiply(i.multiplier());
        int scale = i.settlement().scale();
        BigDecimal cost = i.isInverse()
                ? contracts.negate().divide(price, scale, RoundingMode.HALF_EVEN)
                : contracts.multiply(price).setScale(scale, RoundingMode.HALF_EVEN);
        try {
            return cost.unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException("a position of " + i.formatQuantity(rawHeld) + " " + i + " at "
                    + price.toPlainString() + " does not fit the 64 bits of its account; give " + i.settlement()
                    + " a smaller scale");
        }
    }
}
