package io.ttquant.exchanges.binance;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.RequestRefused;

/** An order in the words of Binance Spot. */
final class SpotOrderFields {
    /** {@code trailingDelta} is in whole basis points. */
    private static final long TRAILING_STEP = 100;

    private static final long TRAILING_MOST = 200_000;

    private SpotOrderFields() {}

    static void write(Fields f, String clientId, OrderRequest r) {
        BinanceOrderFields.check(clientId, r);
        requireSpot(r);
        f.text("symbol", BinanceOrderFields.symbol(r));
        f.text("side", r.side().name());
        f.text("type", type(r));
        if (r.type().triggered() == OrderType.LIMIT) {
            limit(f, r);
        } else if (r.isByValue()) {
            f.decimal(
                    "quoteOrderQty",
                    r.rawQuoteQuantity(),
                    r.instrument().quote().scale());
        } else {
            BinanceOrderFields.quantity(f, r);
        }
        if (r.type().hasTrigger()) {
            trigger(f, r);
        }
        f.text("newClientOrderId", clientId);
        f.text("newOrderRespType", "FULL");
    }

    private static void limit(Fields f, OrderRequest r) {
        if (!isMaker(r)) {
            f.text("timeInForce", BinanceOrderFields.timeInForce(r));
        }
        BinanceOrderFields.quantity(f, r);
        BinanceOrderFields.price(f, r);
        if (r.rawDisplay() != 0) {
            f.decimal("icebergQty", r.rawDisplay(), r.instrument().quantityScale());
        }
    }

    private static void trigger(Fields f, OrderRequest r) {
        if (!r.type().isTrailing()) {
            f.decimal("stopPrice", r.rawTrigger(), r.instrument().priceScale());
            return;
        }
        f.number(
                "trailingDelta",
                BinanceOrderFields.trailingDistance(r, TRAILING_STEP, TRAILING_STEP, TRAILING_MOST) / TRAILING_STEP);
        long activation = BinanceOrderFields.rawActivation(r);
        if (activation != 0) {
            f.decimal("stopPrice", activation, r.instrument().priceScale());
        }
    }

    private static String type(OrderRequest r) {
        return switch (r.type()) {
            case MARKET -> "MARKET";
            case LIMIT -> isMaker(r) ? "LIMIT_MAKER" : "LIMIT";
            case STOP_MARKET, TRAILING_STOP_MARKET -> "STOP_LOSS";
            case STOP_LIMIT -> "STOP_LOSS_LIMIT";
            case MARKET_IF_TOUCHED -> "TAKE_PROFIT";
            case LIMIT_IF_TOUCHED -> "TAKE_PROFIT_LIMIT";
            case TRAILING_STOP_LIMIT, MARKET_TO_LIMIT ->
                throw OrderCheck.unsupported(r, "orders " + r.type(), "let the engine emulate them");
        };
    }

    private static boolean isMaker(OrderRequest r) {
        return r.isPostOnly() && r.type() == OrderType.LIMIT;
    }

    private static void requireSpot(OrderRequest r) {
        BinanceOrderFields.requirePlainMarket(r);
        // That an order only reduces is unknown to spot: the engine sees to it.
        if (r.positionSide() != PositionSide.NET) {
            throw OrderCheck.unsupported(r, "position sides, since it is spot", "leave them out");
        }
        if (r.type().hasTrigger()
                && r.triggerSource() != TriggerSource.DEFAULT
                && r.triggerSource() != TriggerSource.LAST) {
            throw OrderCheck.unsupported(
                    r, "trigger by " + r.triggerSource(), "trigger by LAST, or let the engine emulate it");
        }
        if (r.isByValue() && r.type() != OrderType.MARKET) {
            throw OrderCheck.unsupported(r, "amount to spend on an order " + r.type(), "use a market order");
        }
        boolean isImmediate = r.timeInForce() != TimeInForce.GTC;
        if (r.isPostOnly() && (isImmediate || r.type() != OrderType.LIMIT)) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "post-only goes with a limit order GTC only, not with " + r.type() + " " + r.timeInForce());
        }
        if (r.rawDisplay() != 0 && isImmediate) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "a display quantity goes with GTC only, not with " + r.timeInForce());
        }
    }
}
