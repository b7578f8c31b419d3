package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Bounds and steps of decimal figures: a figure of ten characters may have ten million digits. */
final class Decimals {
    private static final int MOST_DIGITS = 60;
    private static final int MOST_SCALE = 40;

    private Decimals() {}

    static BigDecimal bounded(String name, BigDecimal value) {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_SCALE) {
            throw new IllegalArgumentException(name + " has " + value.precision() + " digits and scale " + value.scale()
                    + "; at most " + MOST_DIGITS + " digits and scale " + MOST_SCALE + " are taken");
        }
        return value;
    }

    static BigDecimal positive(String name, BigDecimal value) {
        if (bounded(name, value).signum() <= 0) {
            throw new IllegalArgumentException(name + " is " + value.toPlainString() + ", and must be above 0");
        }
        return value;
    }

    static BigDecimal notNegative(String name, BigDecimal value) {
        if (bounded(name, value).signum() < 0) {
            throw new IllegalArgumentException(name + " is " + value.toPlainString() + ", and must not be negative");
        }
        return value;
    }

    static boolean isBounded(@Nullable BigDecimal value) {
        return value == null || (value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_SCALE);
    }

    /** The same figure with as few decimals as it needs, and none below 0: 1E+2 becomes 100. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    /** The largest multiple of a lot that an amount buys at a price; not below 0. */
    static BigDecimal lots(BigDecimal amount, BigDecimal price, BigDecimal lot) {
        BigDecimal count = amount.divide(price.multiply(lot), 0, RoundingMode.FLOOR);
        return max(BigDecimal.ZERO, count).multiply(lot);
    }

    static BigDecimal min(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    static BigDecimal max(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static boolean isAbove(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) > 0;
    }

    static boolean isBelow(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) < 0;
    }

    static BigDecimal signed(BigDecimal magnitude, Side side) {
        return side == Side.BUY ? magnitude : magnitude.negate();
    }
}
