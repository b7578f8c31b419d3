package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/** Changes of orders in the book. */
final class Amender {
    private final Core core;
    private final OrderDesk desk;
    private final Funds funds;

    Amender(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
        funds = new Funds(core);
    }

    LiveOrder amend(LiveOrder order, Amendment amendment) {
        try {
            return change(order, amendment);
        } catch (Refused refused) {
            if (amendment.cancelsOnFailure()) {
                desk.end(order, OrderStatus.CANCELED, OrderReason.AMENDED);
            }
            throw refused;
        }
    }

    private LiveOrder change(LiveOrder order, Amendment amendment) {
        if (!order.resting) {
            throw new Refused(RefusalReason.CANNOT_AMEND, "only an order in the book can be amended");
        }
        if (order.market.status == MarketStatus.HALTED || order.market.status == MarketStatus.CANCEL_ONLY) {
            throw new Refused(RefusalReason.MARKET_HALTED, order.request.symbol() + " is " + order.market.status);
        }
        BigDecimal oldPrice = BookSide.price(order);
        BigDecimal price = amendment.price() == null ? oldPrice : Decimals.plain(bounded(amendment.price()));
        BigDecimal quantity =
                amendment.quantity() == null ? order.quantity : Decimals.plain(bounded(amendment.quantity()));
        check(order, price, quantity, amendment);
        if (!Decimals.isAbove(quantity, order.filled)) {
            return belowFilled(order, quantity);
        }
        boolean keepsPlace = price.compareTo(oldPrice) == 0 && Decimals.isBelow(quantity, order.quantity);
        if (keepsPlace) {
            order.quantity = quantity;
            order.amendments++;
            order.market.book.shrink(order);
            desk.change(order, order.status, OrderReason.AMENDED);
        } else {
            move(order, price, quantity);
        }
        return order;
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (!Decimals.isBounded(value)) {
            throw new Refused(RefusalReason.FIGURE_TOO_LONG, "a figure has too many digits");
        }
        return value;
    }

    private void check(LiveOrder order, BigDecimal price, BigDecimal quantity, Amendment amendment) {
        boolean isSamePrice = price.compareTo(BookSide.price(order)) == 0;
        if (isSamePrice && quantity.compareTo(order.quantity) == 0) {
            throw new Refused(RefusalReason.NOTHING_CHANGED, "price and quantity are what they were");
        }
        if (amendment.keepsPriority() && !(isSamePrice && Decimals.isBelow(quantity, order.quantity))) {
            throw new Refused(RefusalReason.CANNOT_AMEND, "only a smaller quantity keeps the place in the queue");
        }
        if (!isSamePrice) {
            OrderChecks.price(order.market, price);
        }
        OrderChecks.quantity(order.market.market, quantity, false);
        OrderChecks.notional(order.market.market, order.request, order.market.market.value(quantity, price));
    }

    private LiveOrder belowFilled(LiveOrder order, BigDecimal quantity) {
        if (!core.rules.amendBelowFilledCancels()) {
            throw new Refused(
                    RefusalReason.CANNOT_AMEND,
                    OrderChecks.text("quantity", quantity) + " is not above the " + order.filled.toPlainString()
                            + " that have filled");
        }
        desk.end(order, OrderStatus.CANCELED, OrderReason.AMENDED);
        return order;
    }

    /** Takes it out of the book and in again, as if it arrived now. */
    private void move(LiveOrder order, BigDecimal price, BigDecimal quantity) {
        boolean mayTake = core.rules.amendMayTake() && !order.request.postOnly();
        boolean crosses = order.market.book.crosses(order.side(), price);
        if (crosses && !mayTake && core.rules.postOnlyRefused()) {
            throw new Refused(RefusalReason.WOULD_TAKE, "it would trade at once");
        }
        afford(order, price, quantity);
        order.market.book.remove(order);
        order.price = price;
        order.quantity = quantity;
        order.amendments++;
        desk.change(order, order.status, OrderReason.AMENDED);
        if (crosses && !mayTake) {
            desk.end(order, OrderStatus.CANCELED, OrderReason.WOULD_TAKE);
        } else {
            desk.work(order);
        }
    }

    /** Checks the money as if the order were not in the book yet; it keeps its place until that is known. */
    private void afford(LiveOrder order, BigDecimal price, BigDecimal quantity) {
        BigDecimal oldPrice = BookSide.price(order);
        BigDecimal oldQuantity = order.quantity;
        order.resting = false;
        order.price = price;
        order.quantity = quantity;
        try {
            funds.check(order);
        } finally {
            order.resting = true;
            order.price = oldPrice;
            order.quantity = oldQuantity;
        }
    }
}
