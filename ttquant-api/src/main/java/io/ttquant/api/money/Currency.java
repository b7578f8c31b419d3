package io.ttquant.api.money;

import java.util.Locale;

/**
 * A currency or coin and the number of decimals in which its amounts are kept.
 *
 * @param code upper-case code such as {@code USDT}; letters, digits, 1 to 20 characters
 * @param scale decimals of an amount, 0 to 18; all balances of the currency are whole multiples of 10<sup>-scale</sup>
 */
public record Currency(String code, int scale) {
    /** The scale of {@link #of(String)}: 8 decimals, the smallest unit of most coins. */
    public static final int DEFAULT_SCALE = 8;

    /**
     * Checks code and scale.
     *
     * @throws IllegalArgumentException if the code is not 1 to 20 letters or digits, or the scale is not 0 to 18
     */
    public Currency {
        if (!isCode(code)) {
            throw new IllegalArgumentException("currency code '" + code
                    + "' must be 1 to 20 upper-case letters or digits; write for example USDT");
        }
        if (scale < 0 || scale > FixedPoint.MAX_SCALE) {
            throw new IllegalArgumentException(
                    "scale " + scale + " of " + code + " must be from 0 to " + FixedPoint.MAX_SCALE);
        }
    }

    /** A currency of eight decimals; the code is put into upper case. */
    public static Currency of(String code) {
        return of(code, DEFAULT_SCALE);
    }

    /** A currency with its own scale; the code is put into upper case. */
    public static Currency of(String code, int scale) {
        return new Currency(code.toUpperCase(Locale.ROOT), scale);
    }

    private static boolean isCode(String code) {
        if (code.isEmpty() || code.length() > 20) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return code;
    }
}
