package io.ttquant.exchanges.session;

import java.math.BigDecimal;

/**
 * A payment of funding as a venue lists it.
 *
 * @param symbol the venue's, of the instrument for which it was paid
 * @param id what tells it from all others of the account, the same in each answer that lists it; never empty
 * @param currency the venue's code
 * @param amount positive received, negative paid
 * @param tsEvent when it was paid, epoch nanoseconds of the venue
 */
public record FundingPayment(String symbol, String id, String currency, BigDecimal amount, long tsEvent) {
    /** @throws IllegalArgumentException without an id: it could not be told from others */
    public FundingPayment {
        if (id.isEmpty()) {
            throw new IllegalArgumentException(
                    "a payment of funding of " + amount + " " + currency + " for " + symbol + " has no id; ask again");
        }
    }
}
