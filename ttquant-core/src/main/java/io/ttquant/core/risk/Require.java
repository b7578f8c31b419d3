package io.ttquant.core.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What limits must be to make sense. */
final class Require {
    /** Decimals of a fraction. */
    static final int FRACTION_SCALE = 9;

    /** A hundred years: what is longer limits nothing, and does not fit the engine's nanoseconds some time. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Require() {}

    static void positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(
                    name + " " + value.toPlainString() + " must be above 0; leave it out for no limit");
        }
    }

    static void positive(String name, Optional<BigDecimal> value) {
        value.ifPresent(v -> positive(name, v));
    }

    static void notNegative(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " " + value.toPlainString() + " must not be negative");
        }
    }

    static void notNegativeAmount(String name, Optional<BigDecimal> value) {
        value.ifPresent(v -> notNegative(name, v));
    }

    static void notNegative(String name, Optional<Duration> value) {
        value.filter(Duration::isNegative).ifPresent(v -> {
            throw new IllegalArgumentException(name + " " + v + " must not be negative");
        });
        value.filter(v -> v.compareTo(LONGEST) > 0).ifPresent(v -> {
            throw new IllegalArgumentException(
                    name + " " + v + " must be at most " + LONGEST.toDays() + " days; leave it out for no limit");
        });
    }

    /** A fraction above 0 and at most {@code most}. */
    static void fraction(String name, Optional<BigDecimal> value, int most) {
        value.ifPresent(v -> {
            if (v.signum() <= 0 || v.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new IllegalArgumentException(name + " " + v.toPlainString() + " must be above 0 and at most "
                        + most + "; it is a fraction, so 2 percent is 0.02");
            }
            requireDecimals(name, v);
        });
    }

    /** A fraction of the capital, from 0; leverage may make it more than 1. */
    static void share(String name, Optional<BigDecimal> value) {
        value.ifPresent(v -> {
            if (v.signum() < 0 || v.compareTo(BigDecimal.valueOf(1000)) > 0) {
                throw new IllegalArgumentException(name + " " + v.toPlainString()
                        + " must be from 0 to 1000; it is a fraction of the capital, so 2 percent is 0.02");
            }
            requireDecimals(name, v);
        });
    }

    private static void requireDecimals(String name, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > FRACTION_SCALE) {
            throw new IllegalArgumentException(
                    name + " " + value.toPlainString() + " has more than " + FRACTION_SCALE + " decimals");
        }
    }

    static void count(String name, Optional<Integer> value, int least) {
        value.filter(v -> v < least).ifPresent(v -> {
            throw new IllegalArgumentException(name + " " + v + " must be at least " + least);
        });
    }

    static void rate(String name, Optional<Integer> value) {
        value.filter(v -> v < 1 || v > OrderLimits.MAX_RATE).ifPresent(v -> {
            throw new IllegalArgumentException(
                    name + " " + v + " must be from 1 to " + OrderLimits.MAX_RATE + "; leave it out for no limit");
        });
    }

    static void reserve(int reserve, String name, Optional<Integer> rate) {
        if (reserve < 0) {
            throw new IllegalArgumentException("cancel_reserve " + reserve + " must not be negative");
        }
        rate.filter(most -> reserve >= most).ifPresent(most -> {
            throw new IllegalArgumentException("cancel_reserve " + reserve + " must be below " + name + " " + most
                    + ", or no order could ever be sent");
        });
    }
}
