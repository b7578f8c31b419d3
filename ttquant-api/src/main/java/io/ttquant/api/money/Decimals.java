package io.ttquant.api.money;

import java.math.BigDecimal;

/** Bounded reading of decimal text: length and exponent are checked before anything is computed. */
public final class Decimals {
    private static final int MAX_LENGTH = 64;
    private static final int MAX_EXPONENT = 40;

    private Decimals() {}

    /**
     * Reads a decimal such as {@code 0.001}, {@code -12} or {@code 1e-8}.
     *
     * @throws IllegalArgumentException if the text is longer than 64 characters, is not a decimal, or has more than 40
     *     digits before or after the point (a short text such as {@code 1e10000000} could otherwise stall the program)
     */
    public static BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a decimal has 1 to " + MAX_LENGTH + " characters, this has " + text.length());
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a decimal number; write for example 0.001", e);
        }
        if (value.scale() > MAX_EXPONENT || (long) value.precision() - value.scale() > MAX_EXPONENT) {
            throw new IllegalArgumentException(
                    "'" + text + "' has more than " + MAX_EXPONENT + " digits before or after the point");
        }
        return value;
    }
}
