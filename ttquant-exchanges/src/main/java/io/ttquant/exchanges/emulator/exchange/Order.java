package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order at one moment.
 *
 * @param id the exchange's
 * @param account whose it is
 * @param request as placed; price and quantity may have been amended since
 * @param status where it stands
 * @param reason why it became so
 * @param price limit now; null for a market order
 * @param quantity now, including what has filled; 0 while one that is given in quote has not ended
 * @param filled in base or contracts
 * @param filledValue sum of the values of its fills, in quote or in the settlement asset
 * @param created epoch nanoseconds
 * @param updated epoch nanoseconds of the last change
 * @param amendments how often it was amended
 * @param listId of its list, 0 for none
 * @param conditionalId of the conditional order that placed it, 0 for none
 * @param working whether it is or was in the book or matched
 */
public record Order(
        long id,
        String account,
        OrderRequest request,
        OrderStatus status,
        OrderReason reason,
        @Nullable BigDecimal price,
        BigDecimal quantity,
        BigDecimal filled,
        BigDecimal filledValue,
        long created,
        long updated,
        int amendments,
        long listId,
        long conditionalId,
        boolean working) {
    /** What has not filled. */
    public BigDecimal remaining() {
        return quantity.subtract(filled);
    }

    /** The account's own id, null for none. */
    public @Nullable String clientId() {
        return request.clientId();
    }

    /** The market's symbol. */
    public String symbol() {
        return request.symbol();
    }

    /** Which way. */
    public Side side() {
        return request.side();
    }

    /** Whether it can still change. */
    public boolean isOpen() {
        return status.isOpen();
    }
}
