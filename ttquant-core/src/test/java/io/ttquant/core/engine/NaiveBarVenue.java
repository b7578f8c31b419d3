package io.ttquant.core.engine;

import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.ExecutionTiming;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The naive venue on bars: the open, then the path walked tick by tick. */
final class NaiveBarVenue extends NaiveVenue {
    private static final long NEVER = Long.MIN_VALUE;

    private BigDecimal current = NONE;
    private long openedAt = NEVER;
    private long closedAt = NEVER;
    private boolean isWalking;
    private final List<NaiveOrder> leaving = new ArrayList<>();

    NaiveBarVenue(NaiveRules rules) {
        super(rules);
    }

    @Override
    BigDecimal opposite(boolean isBuy) {
        return current;
    }

    @Override
    BigDecimal triggering(boolean isBuy) {
        return current;
    }

    /** True where an order meets a price at once: on the path, at the open, and at the close if the timing allows. */
    private boolean isPriceThere() {
        boolean isAtClose = openedAt == NEVER && now == closedAt;
        return isWalking || now == openedAt || (isAtClose && rules.timing() == ExecutionTiming.CURRENT_CLOSE);
    }

    private boolean isInsideBar() {
        return !isWalking && openedAt != NEVER && now > openedAt;
    }

    @Override
    boolean isPriceKnown() {
        return !isInsideBar();
    }

    @Override
    boolean isLeaving(NaiveOrder order) {
        return leaving.contains(order);
    }

    /** Inside a bar, of which the path is not known yet, the path will do it. */
    @Override
    void expire(NaiveOrder order) {
        if (isInsideBar()) {
            leaving.add(order);
        } else {
            super.expire(order);
        }
    }

    @Override
    void place(NaiveOrder order) {
        if (isInsideBar()) {
            waiting.add(order);
        } else if (order.isStop() && !isPassed(order)) {
            rest(order);
        } else if (order.isStop()) {
            trigger(order);
            placeActive(order, isWalking ? FillReason.BAR_PATH : marketReason());
        } else {
            placeActive(order, marketReason());
        }
    }

    private FillReason marketReason() {
        if (isWalking) {
            return FillReason.BAR_PATH;
        }
        return now == openedAt ? FillReason.NEXT_OPEN : FillReason.CURRENT_CLOSE;
    }

    private void placeActive(NaiveOrder order, FillReason reason) {
        if (order.isLimit() && isTooLateForPostOnly(order)) {
            return;
        }
        if (isPriceThere()) {
            execute(order, reason);
        } else if (order.isLimit() && !order.isImmediate()) {
            order.wasMarketable = current.signum() > 0 && order.accepts(current);
            rest(order);
        } else {
            waiting.add(order);
        }
    }

    /** Executes an order that works at the current price. */
    private void execute(NaiveOrder order, FillReason marketReason) {
        if (order.type == OrderType.MARKET) {
            takeAt(order, current, order.leaves(), marketReason);
        } else if (order.accepts(current)) {
            takeAt(order, current, order.leaves(), FillReason.MARKETABLE_LIMIT);
        } else {
            restOrCancel(order);
        }
    }

    void open(long ts, BigDecimal open) {
        openedAt = ts;
        current = open;
        for (NaiveOrder order : List.copyOf(waiting)) {
            waiting.remove(order);
            if (order.isStop()) {
                rest(order);
            } else {
                boolean wasStop = order.asked == OrderType.STOP_MARKET;
                execute(order, wasStop ? FillReason.STOP_GAP : FillReason.NEXT_OPEN);
            }
        }
        NaiveOrder stop = stopTriggeredBy(open);
        while (stop != null) {
            trigger(stop);
            if (!stop.isLimit() || !isTooLateForPostOnly(stop)) {
                execute(stop, FillReason.STOP_GAP);
            }
            stop = stopTriggeredBy(open);
        }
        limits(true).forEach(this::gap);
        limits(false).forEach(this::gap);
    }

    private void gap(NaiveOrder order) {
        if (order.wasMarketable && order.accepts(current)) {
            takeAt(order, current, order.leaves(), FillReason.MARKETABLE_LIMIT);
        } else if (order.isPassedBy(current)) {
            makeAt(order, current, order.leaves(), FillReason.LIMIT_AT_OPEN);
        }
        order.wasMarketable = false;
    }

    void close(long tsOpen, long tsClose, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
        isWalking = true;
        current = open;
        BigDecimal up = high.subtract(open);
        BigDecimal down = open.subtract(low);
        boolean highFirst =
                rules.path() == BarPath.OHLC || (rules.path() == BarPath.ADAPTIVE && up.compareTo(down) < 0);
        BigDecimal first = highFirst ? high : low;
        BigDecimal second = highFirst ? low : high;
        long third = (tsClose - tsOpen) / 3;
        leg(tsOpen, tsOpen + third, open, first);
        leg(tsOpen + third, tsOpen + 2 * third, first, second);
        leg(tsOpen + 2 * third, tsClose, second, close);
        isWalking = false;
        current = close;
        openedAt = NEVER;
        closedAt = tsClose;
    }

    private void leg(long start, long end, BigDecimal from, BigDecimal to) {
        NaiveOrder joining = firstToJoin(end);
        NaiveOrder expiring = firstToLeave(end);
        while (joining != null || expiring != null) {
            if (expiring != null && (joining == null || expiring.expiry <= joining.arrival)) {
                BigDecimal before = lastBefore(expiring.expiry, start, end, from, to);
                walkTo(to.compareTo(from) < 0 ? before.min(current) : before.max(current));
                if (expiring.isAtVenue) {
                    super.expire(expiring);
                }
                leaving.remove(expiring);
                expiring = firstToLeave(end);
                joining = firstToJoin(end);
                continue;
            }
            BigDecimal reached = priceAt(joining, start, end, from, to, RoundingMode.DOWN);
            walkTo(to.compareTo(from) < 0 ? reached.min(current) : reached.max(current));
            reached = current;
            // Between two ticks, it gets the worse one.
            boolean isRisingAgainst = joining.isBuy == to.compareTo(from) >= 0;
            current = priceAt(joining, start, end, from, to, isRisingAgainst ? RoundingMode.UP : RoundingMode.DOWN);
            waiting.remove(joining);
            place(joining);
            current = reached;
            joining = firstToJoin(end);
            expiring = firstToLeave(end);
        }
        walkTo(to);
    }

    private @Nullable NaiveOrder firstToJoin(long end) {
        return waiting.stream().filter(o -> o.arrival <= end).findFirst().orElse(null);
    }

    private @Nullable NaiveOrder firstToLeave(long end) {
        leaving.removeIf(o -> !o.isAtVenue);
        return leaving.stream().filter(o -> o.expiry <= end).findFirst().orElse(null);
    }

    /** The last tick of a leg before a time: one short of where that time would round to. */
    private BigDecimal lastBefore(long nanos, long start, long end, BigDecimal from, BigDecimal to) {
        BigDecimal step = to.compareTo(from) < 0 ? rules.tick().negate() : rules.tick();
        return priceAt(nanos, start, end, from, to, RoundingMode.UP).subtract(step);
    }

    private BigDecimal priceAt(
            NaiveOrder order, long start, long end, BigDecimal from, BigDecimal to, RoundingMode rounding) {
        return priceAt(order.arrival, start, end, from, to, rounding);
    }

    /** The price on a straight leg at a time; what is rounded is the way from its start. */
    private BigDecimal priceAt(
            long nanos, long start, long end, BigDecimal from, BigDecimal to, RoundingMode rounding) {
        BigDecimal elapsed = BigDecimal.valueOf(Math.max(0, Math.min(nanos, end) - start));
        BigDecimal way = to.subtract(from).multiply(elapsed);
        BigDecimal span = BigDecimal.valueOf(end - start).multiply(rules.tick());
        return from.add(way.divide(span, 0, rounding).multiply(rules.tick()));
    }

    /** Moves the price tick by tick; at each tick stops come before limits, since that is worse for the trader. */
    private void walkTo(BigDecimal target) {
        boolean isUp = target.compareTo(current) >= 0;
        BigDecimal step = isUp ? rules.tick() : rules.tick().negate();
        while (true) {
            triggerStops(isUp);
            boolean isTurning = current.compareTo(target) == 0;
            if (!isTurning || rules.touchFills()) {
                FillReason reason = isTurning ? FillReason.TOUCHED : FillReason.TRADED_THROUGH;
                for (NaiveOrder order : limits(!isUp)) {
                    if (order.price.compareTo(current) == 0) {
                        makeAt(order, order.price, order.leaves(), reason);
                    }
                }
            }
            if (isTurning) {
                return;
            }
            current = current.add(step);
        }
    }

    private void triggerStops(boolean isUp) {
        NaiveOrder stop = stopTriggeredBy(current);
        while (stop != null) {
            if (stop.isBuy != isUp) {
                throw new AssertionError("stop " + stop.state() + " is reached from the wrong side at " + current);
            }
            trigger(stop);
            if (!stop.isLimit() || !isTooLateForPostOnly(stop)) {
                execute(stop, FillReason.STOP_TRIGGER);
            }
            stop = stopTriggeredBy(current);
        }
    }
}
