package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;
import org.jspecify.annotations.Nullable;

/**
 * Something about the account that nobody may miss.
 *
 * @param tsEvent when, epoch nanoseconds
 * @param kind what
 * @param instrument of which instrument; null if of none
 * @param message a sentence with the numbers
 */
public record AccountNotice(
        long tsEvent, Kind kind, @Nullable InstrumentId instrument, String message) {

    /** What happened. */
    public enum Kind {
        /** A funding settlement for which no price was known, or of which we heard too late: nothing was paid. */
        FUNDING_UNAVAILABLE,
        /** The margin of positions, or the margin level of an account that owes, could not be judged, because a price is not known. */
        MARGIN_NOT_JUDGED,
        /** The value of a strategy or of the account is not known any more, so that its losses cannot be judged. */
        LOSS_NOT_JUDGED,
        /** A position in a contract that expired could not be settled, because no price was known. */
        EXPIRY_UNAVAILABLE,
        /** Positions, or all that a spot account holds, were liquidated. */
        LIQUIDATION,
        /** A liquidation lost more than the margin behind it, or than the account had. */
        LOSS_BEYOND_MARGIN,
        /** A balance at the exchange was not what it should be by all that was reported: the difference was booked as a transfer. */
        EXTERNAL_TRANSFER,
        /** A position at the exchange was not what it should be by all that was reported, and was changed to what it is. */
        EXTERNAL_POSITION,
        /** An order on the account that no strategy of this engine sent. */
        EXTERNAL_ORDER,
        /** A fill that was not booked, because it cannot be told whose it is or whether it was booked before. */
        FILL_NOT_BOOKED,
        /** The account has another position mode than at the start: nothing that adds risk is sent any more. */
        POSITION_MODE_CHANGED,
        /** New orders may not be sent, because the exchange's news of the account do not come. */
        TRADING_STOPPED
    }
}
