package io.ttquant.core.engine;

import io.ttquant.api.order.PositionSide;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.ExitPrices;

/** What guards know of one position of a strategy: when it is closed, and what its round trip has brought so far. */
final class PositionGuard {
    final StrategySlot slot;
    final PositionSide side;
    final PositionState position;
    ExitPrices exits = ExitPrices.NEVER;
    private int sign;
    private long rawAtStart;

    PositionGuard(StrategySlot slot, PositionSide side, PositionState position) {
        this.slot = slot;
        this.side = side;
        this.position = position;
    }

    /** True if a fill ended a round trip: the position is flat, but for what is below a lot, or has turned. */
    boolean endsRoundTrip() {
        return sign != 0 && sign != signNow();
    }

    private int signNow() {
        boolean isFlat =
                Math.abs(position.rawQuantity()) < position.instrument().rawLot();
        return isFlat ? 0 : Long.signum(position.rawQuantity());
    }

    /** Profit less fees since the round trip began, at the settlement currency's scale. */
    long rawProfit() {
        return Math.subtractExact(rawNow(), rawAtStart);
    }

    private long rawNow() {
        return Math.subtractExact(position.rawRealized(), position.rawFees());
    }

    /**
     * Takes note of a fill that was handled.
     *
     * @param rawFeeOfFill the fee of the fill, which belongs to the round trip that it opened, at the settlement currency's scale
     */
    void follow(long rawFeeOfFill) {
        int now = signNow();
        if (now != sign) {
            rawAtStart = sign == 0 ? Math.addExact(rawNow(), rawFeeOfFill) : rawNow();
            sign = now;
        }
    }
}
