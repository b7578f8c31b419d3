package io.ttquant.backtest.junit;

import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.FixedPoint;

/** Compares exact figures with decimals written in a test; {@code 1.5} equals {@code 1.50}. */
final class Figures {
    private Figures() {}

    static boolean isEqual(long raw, int scale, String expected) {
        return FixedPoint.toDecimal(raw, scale).compareTo(Decimals.parse(expected)) == 0;
    }
}
