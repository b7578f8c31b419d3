package io.ttquant.exchanges.okx;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.RequestRefused;

/**
 * A conditional order in the words of OKX: a stop is the stop-loss leg of a {@code conditional} order, an if-touched order its take-profit leg, so
 * that a trigger that is already passed is refused; a {@code trigger} order would wait for the price to come back.
 */
final class OkxAlgoFields {
    private static final String MARKET_PRICE = "-1";
    /** {@code callbackRatio} is a fraction with up to four decimals, of which a distance in hundredths of basis points has six. */
    private static final int RATIO_SCALE = 6;

    private static final long RATIO_STEP = 100;

    private final OkxOrderFields orders;

    OkxAlgoFields(OkxOrderFields orders) {
        this.orders = orders;
    }

    void write(Fields f, String clientId, OrderRequest r) {
        OkxOrderFields.check(clientId, r);
        if (r.timeInForce() != TimeInForce.GTC) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "a conditional order of " + r.instrument() + " is GTC, not " + r.timeInForce()
                            + "; let the engine hold it, or use GTC");
        }
        orders.head(f, r);
        f.text("ordType", r.type().isTrailing() ? "move_order_stop" : "conditional");
        orders.size(f, r);
        if (r.type().isTrailing()) {
            trailing(f, r);
        } else {
            leg(f, r, r.type().isStop() ? "sl" : "tp");
        }
        orders.reduceOnly(f, r);
        f.text("algoClOrdId", clientId);
    }

    private static void leg(Fields f, OrderRequest r, String leg) {
        int scale = r.instrument().priceScale();
        f.decimal(leg + "TriggerPx", r.rawTrigger(), scale);
        if (r.type().triggered() == OrderType.MARKET) {
            f.text(leg + "OrdPx", MARKET_PRICE);
        } else {
            f.decimal(leg + "OrdPx", r.rawPrice(), scale);
        }
        f.text(leg + "TriggerPxType", source(r));
    }

    private static String source(OrderRequest r) {
        return switch (r.triggerSource()) {
            case DEFAULT, LAST -> "last";
            case MARK -> requireDerivative(r, "mark");
            case INDEX -> requireDerivative(r, "index");
            case BID_ASK ->
                throw OrderCheck.unsupported(
                        r, "trigger by BID_ASK", "trigger by LAST, or let the engine hold the order");
        };
    }

    private static String requireDerivative(OrderRequest r, String word) {
        if (OkxOrderFields.isSpot(r)) {
            throw OrderCheck.unsupported(
                    r,
                    "trigger by " + word + ", since it is spot",
                    "trigger by LAST, or let the engine hold the order");
        }
        return word;
    }

    private static void trailing(Fields f, OrderRequest r) {
        TrailingOffset t = r.trailing();
        int scale = r.instrument().priceScale();
        if (t == null || t.distance() <= 0) {
            throw OrderCheck.unsupported(r, "trailing stop without a distance", "give one");
        }
        if (r.triggerSource() != TriggerSource.DEFAULT && r.triggerSource() != TriggerSource.LAST) {
            throw OrderCheck.unsupported(
                    r, "trailing stop by " + r.triggerSource(), "follow LAST, or let the engine emulate it");
        }
        switch (t.kind()) {
            case PRICE -> f.decimal("callbackSpread", t.distance(), scale);
            case TICKS ->
                f.decimal(
                        "callbackSpread",
                        Math.multiplyExact(t.distance(), r.instrument().rawTick()),
                        scale);
            case BASIS_POINTS -> f.decimal("callbackRatio", wholeBasisPoints(r, t.distance()), RATIO_SCALE);
        }
        if (t.rawActivation() != 0) {
            f.decimal("activePx", t.rawActivation(), scale);
        }
    }

    private static long wholeBasisPoints(OrderRequest r, long distance) {
        if (distance % RATIO_STEP != 0) {
            throw OrderCheck.unsupported(
                    r, "trailing distance of a part of a basis point", "round it to whole basis points");
        }
        return distance;
    }
}
