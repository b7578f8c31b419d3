package io.ttquant.api.market;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Brings prices and quantities of people and of analysis to an instrument's ticks and lots. Safe by default: quantities
 * floor, buy prices floor and sell prices ceil; a positive quantity that would become zero is an error.
 *
 * <p>A double within a billionth of a tick (or lot) of a multiple, or within 10<sup>-15</sup> of its own size, is taken for that multiple, so
 * that 0.1 + 0.2 is 0.3.
 *
 * <p>Every method throws an {@link ArithmeticException} that names the value if the result does not fit 64 bits, and an
 * {@link IllegalArgumentException} for a double that is not finite.
 */
public final class Rounding {
    private static final double SNAP = 1e-9;
    /** With 18 decimals of each factor, no figure of more digits before the point fits, and none behind as many zeros counts. */
    private static final int MAX_DIGITS = 80;

    private final Instrument instrument;

    Rounding(Instrument instrument) {
        this.instrument = instrument;
    }

    /** The highest multiple of the tick that is not above {@code price}. */
    public long floorPrice(BigDecimal price) {
        return toTick(price, RoundingMode.FLOOR);
    }

    /** The lowest multiple of the tick that is not below {@code price}. */
    public long ceilPrice(BigDecimal price) {
        return toTick(price, RoundingMode.CEILING);
    }

    /** The highest multiple of the tick that is not above {@code price}. */
    public long floorPrice(double price) {
        return toTick(price, RoundingMode.FLOOR);
    }

    /** The lowest multiple of the tick that is not below {@code price}. */
    public long ceilPrice(double price) {
        return toTick(price, RoundingMode.CEILING);
    }

    /**
     * The highest multiple of the lot that is not above {@code quantity}.
     *
     * @throws IllegalArgumentException if the quantity is not positive, or rounds to zero
     */
    public long floorQuantity(BigDecimal quantity) {
        return requirePositive(floorToLot(quantity), quantity.toString());
    }

    /**
     * The highest multiple of the lot that is not above {@code quantity}.
     *
     * @throws IllegalArgumentException if the quantity is not positive and finite, or rounds to zero
     */
    public long floorQuantity(double quantity) {
        return requirePositive(floorToLot(quantity), Double.toString(quantity));
    }

    /** The highest multiple of the lot that is not above {@code quantity}; zero for less than a lot, negative for a negative quantity. */
    public long floorToLot(BigDecimal quantity) {
        return toStep(quantity, instrument.quantityScale(), instrument.rawLot(), RoundingMode.FLOOR, "quantity");
    }

    /** The highest multiple of the lot that is not above {@code quantity}; zero for less than a lot, negative for a negative quantity. */
    public long floorToLot(double quantity) {
        return toStep(quantity, instrument.quantityScale(), instrument.rawLot(), RoundingMode.FLOOR, "quantity");
    }

    /**
     * The largest quantity, in whole lots, whose notional at {@code rawPrice} is not above {@code value}; may be zero.
     *
     * @param value in the settlement currency, which is the quote currency of spot and linear contracts
     * @param rawPrice above zero
     */
    public long quantityForValue(BigDecimal value, long rawPrice) {
        long lots = wholeLots(value, rawPrice);
        return lots >= 0 && fits(lots, instrument.rawLot())
                ? lots * instrument.rawLot()
                : exactQuantityForValue(value, rawPrice);
    }

    /** The whole lots worth at most a value, in 64 bits; -1 where that is not enough. */
    private long wholeLots(BigDecimal value, long rawPrice) {
        int shift = instrument.priceScale() + instrument.quantityScale() - value.scale();
        boolean isPlain = !instrument.isInverse()
                && instrument.multiplier().compareTo(BigDecimal.ONE) == 0
                && value.precision() <= 18;
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
        if (rawPrice <= 0) {
            throw new IllegalArgumentException("price " + instrument.formatPrice(rawPrice) + " of " + instrument
                    + " must be above zero to turn a value into a quantity; give the price of the order");
        }
        BigDecimal price = FixedPoint.toDecimal(rawPrice, instrument.priceScale());
        BigDecimal lot = FixedPoint.toDecimal(instrument.rawLot(), instrument.quantityScale())
                .multiply(instrument.multiplier());
        String what = "value";
        BigDecimal lots = instrument.isInverse()
                ? wholeSteps(bounded(value, what).multiply(price), lot, RoundingMode.FLOOR, what)
                : wholeSteps(value, lot.multiply(price), RoundingMode.FLOOR, what);
        return scaled(lots, instrument.rawLot(), value, what);
    }

    private long requirePositive(long raw, String asked) {
        if (raw <= 0) {
            throw new IllegalArgumentException(
                    "quantity " + asked + " of " + instrument + " is not above zero in lots of "
                            + instrument.formatQuantity(instrument.rawLot()) + "; ask for at least one lot");
        }
        return raw;
    }

    private long toTick(BigDecimal price, RoundingMode rounding) {
        return toStep(price, instrument.priceScale(), instrument.rawTick(), rounding, "price");
    }

    private long toTick(double price, RoundingMode rounding) {
        return toStep(price, instrument.priceScale(), instrument.rawTick(), rounding, "price");
    }

    private long toStep(double value, int scale, long step, RoundingMode rounding, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " " + value + " is not a finite number; check what it was computed from");
        }
        double steps = value * FixedPoint.pow10(scale) / step;
        double nearest = Math.rint(steps);
        if (Math.abs(nearest) < 1L << 52 && Math.abs(steps - nearest) <= SNAP * Math.max(1, Math.abs(steps) * 1e-6)) {
            if (!fits((long) nearest, step)) {
                throw tooLarge(BigDecimal.valueOf(value), what);
            }
            return ((long) nearest) * step;
        }
        return toStep(BigDecimal.valueOf(value), scale, step, rounding, what);
    }

    private long toStep(BigDecimal value, int scale, long step, RoundingMode rounding, String what) {
        return scaled(wholeSteps(value, BigDecimal.valueOf(step, scale), rounding, what), step, value, what);
    }

    private BigDecimal bounded(BigDecimal value, String what) {
        if (value.signum() != 0 && (long) value.precision() - value.scale() > MAX_DIGITS) {
            throw tooLarge(value, what);
        }
        return value;
    }

    /** Whole steps of a size; a value of absurd exponent is judged without computing with it. */
    private BigDecimal wholeSteps(BigDecimal value, BigDecimal size, RoundingMode rounding, String what) {
        bounded(value, what);
        long digits = (long) value.precision() - value.scale();
        if (value.signum() != 0 && digits < -MAX_DIGITS) {
            boolean isNext = rounding == RoundingMode.FLOOR ? value.signum() < 0 : value.signum() > 0;
            return isNext ? BigDecimal.valueOf(value.signum()) : BigDecimal.ZERO;
        }
        return value.divide(size, 0, rounding);
    }

    private long scaled(BigDecimal steps, long step, BigDecimal value, String what) {
        BigDecimal raw = steps.multiply(BigDecimal.valueOf(step));
        if (raw.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw tooLarge(value, what);
        }
        return raw.longValueExact();
    }

    private static boolean fits(long steps, long step) {
        return Math.multiplyHigh(steps, step) == (steps * step) >> 63;
    }

    private ArithmeticException tooLarge(BigDecimal value, String what) {
        boolean isPrice = what.equals("price");
        String most = isPrice ? instrument.formatPrice(Long.MAX_VALUE) : instrument.formatQuantity(Long.MAX_VALUE);
        return new ArithmeticException(what + " " + value + " of " + instrument + " does not fit 64 bits; "
                + (isPrice ? "a price is at most " : "a quantity is at most ") + most + ", so give a smaller " + what);
    }
}
