package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.matching.ExecutionTiming;
import java.math.BigDecimal;
import java.util.List;

/** The naive venue on trades and quotes. */
final class NaiveTickVenue extends NaiveVenue {
    private static final BigDecimal PLENTY = new BigDecimal("1e18");

    private BigDecimal last = NONE;
    private BigDecimal bid = NONE;
    private BigDecimal bidLeft = NONE;
    private BigDecimal ask = NONE;
    private BigDecimal askLeft = NONE;
    private boolean hasTrades;
    private boolean hasQuotes;

    NaiveTickVenue(NaiveRules rules) {
        super(rules);
    }

    @Override
    BigDecimal opposite(boolean isBuy) {
        if (hasQuotes) {
            return isBuy ? ask : bid;
        }
        return last;
    }

    @Override
    BigDecimal triggering(boolean isBuy) {
        return hasTrades ? last : opposite(isBuy);
    }

    private BigDecimal displayed(boolean isBuy) {
        if (!hasQuotes) {
            return PLENTY;
        }
        return isBuy ? askLeft : bidLeft;
    }

    private void consume(boolean isBuy, BigDecimal quantity) {
        if (isBuy) {
            askLeft = askLeft.subtract(quantity);
        } else {
            bidLeft = bidLeft.subtract(quantity);
        }
    }

    void trade(BigDecimal price, BigDecimal quantity, AggressorSide aggressor) {
        hasTrades = true;
        last = price;
        releaseWaiting();
        BigDecimal left = quantity;
        if (aggressor != AggressorSide.BUYER) {
            left = meet(true, price, left);
        }
        if (aggressor != AggressorSide.SELLER) {
            meet(false, price, left);
        }
        NaiveOrder stop = stopTriggeredBy(price);
        while (stop != null) {
            trigger(stop, price);
            stop = stopTriggeredBy(price);
        }
    }

    /** A print meets resting orders of one side, which share its quantity; returns what is left. */
    private BigDecimal meet(boolean isBuy, BigDecimal price, BigDecimal quantity) {
        BigDecimal left = quantity;
        for (NaiveOrder order : limits(isBuy)) {
            boolean isThrough = isBuy ? order.price.compareTo(price) > 0 : order.price.compareTo(price) < 0;
            boolean isTouched = order.price.compareTo(price) == 0 && rules.touchFills();
            if (left.signum() > 0 && (isThrough || isTouched)) {
                FillReason reason = isThrough ? FillReason.TRADED_THROUGH : FillReason.TRADE_AT_PRICE;
                left = left.subtract(makeAt(order, order.price, left.min(order.leaves()), reason));
            }
        }
        return left;
    }

    void quote(BigDecimal newBid, BigDecimal bidQuantity, BigDecimal newAsk, BigDecimal askQuantity) {
        hasQuotes = true;
        bid = newBid;
        bidLeft = bidQuantity;
        ask = newAsk;
        askLeft = askQuantity;
        releaseWaiting();
        for (boolean isBuy : new boolean[] {true, false}) {
            for (NaiveOrder order : limits(isBuy)) {
                cross(order);
            }
        }
        if (!hasTrades) {
            triggerByQuote(true);
            triggerByQuote(false);
        }
    }

    /** A quote meets a resting order, which takes nothing: it was there first. */
    private void cross(NaiveOrder order) {
        BigDecimal quoted = opposite(order.isBuy);
        BigDecimal quantity = displayed(order.isBuy).min(order.leaves());
        if (quoted.signum() > 0 && order.accepts(quoted) && quantity.signum() > 0) {
            FillReason reason = order.isPassedBy(quoted) ? FillReason.TRADED_THROUGH : FillReason.TOUCHED;
            consume(order.isBuy, makeAt(order, order.price, quantity, reason));
        }
    }

    private void triggerByQuote(boolean isBuy) {
        BigDecimal quoted = opposite(isBuy);
        if (quoted.signum() > 0) {
            for (NaiveOrder stop : resting(o -> o.isStop() && o.isBuy == isBuy && o.isTriggeredBy(quoted))) {
                trigger(stop, quoted);
            }
        }
    }

    private void trigger(NaiveOrder stop, BigDecimal by) {
        boolean isExact = stop.trigger.compareTo(by) == 0;
        trigger(stop);
        if (stop.isLimit()) {
            place(stop);
        } else {
            takeAll(stop, isExact ? FillReason.STOP_TRIGGER : FillReason.STOP_GAP);
        }
    }

    private void releaseWaiting() {
        for (NaiveOrder order : List.copyOf(waiting)) {
            waiting.remove(order);
            takeAll(order, FillReason.NEXT_TICK);
        }
    }

    @Override
    void place(NaiveOrder order) {
        if (order.isStop() && !isPassed(order)) {
            rest(order);
        } else if (order.isStop()) {
            trigger(order);
            place(order);
        } else if (order.type == OrderType.MARKET) {
            boolean waits = rules.timing() == ExecutionTiming.NEXT_TICK && order.asked == OrderType.MARKET;
            if (waits) {
                waiting.add(order);
            } else {
                takeAll(order, FillReason.TOOK_BOOK);
            }
        } else if (!isTooLateForPostOnly(order)) {
            placeLimit(order);
        }
    }

    private void placeLimit(NaiveOrder order) {
        BigDecimal opposite = opposite(order.isBuy);
        boolean isMarketable = opposite.signum() > 0 && order.accepts(opposite);
        BigDecimal available = isMarketable ? displayed(order.isBuy).min(order.leaves()) : NONE;
        if (isKilled(order, available)) {
            return;
        }
        if (available.signum() > 0) {
            consume(order.isBuy, takeAt(order, opposite, available, FillReason.MARKETABLE_LIMIT));
        }
        restOrCancel(order);
    }

    /** What is displayed, then the rest one tick worse. */
    private void takeAll(NaiveOrder order, FillReason reason) {
        BigDecimal opposite = opposite(order.isBuy);
        if (opposite.signum() == 0) {
            waiting.add(order);
            return;
        }
        BigDecimal first = displayed(order.isBuy).min(order.leaves());
        if (isKilled(order, first)) {
            return;
        }
        if (first.signum() > 0) {
            consume(order.isBuy, takeAt(order, opposite, first, reason));
        }
        if (order.isAtVenue && order.isImmediate()) {
            restOrCancel(order);
        } else if (order.isAtVenue) {
            BigDecimal worse = order.isBuy
                    ? opposite.add(rules.tick())
                    : opposite.subtract(rules.tick()).max(rules.tick());
            takeAt(order, worse, order.leaves(), reason);
        }
    }
}
