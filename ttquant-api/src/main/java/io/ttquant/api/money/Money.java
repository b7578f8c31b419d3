package io.ttquant.api.money;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * An exact amount of a currency, for the edge: configuration, reports, people.
 *
 * @param amount the amount in whole units of the currency, any sign
 * @param currency the code of the currency, such as {@code USDT}
 */
public record Money(BigDecimal amount, String currency) {
    /** Puts the currency into upper case. */
    public Money {
        currency = Currency.of(currency).code();
    }

    /** An amount written as a decimal, for example {@code Money.of("250.50", "USDT")}. */
    public static Money of(String amount, String currency) {
        return new Money(Decimals.parse(amount), currency);
    }

    /**
     * Reads {@code "250 USDT"}: a decimal, white space, a currency code.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public static Money parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is no amount of money; write for example \"250 USDT\"");
        }
        return of(parts[0], parts[1].toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
