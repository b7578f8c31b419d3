package io.ttquant.exchanges.request;

import io.ttquant.api.money.FixedPoint;

/** Plain decimals. */
final class Digits {
    private Digits() {}

    static WireBuffer decimal(WireBuffer out, long raw, int scale) {
        if (raw < 0) {
            // Long.MIN_VALUE has no positive twin.
            return out.put(FixedPoint.toDecimal(raw, scale).stripTrailingZeros().toPlainString());
        }
        long unit = FixedPoint.pow10(scale);
        long whole = raw / unit;
        long part = raw - whole * unit;
        out.put(whole);
        if (part == 0) {
            return out;
        }
        out.put('.');
        int decimals = scale;
        while (part % 10 == 0) {
            part /= 10;
            decimals--;
        }
        for (long bound = FixedPoint.pow10(decimals - 1); part < bound; bound /= 10) {
            out.put('0');
        }
        return out.put(part);
    }
}
