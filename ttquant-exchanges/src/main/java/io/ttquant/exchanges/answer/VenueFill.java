package io.ttquant.exchanges.answer;

import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;

/**
 * A fill, as the venue says.
 *
 * @param symbol the venue's symbol
 * @param tradeId unique for the symbol; {@linkplain #madeUpId made up}, and then below zero, if the venue tells none
 * @param orderId the venue's id of the order
 * @param clientId our id of the order; empty if the venue does not tell it
 * @param side buy or sell
 * @param positionSide which position it changed
 * @param price of the fill
 * @param quantity above zero
 * @param fee paid if positive
 * @param isMaker whether the order rested
 * @param cursor by which the next page is asked for; -1 if there is none
 * @param tsEvent epoch nanoseconds
 */
public record VenueFill(
        String symbol,
        long tradeId,
        String orderId,
        String clientId,
        Side side,
        PositionSide positionSide,
        BigDecimal price,
        BigDecimal quantity,
        VenueFee fee,
        boolean isMaker,
        long cursor,
        long tsEvent) {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /**
     * An id for a fill that the venue tells without one: below zero, where no venue has ids, and the same whenever and
     * wherever the same fill is told. Two fills of an order at one price, of one quantity and in one millisecond have
     * the same.
     *
     * @param tsEvent epoch nanoseconds; as venues do, no finer than milliseconds
     */
    public static long madeUpId(String orderId, long tsEvent, BigDecimal price, BigDecimal quantity) {
        long hash = OFFSET;
        for (int i = 0; i < orderId.length(); i++) {
            hash = mixed(hash, orderId.charAt(i));
        }
        hash = mixed(mixed(mixed(hash, tsEvent / EpochNanos.MILLISECOND), price), quantity);
        return hash | Long.MIN_VALUE;
    }

    /** The id that it would have if the venue had told none. */
    public long madeUpId() {
        return madeUpId(orderId, tsEvent, price, quantity);
    }

    /** Whether the venue told no id of it. */
    public boolean isIdMadeUp() {
        return tradeId < 0;
    }

    /** Zeros at the end of a figure say nothing. */
    private static long mixed(long hash, BigDecimal figure) {
        BigDecimal plain = figure.stripTrailingZeros();
        return mixed(mixed(hash, plain.unscaledValue().hashCode()), plain.scale());
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * PRIME;
        return mixed ^ (mixed >>> 29);
    }
}
