package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Words and figures of refusals. */
final class RiskText {
    private RiskText() {}

    static String amount(long raw, Currency currency) {
        return FixedPoint.format(raw, currency.scale()) + " " + currency;
    }

    static String quantity(Instrument instrument, long raw) {
        return instrument.formatQuantity(raw) + " " + instrument;
    }

    /** A duration in its largest unit that shows it exactly, {@code 500ms} or {@code 2s}; above a millisecond rounded up to full ones. */
    static String duration(long exact) {
        long rest = exact % EpochNanos.MILLISECOND;
        long nanos = exact > EpochNanos.MILLISECOND && rest != 0 ? exact - rest + EpochNanos.MILLISECOND : exact;
        long[] sizes = {86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L};
        String[] units = {"d", "h", "m", "s", "ms", "us"};
        for (int i = 0; i < sizes.length; i++) {
            if (nanos != 0 && nanos % sizes[i] == 0) {
                return nanos / sizes[i] + units[i];
            }
        }
        return nanos == 0 ? "0s" : nanos + "ns";
    }

    /** A fraction in percent. */
    static String percent(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + "%";
    }

    /** How far a price is from another, in percent with two decimals, never shown smaller than it is. */
    static String distance(long rawPrice, long rawReference) {
        BigDecimal apart = BigDecimal.valueOf(rawPrice)
                .subtract(BigDecimal.valueOf(rawReference))
                .abs();
        return percent(apart.divide(BigDecimal.valueOf(rawReference), 4, RoundingMode.UP));
    }

    static Refusal unknownPrice(Instrument instrument, Currency reporting, String why) {
        return new Refusal(
                RejectReason.NO_REFERENCE_PRICE,
                "no price of " + instrument + " in " + reporting + " is known, so " + why
                        + " cannot be judged; wait for the first trade, quote or bar");
    }
}
