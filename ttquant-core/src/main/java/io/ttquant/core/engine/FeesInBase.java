package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.order.PaidInBase;

/** Bounds the rebates of buys and the fees of sells in the base currency of spot, which take a position further than its fills do. */
final class FeesInBase implements PaidInBase {
    private final FeeModel fees;
    private final Instrument instrument;
    private final long rawUnit;
    private final boolean[] isOutward = new boolean[Side.values().length];

    private FeesInBase(FeeModel fees, Instrument instrument) {
        this.fees = fees;
        this.instrument = instrument;
        this.rawUnit = FixedPoint.pow10(instrument.base().scale() - instrument.quantityScale());
        for (Side side : Side.values()) {
            boolean isInBase = fees.currency(instrument, side).equals(instrument.base());
            isOutward[side.ordinal()] = isInBase && isOutward(side);
        }
    }

    static PaidInBase of(FeeModel fees, Instrument instrument) {
        if (instrument.kind().isDerivative()) {
            return NOTHING;
        }
        FeesInBase paid = new FeesInBase(fees, instrument);
        return paid.isOutward[0] || paid.isOutward[1] ? paid : NOTHING;
    }

    /** Asked of a quantity so large that no fee rounds to nothing, and that its fee can still be computed. */
    private boolean isOutward(Side side) {
        long rawQuantity = instrument.filters().rawMaxQuantity();
        while (true) {
            try {
                return rawOutward(side, rawQuantity) > 0;
            } catch (ArithmeticException e) {
                rawQuantity /= 10;
            }
        }
    }

    /** A rebate of a buy, or a fee of a sell, of all of a quantity at once, at the base currency's scale. */
    private long rawOutward(Side side, long rawQuantity) {
        long rawPrice = instrument.rawTick();
        long maker = fees.rawFee(instrument, side, LiquiditySide.MAKER, rawPrice, rawQuantity);
        long taker = fees.rawFee(instrument, side, LiquiditySide.TAKER, rawPrice, rawQuantity);
        return side == Side.BUY ? Math.max(0, -Math.min(maker, taker)) : Math.max(0, Math.max(maker, taker));
    }

    @Override
    public long rawMore(Side side, long rawQuantity) {
        if (rawQuantity <= 0 || !isOutward[side.ordinal()]) {
            return 0;
        }
        // Each fill is rounded by itself, at most by a half: n lots by n halves; and what rounds up at all at most
        // doubles.
        long whole = rawOutward(side, rawQuantity);
        long lots = rawQuantity / instrument.rawLot() + 1;
        long inParts = Math.min(Math.addExact(whole, lots / 2 + 1), Math.addExact(Math.multiplyExact(2, whole), 1));
        return -Math.floorDiv(-inParts, rawUnit);
    }
}
