package io.ttquant.exchanges.binance;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;

/** What the orders of Spot and futures have in common. */
final class BinanceOrderFields {
    private static final int MOST_ID = 36;
    private static final String ID_CHARACTERS = "-_";

    private BinanceOrderFields() {}

    static void check(String clientId, OrderRequest r) {
        checkId(clientId);
        OrderCheck.check(r);
        OrderCheck.marketTimeInForce(r);
    }

    static void checkId(String clientId) {
        OrderCheck.clientId(clientId, MOST_ID, ID_CHARACTERS);
    }

    static String symbol(OrderRequest r) {
        return r.instrument().id().symbol();
    }

    static void price(Fields f, OrderRequest r) {
        f.decimal("price", r.rawPrice(), r.instrument().priceScale());
    }

    static void quantity(Fields f, OrderRequest r) {
        f.decimal("quantity", r.rawQuantity(), r.instrument().quantityScale());
    }

    /** GTC, IOC or FOK; the others have a rule of their own. */
    static String timeInForce(OrderRequest r) {
        if (r.timeInForce() == TimeInForce.GTD || r.timeInForce() == TimeInForce.DAY) {
            throw OrderCheck.unsupported(r, "orders " + r.timeInForce(), "let the engine end them, or use GTC");
        }
        return r.timeInForce().name();
    }

    static void requirePlainMarket(OrderRequest r) {
        if (r.type().triggered() == OrderType.MARKET && (r.isPostOnly() || r.rawDisplay() != 0)) {
            throw OrderCheck.unsupported(
                    r, "post-only or display quantity on an order that executes at the market", "leave it out");
        }
        if (r.type() == OrderType.MARKET_TO_LIMIT || r.type() == OrderType.TRAILING_STOP_LIMIT) {
            throw OrderCheck.unsupported(r, "orders " + r.type(), "let the engine emulate them");
        }
    }

    /** The distance of a trailing stop in hundredths of a basis point. */
    static long trailingDistance(OrderRequest r, long step, long least, long most) {
        TrailingOffset t = r.trailing();
        if (t == null || t.kind() != TrailingOffset.Kind.BASIS_POINTS) {
            throw OrderCheck.unsupported(
                    r,
                    "trailing stops by price or ticks",
                    "give the distance in basis points, or let the engine emulate it");
        }
        if (t.distance() % step != 0 || t.distance() < least || t.distance() > most) {
            throw OrderCheck.unsupported(
                    r,
                    "trailing distance of " + t.distance() / 100.0 + " basis points",
                    "take a multiple of " + step / 100.0 + " from " + least / 100.0 + " to " + most / 100.0);
        }
        return t.distance();
    }

    static long rawActivation(OrderRequest r) {
        TrailingOffset t = r.trailing();
        return t == null ? 0 : t.rawActivation();
    }

    static void positionSide(Fields f, OrderRequest r) {
        if (r.positionSide() != PositionSide.NET) {
            f.text("positionSide", r.positionSide().name());
        }
    }
}
