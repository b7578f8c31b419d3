package io.ttquant.exchanges.paper;

import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.RateFees;

/**
 * What venues charge an account of their lowest tier, without discounts for holding the venue's own token:
 *
 * <ul>
 *   <li>{@code binance}: spot maker and taker 0.1 %, buys in the base currency (binance.com/en/fee/trading, regular user);
 *   <li>{@code binance-usdm}: maker 0.02 %, taker 0.05 % (binance.com/en/fee/futureFee, regular user);
 *   <li>{@code okx}: spot maker 0.08 %, taker 0.1 %, buys in the base currency; swaps and futures maker 0.02 %, taker 0.05 % (okx.com/fees, regular user
 *       Lv1).
 * </ul>
 *
 * Venues change these, and single instruments differ; write your own into the configuration where it matters.
 */
public final class PaperFees {
    /** Of a venue that is not listed: no cheaper than any that is. */
    private static final FeeModel UNKNOWN = RateFees.of("0.001", "0.001");

    private PaperFees() {}

    /**
     * The fees of a venue's lowest tier.
     *
     * @param venue id of its provider; of one that is not listed maker and taker 0.1 percent are assumed
     */
    public static FeeModel of(String venue) {
        return switch (venue) {
            case "binance" -> RateFees.of("0.001", "0.001").inBaseOnBuys();
            case "binance-usdm" -> RateFees.of("0.0002", "0.0005");
            case "okx" ->
                new FeesByKind(RateFees.of("0.0008", "0.001").inBaseOnBuys(), RateFees.of("0.0002", "0.0005"));
            default -> UNKNOWN;
        };
    }
}
