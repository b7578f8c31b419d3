package io.ttquant.exchanges.answer;

import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The decimals in which each currency of a venue is kept: eight, or as many as the finest lot of it has. */
public final class CurrencyScales {
    private static final int MOST = 18;

    private final Map<String, Integer> scales = new HashMap<>();

    /** Of no currency so far. */
    public CurrencyScales() {}

    /** Takes a step in which a currency is traded into account. */
    public void note(String code, BigDecimal step) {
        int scale = Math.min(
                MOST, step.signum() == 0 ? 0 : step.stripTrailingZeros().scale());
        scales.merge(code, Math.max(Currency.DEFAULT_SCALE, scale), Math::max);
    }

    /**
     * A currency in its scale.
     *
     * @throws IllegalArgumentException if its code is none that can be kept
     */
    public Currency currency(String code) {
        return Currency.of(code, scales.getOrDefault(code, Currency.DEFAULT_SCALE));
    }
}
