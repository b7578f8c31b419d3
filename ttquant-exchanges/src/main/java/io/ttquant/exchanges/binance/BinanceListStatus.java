package io.ttquant.exchanges.binance;

import java.util.List;

/**
 * News of a list of orders of Spot ({@code listStatus}).
 *
 * @param symbol the venue's symbol
 * @param listId the venue's id of the list
 * @param contingency the venue's word, as {@code OCO}
 * @param statusType the venue's word, as {@code EXEC_STARTED}
 * @param orderStatus the venue's word, as {@code EXECUTING}
 * @param rejectReason the venue's word; {@code NONE} if it was not refused
 * @param clientId our id of the list
 * @param orders those in the list
 * @param tsTransaction when it happened, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds
 */
public record BinanceListStatus(
        String symbol,
        long listId,
        String contingency,
        String statusType,
        String orderStatus,
        String rejectReason,
        String clientId,
        List<Member> orders,
        long tsTransaction,
        long tsEvent) {
    /** Copies the list. */
    public BinanceListStatus {
        orders = List.copyOf(orders);
    }

    /**
     * An order in the list.
     *
     * @param symbol the venue's symbol
     * @param orderId the venue's id
     * @param clientId our id
     */
    public record Member(String symbol, long orderId, String clientId) {}
}
