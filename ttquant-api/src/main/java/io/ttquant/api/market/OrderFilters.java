package io.ttquant.api.market;

/**
 * The limits a venue sets on orders of an instrument. A limit of {@code 0} for a minimum or {@link #UNLIMITED} for a maximum
 * means that the venue has none.
 *
 * @param rawMinPrice lowest limit price, at the price scale
 * @param rawMaxPrice highest limit price, at the price scale
 * @param rawMinQuantity smallest quantity, at the quantity scale
 * @param rawMaxQuantity largest quantity of a limit order, at the quantity scale
 * @param rawMaxMarketQuantity largest quantity of a market order, at the quantity scale
 * @param rawMinNotional smallest value of an order, at the settlement currency's scale
 * @param rawMaxNotional largest value of an order, at the settlement currency's scale
 * @param notionalAppliesToMarket whether the value limits hold for market orders too, judged at the last price
 * @param maxOpenOrders most orders resting at once
 * @param maxOpenStopOrders most untriggered stop and take-profit orders at once
 * @param priceBandUpPercent how far above the reference price an order may be, in percent of it; 0 = no band
 * @param priceBandDownPercent how far below the reference price an order may be, in percent of it; 0 = no band
 */
public record OrderFilters(
        long rawMinPrice,
        long rawMaxPrice,
        long rawMinQuantity,
        long rawMaxQuantity,
        long rawMaxMarketQuantity,
        long rawMinNotional,
        long rawMaxNotional,
        boolean notionalAppliesToMarket,
        int maxOpenOrders,
        int maxOpenStopOrders,
        int priceBandUpPercent,
        int priceBandDownPercent) {
    /** No maximum. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** No limits but those of arithmetic. */
    public static final OrderFilters NONE = new OrderFilters(
            0, UNLIMITED, 0, UNLIMITED, UNLIMITED, 0, UNLIMITED, true, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);
}
