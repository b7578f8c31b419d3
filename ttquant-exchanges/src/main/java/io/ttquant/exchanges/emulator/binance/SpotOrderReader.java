package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderDraft;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.SelfTradePrevention;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.TimeInForce;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Spot order from its parameters, with the rules that are about parameters only. */
final class SpotOrderReader {
    private static final String ID_RANGE = "^[a-zA-Z0-9-_]{1,36}$";
    private static final Pattern ID = Pattern.compile(ID_RANGE);
    private static final int MOST_DECIMALS = 8;
    private static final BigDecimal BASIS_POINTS = new BigDecimal(10_000);
    private static final Set<String> TYPES = Set.of(
            "LIMIT", "MARKET", "LIMIT_MAKER", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT");

    private final Venue venue;

    SpotOrderReader(Venue venue) {
        this.venue = venue;
    }

    OrderRequest read(Params params) {
        Market market = venue.market(params);
        Side side = side(params);
        String type = params.text("type");
        if (!TYPES.contains(type)) {
            throw VenueError.of(-1116, "Invalid orderType.");
        }
        boolean isLimit = type.startsWith("LIMIT") || type.endsWith("_LIMIT");
        OrderDraft draft = OrderRequest.draft(market.symbol(), side, isLimit ? OrderKind.LIMIT : OrderKind.MARKET);
        amounts(draft, params, type, isLimit);
        draft.postOnly(type.equals("LIMIT_MAKER"));
        draft.trigger(trigger(params, type, side));
        draft.selfTrade(selfTrade(params));
        draft.clientId(clientId(params, "newClientOrderId", venue));
        return draft.build();
    }

    static Side side(Params params) {
        return switch (params.text("side")) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw VenueError.of(-1117, "Invalid side.");
        };
    }

    static String clientId(Params params, String name, Venue venue) {
        String id = params.find(name);
        if (id == null) {
            return venue.madeUpId();
        }
        if (!ID.matcher(id).matches()) {
            throw VenueError.illegal(name, ID_RANGE);
        }
        return id;
    }

    private static void amounts(OrderDraft draft, Params params, String type, boolean isLimit) {
        boolean takesTime = isLimit && !type.equals("LIMIT_MAKER");
        if (takesTime) {
            draft.timeInForce(timeInForce(params.text("timeInForce")));
        } else if (params.has("timeInForce")) {
            throw VenueError.notRequired("timeInForce");
        }
        boolean isByQuote = type.equals("MARKET") && params.has("quoteOrderQty");
        if (isByQuote && params.has("quantity")) {
            throw VenueError.of(-1128, "Combination of optional parameters invalid.");
        }
        if (isByQuote) {
            draft.quoteQuantity(precise(params, "quoteOrderQty"));
        } else {
            draft.quantity(precise(params, "quantity"));
        }
        if (isLimit) {
            draft.price(precise(params, "price"));
        } else if (params.has("price")) {
            throw VenueError.notRequired("price");
        }
        if (params.has("icebergQty")) {
            if (!isLimit) {
                throw VenueError.notRequired("icebergQty");
            }
            draft.display(precise(params, "icebergQty"));
        }
    }

    static TimeInForce timeInForce(String word) {
        return switch (word) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> throw VenueError.of(-1115, "Invalid timeInForce.");
        };
    }

    static BigDecimal precise(Params params, String name) {
        BigDecimal value = params.decimal(name);
        if (value.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw VenueError.of(-1111, "Parameter '" + name + "' has too much precision.");
        }
        return value;
    }

    private static @Nullable Trigger trigger(Params params, String type, Side side) {
        boolean isStop = type.startsWith("STOP_LOSS");
        if (!isStop && !type.startsWith("TAKE_PROFIT")) {
            if (params.has("stopPrice")) {
                throw VenueError.notRequired("stopPrice");
            }
            return null;
        }
        BigDecimal stop = params.has("stopPrice") ? precise(params, "stopPrice") : null;
        Long delta = params.findWhole("trailingDelta");
        if (delta != null) {
            BigDecimal trail = BigDecimal.valueOf(delta).divide(BASIS_POINTS);
            return Trigger.trailing(side, stop, trail, true);
        }
        if (stop == null) {
            throw VenueError.of(
                    -1102,
                    "A mandatory parameter was not sent, was empty/null, or malformed: 'stopPrice' or 'trailingDelta'.");
        }
        return isStop ? Trigger.stop(side, stop) : Trigger.takeProfit(side, stop);
    }

    private static @Nullable SelfTradePrevention selfTrade(Params params) {
        String mode = params.find("selfTradePreventionMode");
        return mode == null ? null : selfTrade(mode);
    }

    static SelfTradePrevention selfTrade(String mode) {
        return switch (mode) {
            case "NONE" -> SelfTradePrevention.NONE;
            case "EXPIRE_TAKER" -> SelfTradePrevention.CANCEL_TAKER;
            case "EXPIRE_MAKER" -> SelfTradePrevention.CANCEL_MAKER;
            case "EXPIRE_BOTH" -> SelfTradePrevention.CANCEL_BOTH;
            default -> throw VenueError.of(-1130, "Data sent for parameter 'selfTradePreventionMode' is not valid.");
        };
    }
}
