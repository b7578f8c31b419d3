package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;

/**
 * Something about the account that nobody may miss.
 *
 * @param tsEvent when, epoch nanoseconds
 * @param kind what
 * @param instrument of which instrument
 * @param message a sentence with the numbers
 */
public record AccountNotice(long tsEvent, Kind kind, InstrumentId instrument, String message) {

    /** What happened. */
    public enum Kind {
        /** A funding settlement for which no price was known, or of which we heard too late: nothing was paid. */
        FUNDING_UNAVAILABLE,
        /** The margin of positions, or the margin level of an account that owes, could not be judged, because a price is not known. */
        MARGIN_NOT_JUDGED,
        /** A position in a contract that expired could not be settled, because no price was known. */
        EXPIRY_UNAVAILABLE,
        /** Positions, or all that a spot account holds, were liquidated. */
        LIQUIDATION,
        /** A liquidation lost more than the margin behind it, or than the account had. */
        LOSS_BEYOND_MARGIN
    }
}
