package io.ttquant.api.market;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Brings prices and quantities of people and of analysis to an instrument's ticks and lots. Safe by default: quantities
 * floor, buy prices floor and sell prices ceil; a positive quantity that would become zero is an error.
 *
 * <p>A double within a billionth of a tick (or lot) of a multiple is taken for that multiple, so that 0.1 + 0.2 is 0.3.
 */
public final class Rounding {
    private static final double SNAP = 1e-9;

    private final Instrument instrument;

    Rounding(Instrument instrument) {
        this.instrument = instrument;
    }

    /** The highest multiple of the tick that is not above {@code price}. */
    public long floorPrice(BigDecimal price) {
        return toStep(price, instrument.priceScale(), instrument.rawTick(), RoundingMode.FLOOR);
    }

    /** The lowest multiple of the tick that is not below {@code price}. */
    public long ceilPrice(BigDecimal price) {
        return toStep(price, instrument.priceScale(), instrument.rawTick(), RoundingMode.CEILING);
    }

    /** The highest multiple of the tick that is not above {@code price}. */
    public long floorPrice(double price) {
        return toStep(price, instrument.priceScale(), instrument.rawTick(), RoundingMode.FLOOR, "price");
    }

    /** The lowest multiple of the tick that is not below {@code price}. */
    public long ceilPrice(double price) {
        return toStep(price, instrument.priceScale(), instrument.rawTick(), RoundingMode.CEILING, "price");
    }

    /**
     * The highest multiple of the lot that is not above {@code quantity}.
     *
     * @throws IllegalArgumentException if the quantity is not positive, or rounds to zero
     */
    public long floorQuantity(BigDecimal quantity) {
        long raw = toStep(quantity, instrument.quantityScale(), instrument.rawLot(), RoundingMode.FLOOR);
        return requirePositive(raw, quantity.toPlainString());
    }

    /**
     * The highest multiple of the lot that is not above {@code quantity}.
     *
     * @throws IllegalArgumentException if the quantity is not positive and finite, or rounds to zero
     */
    public long floorQuantity(double quantity) {
        long raw = toStep(quantity, instrument.quantityScale(), instrument.rawLot(), RoundingMode.FLOOR, "quantity");
        return requirePositive(raw, Double.toString(quantity));
    }

    /**
     * The largest quantity, in whole lots, whose notional at {@code rawPrice} is not above {@code value}; may be zero.
     *
     * @param value in the quote currency
     * @param rawPrice above zero
     */
    public long quantityForValue(BigDecimal value, long rawPrice) {
        long lots = wholeLots(value, rawPrice);
        return lots >= 0 ? Math.multiplyExact(lots, instrument.rawLot()) : exactQuantityForValue(value, rawPrice);
    }

    /** The whole lots worth at most a value, in 64 bits; -1 where that is not enough. */
    private long wholeLots(BigDecimal value, long rawPrice) {
        int shift = instrument.priceScale() + instrument.quantityScale() - value.scale();
        boolean isPlain = instrument.multiplier().compareTo(BigDecimal.ONE) == 0 && value.precision() <= 18;
        if (!isPlain || shift < 0 || shift > FixedPoint.MAX_SCALE || rawPrice <= 0 || value.signum() < 0) {
            return -1;
        }
        long amount = value.unscaledValue().longValue();
        long unit = FixedPoint.pow10(shift);
        boolean fits = Math.multiplyHigh(amount, unit) == 0 && Math.multiplyHigh(rawPrice, instrument.rawLot()) == 0;
        long dividend = amount * unit;
        long divisor = rawPrice * instrument.rawLot();
        return fits && dividend >= 0 && divisor > 0 ? dividend / divisor : -1;
    }

    private long exactQuantityForValue(BigDecimal value, long rawPrice) {
        BigDecimal unit =
                FixedPoint.toDecimal(rawPrice, instrument.priceScale()).multiply(instrument.multiplier());
        BigDecimal lots = value.divide(
                unit.multiply(FixedPoint.toDecimal(instrument.rawLot(), instrument.quantityScale())),
                0,
                RoundingMode.FLOOR);
        return Math.multiplyExact(lots.longValueExact(), instrument.rawLot());
    }

    private long requirePositive(long raw, String asked) {
        if (raw <= 0) {
            throw new IllegalArgumentException(
                    "quantity " + asked + " of " + instrument + " is not above zero in lots of "
                            + instrument.formatQuantity(instrument.rawLot()) + "; ask for at least one lot");
        }
        return raw;
    }

    private static long toStep(BigDecimal value, int scale, long step, RoundingMode rounding) {
        BigDecimal unit = BigDecimal.valueOf(step, scale);
        return Math.multiplyExact(value.divide(unit, 0, rounding).longValueExact(), step);
    }

    private static long toStep(double value, int scale, long step, RoundingMode rounding, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " " + value + " is not a finite number");
        }
        double steps = value * FixedPoint.pow10(scale) / step;
        double nearest = Math.rint(steps);
        if (Math.abs(nearest) < 1L << 52 && Math.abs(steps - nearest) <= SNAP * Math.max(1, Math.abs(steps) * 1e-6)) {
            return Math.multiplyExact((long) nearest, step);
        }
        return toStep(BigDecimal.valueOf(value), scale, step, rounding);
    }
}
