package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;

/** Slippage as a fraction of the price, rounded up to a tick. */
record BasisPointSlippage(BigDecimal basisPoints, long rawRate) implements SlippageModel {
    private static final int RATE_SCALE = 10;

    static BasisPointSlippage of(BigDecimal basisPoints) {
        if (basisPoints.signum() < 0) {
            throw new IllegalArgumentException("slippage of " + basisPoints + " basis points must not be negative");
        }
        return new BasisPointSlippage(basisPoints, FixedPoint.toRaw(basisPoints.movePointLeft(4), RATE_SCALE));
    }

    @Override
    public long rawSlippage(Instrument instrument, Side side, long rawPrice, long rawQuantity) {
        long nearest = FixedPoint.multiply(rawPrice, rawRate, RATE_SCALE, 0);
        // Both products may wrap; their difference is below one unit, so it does not.
        long rest = rawPrice * rawRate - nearest * FixedPoint.pow10(RATE_SCALE);
        long up = rest > 0 ? nearest + 1 : nearest;
        long tick = instrument.rawTick();
        return (up + tick - 1) / tick * tick;
    }

    @Override
    public String describe() {
        String unit = basisPoints.compareTo(BigDecimal.ONE) == 0 ? " basis point" : " basis points";
        return basisPoints.stripTrailingZeros().toPlainString()
                + unit
                + " against every taker fill, rounded up to a tick";
    }
}
