package io.ttquant.exchanges.okx;

import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.RequestRefused;

/** An order in the words of OKX, but for what names its instrument, which differs between REST and WebSocket. */
final class OkxOrderFields {
    private static final int MOST_ID = 32;

    private final TradeMode spotMode;
    private final TradeMode derivativesMode;

    OkxOrderFields(TradeMode spotMode, TradeMode derivativesMode) {
        if (derivativesMode == TradeMode.CASH) {
            throw new IllegalArgumentException(
                    "derivatives cannot be traded in the mode CASH, they need margin; take CROSS or ISOLATED");
        }
        this.spotMode = spotMode;
        this.derivativesMode = derivativesMode;
    }

    void write(Fields f, String clientId, OrderRequest r) {
        check(clientId, r);
        if (r.type().hasTrigger()) {
            throw OrderCheck.unsupported(r, "orders " + r.type() + " on its order endpoint", "use the algo endpoint");
        }
        head(f, r);
        f.text("ordType", orderType(r));
        size(f, r);
        if (r.type() == OrderType.LIMIT) {
            f.decimal("px", r.rawPrice(), r.instrument().priceScale());
        }
        reduceOnly(f, r);
        f.text("clOrdId", clientId);
    }

    /** Mode, side and position side. */
    void head(Fields f, OrderRequest r) {
        f.text("tdMode", mode(r).word());
        f.text("side", r.side() == Side.BUY ? "buy" : "sell");
        if (r.positionSide() != PositionSide.NET) {
            f.text("posSide", r.positionSide() == PositionSide.LONG ? "long" : "short");
        }
    }

    private TradeMode mode(OrderRequest r) {
        return isSpot(r) ? spotMode : derivativesMode;
    }

    void size(Fields f, OrderRequest r) {
        if (r.isByValue()) {
            f.decimal("sz", r.rawQuoteQuantity(), r.instrument().quote().scale());
        } else {
            f.decimal("sz", r.rawQuantity(), r.instrument().quantityScale());
        }
        // Said always on spot, since the default of market orders depends on their side.
        if (isSpot(r)) {
            f.text("tgtCcy", r.isByValue() ? "quote_ccy" : "base_ccy");
        }
    }

    void reduceOnly(Fields f, OrderRequest r) {
        // Ignored in long/short mode, where a closing order reduces by its nature; unknown on spot, where the engine
        // sees to it.
        if (r.isReduceOnly() && !isSpot(r) && r.positionSide() == PositionSide.NET) {
            f.flag("reduceOnly", true);
        }
    }

    private static String orderType(OrderRequest r) {
        if (r.type() == OrderType.MARKET) {
            return "market";
        }
        if (r.isPostOnly()) {
            return "post_only";
        }
        return switch (r.timeInForce()) {
            case GTC -> "limit";
            case IOC -> "ioc";
            case FOK -> "fok";
            case GTD, DAY ->
                throw OrderCheck.unsupported(r, "orders " + r.timeInForce(), "let the engine end them, or use GTC");
        };
    }

    static void checkId(String clientId) {
        OrderCheck.clientId(clientId, MOST_ID, "");
    }

    static boolean isSpot(OrderRequest r) {
        return r.instrument().kind() == InstrumentKind.SPOT;
    }

    static void check(String clientId, OrderRequest r) {
        checkId(clientId);
        OrderCheck.check(r);
        OrderCheck.marketTimeInForce(r);
        if (r.type() == OrderType.MARKET_TO_LIMIT || r.type() == OrderType.TRAILING_STOP_LIMIT) {
            throw OrderCheck.unsupported(r, "orders " + r.type(), "let the engine emulate them");
        }
        if (r.rawDisplay() != 0) {
            throw OrderCheck.unsupported(
                    r, "display quantity (its iceberg orders follow the market)", "let the engine emulate it");
        }
        if (r.isByValue() && (!isSpot(r) || r.type() != OrderType.MARKET)) {
            throw OrderCheck.unsupported(r, "amount to spend but on market orders of spot", "give a quantity");
        }
        if (isSpot(r) && r.positionSide() != PositionSide.NET) {
            throw OrderCheck.unsupported(r, "position sides, since it is spot", "leave them out");
        }
        if (r.isReduceOnly() && r.positionSide() != PositionSide.NET && !r.isClosing()) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "a reduce-only order of " + r.instrument() + " cannot open its " + r.positionSide()
                            + " position; drop reduce-only, or turn the side round");
        }
        if (r.isPostOnly() && (r.type() != OrderType.LIMIT || r.timeInForce() != TimeInForce.GTC)) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "post-only goes with a limit order GTC only, not with " + r.type() + " " + r.timeInForce());
        }
    }
}
