package io.ttquant.api.account;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.PositionSide;

/**
 * A live view of a position: a strategy's own (virtual) one, or an account's net one. Asked on the engine's thread only.
 *
 * <p>Money figures are in the instrument's settlement currency (the quote currency for spot). Realised profit and loss is before
 * fees; fees are kept beside it.
 */
public interface Position {
    /** What is held. */
    Instrument instrument();

    /** Which side of the account it is: the net of all, or in hedge mode the long or the short position. */
    default PositionSide side() {
        return PositionSide.NET;
    }

    /** Quantity held at the quantity scale: positive long, negative short, 0 flat. */
    long rawQuantity();

    /** Average price paid for what is held now, that of an inverse contract being the one with the same value; NaN if flat. */
    double averagePrice();

    /** Profit and loss of what was closed, before fees, at the settlement currency's scale. */
    long rawRealized();

    /**
     * Profit and loss of what is held, at the last mark, at the settlement currency's scale.
     *
     * @throws IllegalStateException if no price is known yet; ask {@link #hasMark()} first
     */
    long rawUnrealized();

    /** True if a price to mark the position is known. */
    boolean hasMark();

    /** Fees paid for it in the settlement currency, at its scale; fees in other currencies are in the account's figures. */
    long rawFees();

    /** Funding received for it less funding paid, at the settlement currency's scale; 0 if it has none. */
    long rawFunding();

    /** The double nearest to the quantity held. */
    default double quantity() {
        return instrument().quantity(rawQuantity());
    }

    /** True if nothing is held. */
    default boolean isFlat() {
        return rawQuantity() == 0;
    }

    /** True if more was bought than sold. */
    default boolean isLong() {
        return rawQuantity() > 0;
    }

    /** True if more was sold than bought. */
    default boolean isShort() {
        return rawQuantity() < 0;
    }
}
