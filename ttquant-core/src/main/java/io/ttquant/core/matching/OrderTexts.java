package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;

/** What an exchange says when it refuses an order or an amendment: the value, the rule and the remedy. */
final class OrderTexts {
    private OrderTexts() {}

    static String wouldTake(WorkingOrder order, long rawMarketPrice) {
        Instrument i = order.order.instrument();
        return "post-only " + order.order.side() + " at " + i.formatPrice(order.rawPrice) + " would take liquidity at "
                + i.formatPrice(rawMarketPrice) + "; choose a price behind the market";
    }

    static String passed(WorkingOrder order, long rawMarketPrice) {
        Instrument i = order.order.instrument();
        return "trigger " + i.formatPrice(order.rawTrigger) + " of " + i + " is already passed; the market is at "
                + i.formatPrice(rawMarketPrice) + "; choose one that is not, or send a market order";
    }

    static String missing(WorkingOrder order, Currency paying, long rawMissing) {
        return "fills on the way left " + FixedPoint.format(rawMissing, paying.scale()) + " " + paying
                + " too little for this " + order.order.side() + " of " + order.order.instrument()
                + "; wait for reports, or ask for less";
    }

    static String killed(WorkingOrder order, long rawPossible) {
        return "FOK order: only " + order.order.instrument().formatQuantity(rawPossible) + " could be filled at once";
    }

    static String notAbove(WorkingOrder order, long rawQuantity) {
        Instrument i = order.order.instrument();
        return "quantity " + i.formatQuantity(rawQuantity) + " is not above the " + i.formatQuantity(order.rawFilled)
                + " already filled; cancel instead";
    }

    static String noTriggerYet(WorkingOrder order, Amendment amendment) {
        return "trigger price " + order.order.instrument().formatPrice(amendment.rawTrigger())
                + " cannot replace that of order " + order.order.clientId()
                + ", which does not follow the market yet and has none; wait until it is active, or send a new order";
    }
}
