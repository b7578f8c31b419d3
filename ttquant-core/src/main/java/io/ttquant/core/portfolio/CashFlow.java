package io.ttquant.core.portfolio;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money that an account received or paid and that was no fill and no fee of one.
 *
 * @param tsEvent when, epoch nanoseconds
 * @param kind what for
 * @param strategyId whose position it belongs to; empty if it is the account's as a whole
 * @param instrument what the position is in; null if it is of no instrument
 * @param currency in which it was paid
 * @param rawAmount received if positive, paid if negative, at the currency's scale
 * @param why how it was reckoned, in plain words with the numbers
 */
public record CashFlow(
        long tsEvent,
        Kind kind,
        String strategyId,
        @Nullable InstrumentId instrument,
        Currency currency,
        long rawAmount,
        String why) {

    /** What money was paid for. */
    public enum Kind {
        /** A perpetual swap's funding. */
        FUNDING,
        /** Interest on a negative balance. */
        INTEREST,
        /** What the exchange takes for a liquidation, beside the fee of the fill. */
        LIQUIDATION_FEE,
        /** What an insurance fund bore of a loss beyond the margin of a position, or beyond what a spot account has. */
        INSURANCE,
        /** What came or went by other ways than those that were reported: a deposit, a withdrawal, a transfer, or what others did on the account. */
        TRANSFER
    }

    /** The exact amount. */
    public BigDecimal amount() {
        return FixedPoint.toDecimal(rawAmount, currency.scale());
    }
}
