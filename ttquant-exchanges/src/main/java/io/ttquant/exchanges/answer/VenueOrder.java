package io.ttquant.exchanges.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.codes.VenueText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, as the venue says.
 *
 * @param symbol the venue's symbol
 * @param venueId the venue's id, digits
 * @param clientId our id, or another's; empty if it has none
 * @param side buy or sell
 * @param positionSide which position it changes
 * @param type the venue's word
 * @param timeInForce the venue's word; empty if it has none
 * @param status null if the venue's word is not known, so that nothing follows from it
 * @param statusWord the venue's word
 * @param price limit price; null if it has none
 * @param triggerPrice null if it has none
 * @param quantity asked for; an amount of the quote currency if {@code isByValue}
 * @param isByValue whether the quantity is an amount to spend or receive
 * @param filled filled so far
 * @param averagePrice of its fills; null if none
 * @param isReduceOnly whether it may only reduce
 * @param fees so far, where the venue tells with the order
 * @param cancelSource the venue's word for who or what ended it; empty if it has none
 * @param isConditional whether it is one of the service of conditional orders
 * @param childId id of the order that came of a conditional one; empty if none
 * @param parentId id of the conditional order that it came of; empty if none, or if the venue does not tell it with the order
 * @param tsCreated epoch nanoseconds; 0 if not given
 * @param tsUpdated epoch nanoseconds; 0 if not given
 */
public record VenueOrder(
        String symbol,
        String venueId,
        String clientId,
        Side side,
        PositionSide positionSide,
        String type,
        String timeInForce,
        @Nullable OrderStatus status,
        String statusWord,
        @Nullable BigDecimal price,
        @Nullable BigDecimal triggerPrice,
        BigDecimal quantity,
        boolean isByValue,
        BigDecimal filled,
        @Nullable BigDecimal averagePrice,
        boolean isReduceOnly,
        List<VenueFee> fees,
        String cancelSource,
        boolean isConditional,
        String childId,
        String parentId,
        long tsCreated,
        long tsUpdated) {
    private static final int MOST_TEXT = 200;

    /**
     * What was filled of an order in a status: zero if the venue does not say and the order is open and untouched, or of a status that says nothing.
     *
     * @throws Unreadable if the venue does not say and the order is filled in part, or ended: how much of it was filled is then not known
     */
    public static BigDecimal filled(JsonNode order, String name, @Nullable OrderStatus status) {
        boolean isOpen = status == null || status == OrderStatus.ACCEPTED || status == OrderStatus.TRIGGERED;
        return isOpen ? Json.orZero(order, name) : Json.required(order, name);
    }

    /** Copies the fees, and makes the words fit for a line that people read. */
    public VenueOrder {
        fees = List.copyOf(fees);
        statusWord = VenueText.line(statusWord, MOST_TEXT);
        cancelSource = VenueText.line(cancelSource, MOST_TEXT);
    }
}
