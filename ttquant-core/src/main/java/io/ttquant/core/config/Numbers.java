package io.ttquant.core.config;

import io.ttquant.api.strategy.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;

/** Reads numbers without loss, and checks their range. */
final class Numbers {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> DOUBLE = Set.of(double.class, Double.class);

    private Numbers() {}

    static boolean isNumber(Class<?> type) {
        return WHOLE.contains(type) || DOUBLE.contains(type) || type == BigDecimal.class;
    }

    /** A number as {@code type}, multiplied by {@code factor} before it is converted. */
    static Object read(Class<?> type, Node node, BigDecimal factor) {
        if (WHOLE.contains(type)) {
            return whole(type, node, factor);
        }
        if (type == BigDecimal.class) {
            return Scalars.decimal(node, "a decimal such as 0.1 or \"0.1\"").multiply(factor);
        }
        if (node.value() instanceof String) {
            throw Scalars.wrongType(node, "a number, without quotes");
        }
        return Scalars.decimal(node, "a finite number such as 1.5")
                .multiply(factor)
                .doubleValue();
    }

    private static Object whole(Class<?> type, Node node, BigDecimal factor) {
        if (!(node.value() instanceof Long) && factor.compareTo(BigDecimal.ONE) == 0) {
            throw Scalars.wrongType(node, "a whole number such as 10");
        }
        try {
            BigDecimal value = Scalars.decimal(node, "a number such as 10").multiply(factor);
            return isInt(type) ? (Object) value.intValueExact() : (Object) value.longValueExact();
        } catch (ArithmeticException e) {
            String bounds = isInt(type)
                    ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                    : Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            throw new IllegalArgumentException(
                    node.value() + " does not come to a whole number from " + bounds + "; write one that does", e);
        }
    }

    private static boolean isInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    /** Refuses a number outside its range. Other values have none. */
    static void check(Object value, Range range, BigDecimal factor) {
        if (!(value instanceof Number)) {
            return;
        }
        BigDecimal number = new BigDecimal(value.toString());
        boolean below = range.min() > -Double.MAX_VALUE && number.compareTo(BigDecimal.valueOf(range.min())) < 0;
        boolean above = range.max() < Double.MAX_VALUE && number.compareTo(BigDecimal.valueOf(range.max())) > 0;
        if (below || above) {
            throw new IllegalArgumentException(plain(inUnitOf(number, factor)) + " must be " + describe(range, factor));
        }
    }

    private static String describe(Range range, BigDecimal factor) {
        String min = plain(inUnitOf(BigDecimal.valueOf(range.min()), factor));
        String max = plain(inUnitOf(BigDecimal.valueOf(range.max()), factor));
        if (range.max() == Double.MAX_VALUE) {
            return "at least " + min;
        }
        return range.min() == -Double.MAX_VALUE ? "at most " + max : "from " + min + " to " + max;
    }

    private static BigDecimal inUnitOf(BigDecimal number, BigDecimal factor) {
        return number.divide(factor, MathContext.DECIMAL64);
    }

    /** Plain digits without trailing zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
