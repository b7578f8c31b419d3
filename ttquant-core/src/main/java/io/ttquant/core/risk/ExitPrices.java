package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The prices at which a position is closed, at the instrument's price scale: at or below the low one, and at or above the high one. Of a strategy's
 * limits and the account's the nearest holds.
 *
 * @param rawLow 0 = never
 * @param rawHigh {@link Long#MAX_VALUE} = never
 */
public record ExitPrices(long rawLow, long rawHigh) {
    /** Never. */
    public static final ExitPrices NEVER = new ExitPrices(0, Long.MAX_VALUE);

    /** Of a position, which may be flat. */
    public static ExitPrices of(PositionState position, GuardLimits strategy, GuardLimits account) {
        if (position.rawQuantity() == 0 || position.rawCost() == 0) {
            return NEVER;
        }
        BigDecimal average = average(position);
        boolean isLong = position.rawQuantity() > 0;
        Instrument i = position.instrument();
        return of(i, average, isLong, strategy).nearer(of(i, average, isLong, account));
    }

    /** The average price of a position, of its exact cost. */
    static BigDecimal average(PositionState position) {
        Instrument i = position.instrument();
        BigDecimal cost =
                FixedPoint.toDecimal(position.rawCost(), i.settlement().scale()).abs();
        BigDecimal held = FixedPoint.toDecimal(position.rawQuantity(), i.quantityScale())
                .abs()
                .multiply(i.multiplier());
        return i.isInverse() ? held.divide(cost, MathContext.DECIMAL128) : cost.divide(held, MathContext.DECIMAL128);
    }

    private static ExitPrices of(Instrument i, BigDecimal average, boolean isLong, GuardLimits limits) {
        ExitPrices prices = NEVER;
        if (limits.stopLoss().isPresent()) {
            prices = prices.nearer(
                    at(i, average, average.multiply(limits.stopLoss().get()), isLong));
        }
        if (limits.takeProfit().isPresent()) {
            prices = prices.nearer(
                    at(i, average, average.multiply(limits.takeProfit().get()), !isLong));
        }
        BigDecimal stop = limits.stopLossDistance().get(i.id());
        if (stop != null) {
            prices = prices.nearer(at(i, average, stop, isLong));
        }
        BigDecimal target = limits.takeProfitDistance().get(i.id());
        return target == null ? prices : prices.nearer(at(i, average, target, !isLong));
    }

    private static ExitPrices at(Instrument i, BigDecimal average, BigDecimal distance, boolean isBelow) {
        return isBelow
                ? new ExitPrices(
                        InstrumentScope.raw(
                                average.subtract(distance).max(BigDecimal.ZERO), i.priceScale(), RoundingMode.FLOOR),
                        Long.MAX_VALUE)
                : new ExitPrices(0, InstrumentScope.raw(average.add(distance), i.priceScale(), RoundingMode.CEILING));
    }

    private ExitPrices nearer(ExitPrices other) {
        return new ExitPrices(Math.max(rawLow, other.rawLow), Math.min(rawHigh, other.rawHigh));
    }

    /** True if a price is at or beyond one of them. */
    public boolean isReached(long rawPrice) {
        return rawPrice <= rawLow || rawPrice >= rawHigh;
    }

    /**
     * What was reached.
     *
     * @param rawPrice a price that is at or beyond one of them
     */
    public Trip trip(PositionState position, long rawPrice) {
        Instrument i = position.instrument();
        boolean isLong = position.rawQuantity() > 0;
        boolean isLow = rawPrice <= rawLow;
        boolean isStop = isLong == isLow;
        return new Trip(
                isStop ? Guard.STOP_LOSS : Guard.TAKE_PROFIT,
                GuardAction.FLATTEN,
                (isStop ? "stop-loss" : "take-profit") + " of the position " + i.formatQuantity(position.rawQuantity())
                        + " " + i + " with average price "
                        + average(position)
                                .setScale(i.priceScale(), RoundingMode.HALF_EVEN)
                                .toPlainString()
                        + ": the price " + i.formatPrice(rawPrice) + " is at or " + (isLow ? "below " : "above ")
                        + i.formatPrice(isLow ? rawLow : rawHigh));
    }
}
