package io.ttquant.exchanges.request;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;

/**
 * What every order must be before its request is built: prices on the tick, quantities on the lot, above zero, and an id that both venues
 * take. The risk rules have judged it before; this is the last gate, so that a number is never rounded on its way out.
 */
public final class OrderCheck {
    private OrderCheck() {}

    /**
     * Checks an order.
     *
     * @throws RequestRefused if a price is off the tick, a quantity off the lot, or one is not positive where it must be
     */
    public static void check(OrderRequest r) {
        Instrument i = r.instrument();
        if (r.isByValue()) {
            positive(r.rawQuoteQuantity(), "amount to spend", i, RejectReason.QUANTITY_ZERO);
        } else {
            quantity(i, r.rawQuantity());
        }
        if (r.type().hasPrice()) {
            price(i, r.rawPrice(), "price");
        }
        if (r.type().hasTrigger() && !r.type().isTrailing()) {
            price(i, r.rawTrigger(), "trigger price");
        }
        TrailingOffset trailing = r.trailing();
        if (trailing != null && trailing.rawActivation() != 0) {
            price(i, trailing.rawActivation(), "activation price");
        }
        if (r.rawDisplay() != 0) {
            quantity(i, r.rawDisplay());
        }
    }

    /**
     * Checks that what executes at the market asks for nothing that no venue has a field for there, since it would be dropped on the way.
     *
     * @throws RequestRefused if a market order is to fill whole or not at all, or one that waits for a trigger is to end by itself
     */
    public static void marketTimeInForce(OrderRequest r) {
        boolean isWaiting = r.type().hasTrigger() && r.timeInForce() != TimeInForce.GTC;
        if (r.type().triggered() == OrderType.MARKET && (isWaiting || r.timeInForce() == TimeInForce.FOK)) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "an order " + r.type() + " of " + r.instrument() + " cannot be " + r.timeInForce()
                            + ", which its venue has for limit orders only; use GTC, or a limit order");
        }
    }

    /**
     * Checks a quantity.
     *
     * @throws RequestRefused if it is not positive or no multiple of the lot
     */
    public static void quantity(Instrument i, long raw) {
        positive(raw, "quantity", i, RejectReason.QUANTITY_ZERO);
        if (raw % i.rawLot() != 0) {
            throw new RequestRefused(
                    RejectReason.QUANTITY_STEP,
                    "quantity " + i.formatQuantity(raw) + " of " + i + " is no multiple of its lot "
                            + i.formatQuantity(i.rawLot()) + "; round it with Instrument.rounding()");
        }
    }

    /**
     * Checks a price.
     *
     * @param what how to call it in the message
     * @throws RequestRefused if it is not positive or no multiple of the tick
     */
    public static void price(Instrument i, long raw, String what) {
        positive(raw, what, i, RejectReason.PRICE_NOT_POSITIVE);
        if (raw % i.rawTick() != 0) {
            throw new RequestRefused(
                    RejectReason.PRICE_STEP,
                    what + " " + i.formatPrice(raw) + " of " + i + " is no multiple of its tick "
                            + i.formatPrice(i.rawTick()) + "; round it with Instrument.rounding()");
        }
    }

    /**
     * Checks a client order id.
     *
     * @param most longest length that the venue takes
     * @param others characters that it takes beside letters and digits
     * @throws RequestRefused if it is empty, too long, or has other characters
     */
    public static void clientId(String id, int most, String others) {
        boolean isLegal = !id.isEmpty() && id.length() <= most;
        for (int k = 0; k < id.length() && isLegal; k++) {
            char c = id.charAt(k);
            isLegal = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || others.indexOf(c) >= 0;
        }
        if (!isLegal) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_BY_VENUE,
                    "client order id '" + id + "' is not 1 to " + most
                            + " letters and digits" + (others.isEmpty() ? "" : " (or " + others + ")")
                            + "; let the engine make the ids");
        }
    }

    /** A refusal of what a venue lacks. */
    public static RequestRefused unsupported(OrderRequest r, String what, String remedy) {
        return new RequestRefused(
                RejectReason.UNSUPPORTED_BY_VENUE, r.instrument() + " takes no " + what + " from us; " + remedy);
    }

    private static void positive(long raw, String what, Instrument i, RejectReason reason) {
        if (raw <= 0) {
            throw new RequestRefused(
                    reason, what + " " + raw + " (raw) of " + i + " is not above zero; give a positive " + what);
        }
    }
}
