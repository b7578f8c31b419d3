package io.ttquant.exchanges.okx;

import java.util.List;

/**
 * An answer to order operations, over a socket or by REST: the outcome of each is its item's, if there are items.
 *
 * @param id the request's id; empty by REST
 * @param operation the venue's word, as {@code order}; empty by REST
 * @param code of the whole: 0 all done, 1 all refused, 2 some; or an error of the request
 * @param message the venue's words to the whole
 * @param items one for each order
 * @param tsIn when the venue had the request, epoch nanoseconds; 0 if it does not say
 * @param tsOut when it answered, epoch nanoseconds; 0 if it does not say
 */
public record OkxAnswer(
        String id, String operation, String code, String message, List<Item> items, long tsIn, long tsOut) {
    /** Copies the list. */
    public OkxAnswer {
        items = List.copyOf(items);
    }

    /**
     * What became of one order.
     *
     * @param code 0 done, else the venue's code of the refusal; the whole's if the item has none. A suffix may follow {@code _}
     * @param message the venue's words
     * @param subCode a finer code; empty if none
     * @param orderId the venue's id; empty if it does not say
     * @param clientId our id; empty if it has none
     * @param algoId the venue's id of a conditional order; empty if it is none
     * @param requestId our id of an amendment; empty if none
     * @param tsEvent when the venue handled it, epoch nanoseconds; 0 if it does not say
     */
    public record Item(
            String code,
            String message,
            String subCode,
            String orderId,
            String clientId,
            String algoId,
            String requestId,
            long tsEvent) {
        /** Whether it was done. */
        public boolean isDone() {
            return code.equals("0");
        }
    }
}
