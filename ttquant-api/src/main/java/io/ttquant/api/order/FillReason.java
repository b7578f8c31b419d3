package io.ttquant.api.order;

/** Why a fill happened at its price. */
public enum FillReason {
    /** The exchange reported it. */
    EXCHANGE("reported by the exchange"),
    /** A market order at the open of the bar after its decision. */
    NEXT_OPEN("market order at the next bar's open"),
    /** A market order at the close of the bar of its decision. */
    CURRENT_CLOSE("market order at the close of the bar of its decision"),
    /** A market order that arrived inside a bar, at the price of the assumed path at that moment. */
    BAR_PATH("market order at the assumed path's price when it arrived"),
    /** A market order at the next observed price. */
    NEXT_TICK("market order at the next observed price"),
    /** Took what the opposite side of the book offered. */
    TOOK_BOOK("took the opposite side of the book"),
    /** A limit order whose price was already reached when it arrived; filled at the market price, which was better. */
    MARKETABLE_LIMIT("limit order that was marketable on arrival, at the market price"),
    /** A resting limit order that the next open jumped past; filled at the open, which was better. */
    LIMIT_AT_OPEN("resting limit order passed by a gap, at the better open"),
    /** A resting limit order through which the price traded. */
    TRADED_THROUGH("price traded through the resting limit order"),
    /** A resting limit order that the price touched, where the model allows that. */
    TOUCHED("price touched the resting limit order"),
    /** A resting limit order met by a published trade at its price. */
    TRADE_AT_PRICE("a published trade at the resting limit order's price"),
    /** A stop order whose trigger a gap jumped past; filled at the open. */
    STOP_GAP("stop order passed by a gap, at the open"),
    /** A stop order triggered on the way through its trigger price, filled there. */
    STOP_TRIGGER("stop order at its trigger price"),
    /** A stop order that found nothing on the other side of the book when it was triggered; filled at the next price observed there. */
    STOP_NEXT_TICK("stop order at the next observed price after its trigger"),
    /** An if-touched order whose trigger a gap jumped past, or that was beyond its trigger; filled at the market price, which was better. */
    IF_TOUCHED_GAP("if-touched order beyond its trigger, at the market price"),
    /** An if-touched order triggered on the way through its trigger price, filled there. */
    IF_TOUCHED_TRIGGER("if-touched order at its trigger price"),
    /** Bought or sold by the exchange because margin ran out. */
    LIQUIDATION("liquidated"),
    /** Closed by the exchange at the settlement price, because the contract expired. */
    EXPIRY("settled at expiry"),
    /** Took a level of the book beyond the best one, which was not enough. */
    WALKED_BOOK("took a further level of the book, since the better ones were not enough"),
    /** A resting limit order to whose price, or beyond it, the other side of the book came. */
    BOOK_CROSSED("the other side of the book came to the resting limit order's price"),
    /** Took a price of the depth model beyond the best one, which was not enough. */
    DEPTH_MODEL("took a further price of the depth model, since the better ones were not enough");

    private final String text;

    FillReason(String text) {
        this.text = text;
    }

    /** A sentence for people. */
    public String text() {
        return text;
    }
}
