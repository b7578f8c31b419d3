package io.ttquant.backtest.interval;

import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The worst and the best net profit over all paths that the price may have taken inside the bars, for the orders that the run placed. A bar says where
 * the price began, ended, and how far it went, but not in which order; the run assumes one path, and this says how much hangs on it.
 *
 * @param currency the currency of the amounts
 * @param worst least net profit (end equity less start equity, after fees); null if it could not be found
 * @param actual the run's own; null if a price is missing
 * @param best most net profit; null if it could not be found
 * @param ambiguousBars bars in which paths differ in what becomes of the orders; the most that there may be if {@code isExact} is false
 * @param decisiveBars those of them at whose close paths differ in what the account is worth; the most that there may be if {@code isExact} is false
 * @param isOnBars true if some order was executed on bars, so that there are paths to speak of
 * @param isExact true if some path leads to {@code worst} and some to {@code best}; false if no path leads beyond them, but perhaps none to them
 * @param notes why it could not be found, or what makes it wider than it need be; empty otherwise
 */
public record PnlInterval(
        Currency currency,
        @Nullable BigDecimal worst,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal best,
        int ambiguousBars,
        int decisiveBars,
        boolean isOnBars,
        boolean isExact,
        List<String> notes) {
    /** Keeps the notes. */
    public PnlInterval {
        notes = List.copyOf(notes);
    }

    /** True if both ends are known. */
    public boolean isAvailable() {
        return worst != null && best != null;
    }

    /** True if an amount lies between the ends or at one; false if they are not known. */
    public boolean contains(BigDecimal profit) {
        return worst != null && best != null && worst.compareTo(profit) <= 0 && profit.compareTo(best) <= 0;
    }

    @Override
    public String toString() {
        if (worst == null || best == null) {
            return "not available: " + String.join("; ", notes);
        }
        return "worst " + worst.toPlainString() + ", best " + best.toPlainString() + " " + currency + ", "
                + (isExact ? "" : "at most ") + ambiguousBars + " ambiguous bars";
    }
}
