package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.Refusal;

/** Codes and texts of USDT-M futures for what the exchange refuses. */
final class UsdmRefusals {
    private UsdmRefusals() {}

    /** The value, or the refusal as the venue tells it. */
    static <T> T orThrow(Outcome<T> outcome) {
        Refusal refusal = outcome.refusal();
        if (refusal != null) {
            throw error(refusal);
        }
        return outcome.get();
    }

    static VenueError error(Refusal refusal) {
        return switch (refusal.reason()) {
            case NO_ACCOUNT -> VenueError.unauthorized(-1002, "You are not authorized to execute this request.");
            case NO_MARKET -> VenueError.symbol();
            case MARKET_HALTED -> VenueError.of(-4141, "Symbol is closed");
            case MARKET_POST_ONLY -> VenueError.of(-4140, "Invalid symbol status for opening position");
            case FIGURE_TOO_LONG -> VenueError.of(-1111, "Precision is over the maximum defined for this asset.");
            case PRICE_RANGE -> VenueError.of(-4013, "Price less than min price.");
            case PRICE_STEP -> VenueError.of(-4014, "Price not increased by tick size.");
            case PRICE_BAND -> VenueError.of(-4016, "Price is higher than mark price multiplier cap.");
            case QUANTITY_TOO_SMALL -> VenueError.of(-4004, "Quantity less than min quantity.");
            case QUANTITY_TOO_LARGE -> VenueError.of(-4005, "Quantity greater than max quantity.");
            case QUANTITY_STEP -> VenueError.of(-4023, "Qty not increased by step size.");
            case NOTIONAL_TOO_SMALL ->
                VenueError.of(-4164, "Order's notional must be no smaller than 5 (unless you choose reduce only).");
            case NOTIONAL_TOO_LARGE ->
                VenueError.of(-2027, "Exceeded the maximum allowable position at current leverage.");
            case TOO_MANY_ORDERS -> VenueError.of(-2025, "Reach max open order limit.");
            case TOO_MANY_CONDITIONALS -> VenueError.of(-4045, "Reach max stop order limit.");
            case DUPLICATE_CLIENT_ID -> VenueError.of(-4116, "ClientOrderId is duplicated.");
            case INSUFFICIENT_BALANCE -> VenueError.of(-2018, "Balance is insufficient.");
            case INSUFFICIENT_MARGIN -> VenueError.of(-2019, "Margin is insufficient.");
            case WOULD_TAKE ->
                VenueError.of(
                        -5022,
                        "Due to the order could not be executed as maker, the Post Only order will be rejected. The"
                                + " order will not be recorded in the order history");
            case CANNOT_FILL ->
                VenueError.of(
                        -5021,
                        "Due to the order could not be filled immediately, the FOK order has been rejected. The"
                                + " order will not be recorded in the order history");
            case NO_LIQUIDITY -> VenueError.of(-2020, "Unable to fill.");
            case NOTHING_TO_REDUCE -> VenueError.of(-2022, "ReduceOnly Order is rejected.");
            case POSITION_SIDE -> VenueError.of(-4061, "Order's position side does not match user's setting.");
            case WOULD_TRIGGER -> VenueError.of(-2021, "Order would immediately trigger.");
            case TRIGGER -> VenueError.of(-4006, "Stop price less than zero.");
            case NO_ORDER, ORDER_ENDED -> VenueError.of(-2011, "Unknown order sent.");
            case CANNOT_AMEND -> VenueError.of(-5025, "Only limit order is supported.");
            case NOTHING_CHANGED -> VenueError.of(-5027, "No need to modify the order.");
            case LEVERAGE -> VenueError.of(-4028, "Leverage is not valid");
            default -> VenueError.of(-1130, "Invalid data sent for a parameter.");
        };
    }
}
