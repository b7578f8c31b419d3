package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** Codes and texts of Spot for what the exchange refuses. */
final class SpotRefusals {
    private SpotRefusals() {}

    /** The value, or the refusal as the venue tells it. */
    static <T> T orThrow(Outcome<T> outcome) {
        Refusal refusal = outcome.refusal();
        if (refusal != null) {
            throw error(refusal);
        }
        return outcome.get();
    }

    static VenueError error(Refusal refusal) {
        String filter = filter(refusal);
        if (filter != null) {
            return VenueError.of(-1013, "Filter failure: " + filter);
        }
        return switch (refusal.reason()) {
            case NO_ACCOUNT -> VenueError.unauthorized(-1002, "You are not authorized to execute this request.");
            case NO_MARKET -> VenueError.symbol();
            case MARKET_HALTED, MARKET_POST_ONLY -> VenueError.of(-1013, "Market is closed.");
            case FIGURE_TOO_LONG -> VenueError.of(-1111, "Parameter 'quantity' has too much precision.");
            case DUPLICATE_CLIENT_ID -> rejected("Duplicate order sent.");
            case INSUFFICIENT_BALANCE, INSUFFICIENT_MARGIN ->
                rejected("Account has insufficient balance for requested action.");
            case WOULD_TAKE -> rejected("Order would immediately match and take.");
            case WOULD_TRIGGER -> rejected("Stop price would trigger immediately.");
            case NO_LIQUIDITY, CANNOT_FILL -> VenueError.of(-1112, "No orders on book for symbol.");
            case NO_ORDER, ORDER_ENDED -> VenueError.of(-2011, "Unknown order sent.");
            case CANNOT_AMEND ->
                VenueError.of(-2038, "The order amend request is not supported for the order or the quantity.");
            case NOTHING_CHANGED -> VenueError.of(-2038, "The requested action would change no state; rejecting.");
            default -> VenueError.of(-1014, "Unsupported order combination.");
        };
    }

    private static VenueError rejected(String text) {
        return VenueError.of(-2010, text);
    }

    private static @Nullable String filter(Refusal refusal) {
        return switch (refusal.reason()) {
            case PRICE_RANGE, PRICE_STEP, TRIGGER -> "PRICE_FILTER";
            case PRICE_BAND -> "PERCENT_PRICE_BY_SIDE";
            case QUANTITY_TOO_SMALL, QUANTITY_TOO_LARGE, QUANTITY_STEP -> "LOT_SIZE";
            case NOTIONAL_TOO_SMALL, NOTIONAL_TOO_LARGE -> "NOTIONAL";
            case DISPLAY -> "ICEBERG_PARTS";
            case TOO_MANY_ORDERS -> "MAX_NUM_ORDERS";
            case TOO_MANY_CONDITIONALS -> "MAX_NUM_ALGO_ORDERS";
            default -> null;
        };
    }
}
