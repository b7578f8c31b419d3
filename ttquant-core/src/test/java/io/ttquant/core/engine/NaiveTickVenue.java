package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.matching.ExecutionTiming;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    BigDecimal triggering(NaiveOrder order) {
        return isByQuote(order) ? opposite(order.isBuy) : last;
    }

    /** True if an order is triggered by quotes, false if by trades. */
    private boolean isByQuote(NaiveOrder order) {
        return switch (order.source) {
            case BID_ASK -> hasQuotes;
            case DEFAULT -> hasQuotes && !hasTrades;
            default -> false;
        };
    }

    /** The first trade or quote came: trailing stops that had no price so far may have one. */
    private void startTrailing() {
        orders.stream()
                .filter(o -> o.isResting && o.isStop() && !o.isByReference())
                .forEach(this::rest);
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
        boolean isFirst = !hasTrades;
        hasTrades = true;
        last = price;
        if (isFirst) {
            startTrailing();
        }
        releaseWaiting();
        BigDecimal left = quantity;
        if (aggressor != AggressorSide.BUYER) {
            left = meet(true, price, left);
        }
        if (aggressor != AggressorSide.SELLER) {
            meet(false, price, left);
        }
        observe(o -> !o.isByReference() && !isByQuote(o), price);
    }

    private void observe(Predicate<NaiveOrder> which, BigDecimal price) {
        NaiveOrder order = triggeredBy(which, price);
        while (order != null) {
            trigger(order, price);
            order = triggeredBy(which, price);
        }
        follow(which, price);
    }

    /** A print meets resting orders of one side, which share its quantity; returns what is left. */
    private BigDecimal meet(boolean isBuy, BigDecimal price, BigDecimal quantity) {
        BigDecimal left = quantity;
        NaiveOrder order = met(isBuy, price);
        while (order != null && left.signum() > 0) {
            FillReason reason = order.isPassedBy(price) ? FillReason.TRADED_THROUGH : FillReason.TRADE_AT_PRICE;
            left = left.subtract(makeAt(order, order.price, left.min(order.offered()), reason));
            order = met(isBuy, price);
        }
        return left;
    }

    /** The first order of a side that a print meets. */
    private @Nullable NaiveOrder met(boolean isBuy, BigDecimal price) {
        return limits(isBuy).stream()
                .filter(o -> o.isPassedBy(price) || (o.price.compareTo(price) == 0 && rules.touchFills(o, now)))
                .findFirst()
                .orElse(null);
    }

    void quote(BigDecimal newBid, BigDecimal bidQuantity, BigDecimal newAsk, BigDecimal askQuantity) {
        boolean isFirst = !hasQuotes;
        hasQuotes = true;
        bid = newBid;
        bidLeft = bidQuantity;
        ask = newAsk;
        askLeft = askQuantity;
        if (isFirst) {
            startTrailing();
        }
        releaseWaiting();
        cross(true);
        cross(false);
        for (boolean isBuy : new boolean[] {true, false}) {
            if (opposite(isBuy).signum() > 0) {
                observe(o -> o.isBuy == isBuy && isByQuote(o), opposite(isBuy));
            }
        }
    }

    /** A quote meets resting orders, which take nothing: they were there first. */
    private void cross(boolean isBuy) {
        BigDecimal quoted = opposite(isBuy);
        NaiveOrder order = crossed(isBuy, quoted);
        while (order != null && displayed(isBuy).signum() > 0) {
            BigDecimal quantity = displayed(isBuy).min(order.offered());
            FillReason reason = order.isPassedBy(quoted) ? FillReason.TRADED_THROUGH : FillReason.TOUCHED;
            consume(isBuy, makeAt(order, order.price, quantity, reason));
            order = crossed(isBuy, quoted);
        }
    }

    private @Nullable NaiveOrder crossed(boolean isBuy, BigDecimal quoted) {
        return limits(isBuy).stream()
                .filter(o -> quoted.signum() > 0 && o.accepts(quoted))
                .findFirst()
                .orElse(null);
    }

    /** A triggered order gets the worse of the price that triggered it and the quote, which may be older. */
    private void trigger(NaiveOrder order, BigDecimal by) {
        BigDecimal trigger = order.trigger;
        trigger(order);
        BigDecimal opposite = opposite(order.isBuy);
        BigDecimal market = opposite.signum() == 0 ? NONE : order.isBuy ? opposite.max(by) : opposite.min(by);
        if (!order.isLimit()) {
            takeAll(order, market, trigger.compareTo(market) == 0 ? triggerReason(order) : gapReason(order));
        } else if (!isTooLateForPostOnly(order, market)) {
            placeLimit(order, market);
        }
    }

    private void releaseWaiting() {
        for (NaiveOrder order : List.copyOf(waiting)) {
            waiting.remove(order);
            takeAll(
                    order,
                    opposite(order.isBuy),
                    order.asked.hasTrigger() ? FillReason.STOP_NEXT_TICK : FillReason.NEXT_TICK);
        }
    }

    @Override
    void place(NaiveOrder order) {
        if (order.isStop() && !isPassed(order)) {
            rest(order);
        } else if (order.isStop()) {
            trigger(order);
            place(order);
        } else if (order.isMarket()) {
            boolean waits = rules.timing() == ExecutionTiming.NEXT_TICK && !order.asked.hasTrigger();
            if (waits) {
                waiting.add(order);
            } else {
                takeAll(order, opposite(order.isBuy), FillReason.TOOK_BOOK);
            }
        } else if (!isTooLateForPostOnly(order, opposite(order.isBuy))) {
            placeLimit(order, opposite(order.isBuy));
        }
    }

    private void placeLimit(NaiveOrder order, BigDecimal opposite) {
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
    private void takeAll(NaiveOrder order, BigDecimal opposite, FillReason reason) {
        if (opposite.signum() == 0) {
            waiting.add(order);
            return;
        }
        boolean becomesLimit = order.type == OrderType.MARKET_TO_LIMIT;
        if (becomesLimit) {
            limitAt(order, opposite);
        }
        BigDecimal first = displayed(order.isBuy).min(order.leaves());
        if (isKilled(order, first)) {
            return;
        }
        if (first.signum() > 0) {
            consume(order.isBuy, takeAt(order, opposite, first, reason));
        }
        if (becomesLimit) {
            restAsLimit(order);
        } else if (order.isAtVenue && order.isImmediate()) {
            restOrCancel(order);
        } else if (order.isAtVenue) {
            BigDecimal worse = order.isBuy
                    ? opposite.add(rules.tick())
                    : opposite.subtract(rules.tick()).max(rules.tick());
            takeAt(order, worse, order.leaves(), reason);
        }
    }
}
