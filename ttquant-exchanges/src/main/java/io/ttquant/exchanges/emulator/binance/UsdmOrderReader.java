package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.ConditionalRequest;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderDraft;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.PriceSource;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.TimeInForce;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads orders of futures from their parameters, with the rules that are about parameters only. */
final class UsdmOrderReader {
    private static final String ID_RANGE = "^[\\.A-Z\\:/a-z0-9_-]{1,36}$";
    private static final Pattern ID = Pattern.compile(ID_RANGE);
    private static final long LEAST_GOOD_TILL = Duration.ofMinutes(10).toMillis();
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Set<String> CONDITIONAL =
            Set.of("STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET");

    private final Venue venue;

    UsdmOrderReader(Venue venue) {
        this.venue = venue;
    }

    OrderRequest read(Params params) {
        Market market = venue.market(params);
        String type = params.text("type");
        if (CONDITIONAL.contains(type)) {
            throw VenueError.of(
                    -4120,
                    "Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.");
        }
        if (!type.equals("LIMIT") && !type.equals("MARKET")) {
            throw VenueError.of(-1116, "Invalid orderType.");
        }
        return draft(params, market, type.equals("LIMIT"))
                .clientId(clientId(params, "newClientOrderId", venue))
                .build();
    }

    private OrderDraft draft(Params params, Market market, boolean isLimit) {
        Side side = SpotOrderReader.side(params);
        OrderDraft draft = OrderRequest.draft(market.symbol(), side, isLimit ? OrderKind.LIMIT : OrderKind.MARKET);
        boolean closes = params.flag("closePosition");
        if (closes) {
            if (params.has("quantity")) {
                throw VenueError.of(-4137, "Quantity must be zero with closePosition equals true");
            }
            draft.closePosition(true);
        } else {
            draft.quantity(precise(params, "quantity", market.quantities().lot()));
        }
        if (isLimit) {
            life(draft, params);
            draft.price(precise(params, "price", market.prices().tick()));
        } else if (params.has("price")) {
            throw VenueError.notRequired("price");
        } else if (params.has("timeInForce") && params.find("algoType") == null) {
            throw VenueError.notRequired("timeInForce");
        }
        draft.positionSide(positionSide(params));
        if (params.has("reduceOnly")) {
            boolean reduces = params.flag("reduceOnly");
            if (!params.text("positionSide", "BOTH").equals("BOTH")) {
                throw VenueError.notRequired("reduceOnly");
            }
            draft.reduceOnly(reduces);
        }
        String mode = params.find("selfTradePreventionMode");
        return mode == null ? draft : draft.selfTrade(SpotOrderReader.selfTrade(mode));
    }

    static PositionSide positionSide(Params params) {
        return switch (params.text("positionSide", "BOTH")) {
            case "BOTH" -> PositionSide.NET;
            case "LONG" -> PositionSide.LONG;
            case "SHORT" -> PositionSide.SHORT;
            default -> throw VenueError.of(-4060, "Invalid position side.");
        };
    }

    private void life(OrderDraft draft, Params params) {
        // Only the algo service has a life that goes without saying.
        String life = params.find("algoType") == null ? params.text("timeInForce") : params.text("timeInForce", "GTC");
        switch (life) {
            case "GTX" -> draft.postOnly(true);
            case "GTD" -> {
                long until = params.whole("goodTillDate");
                if (until < venue.millis() + LEAST_GOOD_TILL) {
                    throw VenueError.of(
                            -5040,
                            "The goodTillDate timestamp must be greater than the current time plus 600 seconds and"
                                    + " smaller than 253402300799000");
                }
                draft.expiresAt(until / 1000 * 1000 * 1_000_000);
            }
            case "GTC", "IOC", "FOK" -> draft.timeInForce(TimeInForce.valueOf(life));
            default -> throw VenueError.of(-1115, "Invalid timeInForce.");
        }
    }

    /** A figure, with no more decimals than the market's step. */
    static BigDecimal precise(Params params, String name, BigDecimal step) {
        BigDecimal value = params.decimal(name);
        if (value.stripTrailingZeros().scale() > Figures.scale(step)) {
            throw VenueError.of(-1111, "Precision is over the maximum defined for this asset.");
        }
        return value;
    }

    static String clientId(Params params, String name, Venue venue) {
        String id = params.find(name);
        if (id == null) {
            return venue.madeUpId();
        }
        if (id.length() > 36) {
            throw VenueError.of(-4015, "Client order id length should not be more than 36 chars");
        }
        if (!ID.matcher(id).matches()) {
            throw VenueError.illegal(name, ID_RANGE);
        }
        return id;
    }

    /** An order of the algo service. */
    ConditionalRequest conditional(Params params) {
        Market market = venue.market(params);
        if (!params.text("algoType").equals("CONDITIONAL")) {
            throw VenueError.of(-1130, "Data sent for parameter 'algoType' is not valid.");
        }
        String type = params.text("type");
        if (!CONDITIONAL.contains(type)) {
            throw VenueError.of(-1116, "Invalid orderType.");
        }
        boolean isLimit = type.equals("STOP") || type.equals("TAKE_PROFIT");
        OrderRequest order = draft(params, market, isLimit).build();
        Trigger trigger = trigger(params, market, type, order.side());
        String id = clientId(params, "clientAlgoId", venue);
        return ConditionalRequest.of(trigger, order.withClientId(id), id);
    }

    private static Trigger trigger(Params params, Market market, String type, Side side) {
        PriceSource source = switch (params.text("workingType", "CONTRACT_PRICE")) {
            case "CONTRACT_PRICE" -> PriceSource.LAST;
            case "MARK_PRICE" -> PriceSource.MARK;
            default -> throw VenueError.of(-4031, "Invalid parameter working type");
        };
        if (type.equals("TRAILING_STOP_MARKET")) {
            BigDecimal rate = params.decimal("callbackRate").divide(HUNDRED);
            BigDecimal activation = params.findDecimal("activatePrice");
            activation = activation == null ? params.findDecimal("activationPrice") : activation;
            return Trigger.trailing(side, activation, rate, true).on(source);
        }
        BigDecimal price = precise(params, "triggerPrice", market.prices().tick());
        boolean isStop = type.startsWith("STOP");
        return (isStop ? Trigger.stop(side, price) : Trigger.takeProfit(side, price)).on(source);
    }
}
