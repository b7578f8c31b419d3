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
    private static final BigDecimal PLENTY = new BigDecimal("1e18");

    private BigDecimal current = NONE;
    private long openedAt = NEVER;
    private long closedAt = NEVER;
    private BigDecimal volumeLeft = PLENTY;
    private boolean isWalking;
    private final List<NaiveOrder> unfilled = new ArrayList<>();
    private final List<NaiveOrder> leaving = new ArrayList<>();
    private final List<Command> kept = new ArrayList<>();

    NaiveBarVenue(NaiveRules rules) {
        super(rules);
    }

    @Override
    BigDecimal opposite(boolean isBuy) {
        return current;
    }

    @Override
    BigDecimal triggering(NaiveOrder order) {
        return current;
    }

    /** True where an order meets a price at once: on the path, at the open, and at the close if the timing allows. */
    private boolean isPriceThere() {
        boolean isAtClose = openedAt == NEVER && now == closedAt;
        return isWalking || now == openedAt || (isAtClose && rules.timing() == ExecutionTiming.CURRENT_CLOSE);
    }

    private boolean isInsideBar() {
        boolean isPastOpen = now > openedAt || (rules.isVolumeLimited() && now == openedAt);
        return !isWalking && openedAt != NEVER && isPastOpen;
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
        if (isOnPath(order)) {
            leaving.add(order);
        } else {
            super.expire(order);
        }
    }

    private boolean isOnPath(NaiveOrder order) {
        return isInsideBar() && !(order.isStop() && order.isByReference());
    }

    @Override
    boolean isKept(Command command) {
        return isOnPath(command.order()) && kept.add(command);
    }

    @Override
    void leave(NaiveOrder order) {
        super.leave(order);
        unfilled.remove(order);
    }

    @Override
    void place(NaiveOrder order) {
        if (isInsideBar() && !(order.isStop() && order.isByReference())) {
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
        if (isInsideBar()) {
            waiting.add(order);
            return;
        }
        if (order.isLimit() && isTooLateForPostOnly(order, current)) {
            return;
        }
        if (isPriceThere()) {
            execute(order, reason);
        } else if (order.isLimit() && !order.isImmediate()) {
            order.wasPassed = false;
            order.wasMarketable = current.signum() > 0 && order.accepts(current);
            rest(order);
        } else {
            waiting.add(order);
        }
    }

    /** Executes an order that works at the current price. */
    private void execute(NaiveOrder order, FillReason marketReason) {
        order.wasPassed = false;
        if (order.isMarket()) {
            takeAll(order, marketReason);
        } else if (!order.accepts(current)) {
            if (!isKilled(order, NONE)) {
                restOrCancel(order);
            }
        } else if (take(order, FillReason.MARKETABLE_LIMIT)) {
            restOrCancel(order);
        }
    }

    private void takeAll(NaiveOrder order, FillReason reason) {
        boolean becomesLimit = order.type == OrderType.MARKET_TO_LIMIT;
        if (becomesLimit) {
            limitAt(order, current);
        }
        boolean isLeft = take(order, reason);
        if (becomesLimit) {
            restAsLimit(order);
        } else if (isLeft && order.isImmediate()) {
            restOrCancel(order);
        } else if (isLeft) {
            (isWalking ? unfilled : waiting).add(order);
        }
    }

    /** Takes what our share of the volume allows; true if the order is still there. */
    private boolean take(NaiveOrder order, FillReason reason) {
        BigDecimal quantity = order.leaves().min(volumeLeft);
        if (isKilled(order, quantity)) {
            return false;
        }
        if (quantity.signum() > 0) {
            use(takeAt(order, current, quantity, reason));
        }
        return order.isAtVenue;
    }

    private void use(BigDecimal quantity) {
        if (rules.isVolumeLimited()) {
            volumeLeft = volumeLeft.subtract(quantity);
        }
    }

    void open(long ts, BigDecimal open) {
        openedAt = ts;
        current = open;
        volumeLeft = PLENTY;
        if (!rules.isVolumeLimited()) {
            matchOpen(ts);
        }
    }

    private void matchOpen(long ts) {
        for (NaiveOrder order : List.copyOf(waiting)) {
            if (order.arrival <= ts) {
                waiting.remove(order);
                release(order);
            }
        }
        NaiveOrder triggered = triggeredBy(o -> !o.isByReference(), current);
        while (triggered != null) {
            trigger(triggered);
            if (!triggered.isLimit() || !isTooLateForPostOnly(triggered, current)) {
                execute(triggered, gapReason(triggered));
            }
            triggered = triggeredBy(o -> !o.isByReference(), current);
        }
        limits(true).forEach(this::gap);
        limits(false).forEach(this::gap);
        follow(o -> !o.isByReference(), current);
    }

    private void release(NaiveOrder order) {
        if (order.isStop()) {
            rest(order);
        } else if (!order.isLimit() || !isTooLateForPostOnly(order, current)) {
            boolean isGap = order.asked.hasTrigger() && !order.isByReference();
            execute(order, isGap ? gapReason(order) : FillReason.NEXT_OPEN);
        }
    }

    private void gap(NaiveOrder order) {
        BigDecimal quantity = order.leaves().min(volumeLeft);
        boolean isTaker = order.wasMarketable && order.accepts(current);
        order.wasMarketable = false;
        if (quantity.signum() == 0) {
            return;
        }
        if (isTaker) {
            use(takeAt(order, current, quantity, FillReason.MARKETABLE_LIMIT));
        } else if (order.isPassedBy(current) && !order.wasPassed) {
            use(makeAt(order, current, quantity, FillReason.LIMIT_AT_OPEN));
        }
    }

    void close(
            long tsOpen,
            long tsClose,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume) {
        isWalking = true;
        current = open;
        if (rules.isVolumeLimited()) {
            volumeLeft = volume.multiply(rules.participation()).setScale(0, RoundingMode.FLOOR);
            matchOpen(tsOpen);
        }
        for (boolean isBuy : new boolean[] {true, false}) {
            NaiveOrder order = firstPassed(isBuy);
            while (order != null && volumeLeft.signum() > 0) {
                make(order, FillReason.TRADED_THROUGH);
                order = firstPassed(isBuy);
            }
        }
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
        waiting.addAll(unfilled.stream().filter(o -> o.isAtVenue).toList());
        unfilled.clear();
        if (volumeLeft.signum() == 0) {
            limits(true).forEach(o -> o.wasPassed |= o.accepts(low));
            limits(false).forEach(o -> o.wasPassed |= o.accepts(high));
        }
        current = close;
        openedAt = NEVER;
        closedAt = tsClose;
    }

    private @Nullable NaiveOrder firstPassed(boolean isBuy) {
        return limits(isBuy).stream()
                .filter(o -> o.isPassedBy(current))
                .findFirst()
                .orElse(null);
    }

    /** A maker fill on the way, of what our share of the volume allows. */
    private void make(NaiveOrder order, FillReason reason) {
        BigDecimal offered = rules.isVolumeLimited() ? order.offered() : order.leaves();
        BigDecimal quantity = offered.min(volumeLeft);
        if (quantity.signum() > 0) {
            use(makeAt(order, order.price, quantity, reason));
        }
    }

    private void leg(long start, long end, BigDecimal from, BigDecimal to) {
        while (true) {
            NaiveOrder joining = firstToJoin(end);
            NaiveOrder expiring = firstToLeave(end);
            Command command =
                    kept.stream().filter(c -> c.due() <= end).findFirst().orElse(null);
            long byJoining = joining == null ? Long.MAX_VALUE : joining.arrival;
            long byCommand = command == null ? Long.MAX_VALUE : command.due();
            boolean isCommandFirst = byCommand < byJoining
                    || (command != null
                            && joining != null
                            && byCommand == byJoining
                            && command.priority() < joining.priority);
            if (expiring != null && expiring.expiry <= Math.min(byJoining, byCommand)) {
                leaveOnTheWay(expiring, start, end, from, to);
            } else if (command != null && isCommandFirst) {
                carryOutOnTheWay(command, start, end, from, to);
            } else if (joining != null) {
                joinOnTheWay(joining, start, end, from, to);
            } else {
                break;
            }
        }
        walkTo(to);
    }

    private void leaveOnTheWay(NaiveOrder order, long start, long end, BigDecimal from, BigDecimal to) {
        walkUntil(lastBefore(order.expiry, start, end, from, to), from, to);
        if (order.isAtVenue) {
            super.expire(order);
        }
        leaving.remove(order);
    }

    private void carryOutOnTheWay(Command command, long start, long end, BigDecimal from, BigDecimal to) {
        walkUntil(lastBefore(command.due(), start, end, from, to), from, to);
        BigDecimal before = current;
        current = worseAt(command.due(), command.order().isBuy, start, end, from, to);
        kept.remove(command);
        carryOut(command, command.due());
        current = before;
    }

    private void joinOnTheWay(NaiveOrder order, long start, long end, BigDecimal from, BigDecimal to) {
        walkUntil(priceAt(order.arrival, start, end, from, to, RoundingMode.DOWN), from, to);
        BigDecimal reached = current;
        current = worseAt(order.arrival, order.isBuy, start, end, from, to);
        waiting.remove(order);
        place(order);
        current = reached;
    }

    private void walkUntil(BigDecimal target, BigDecimal from, BigDecimal to) {
        walkTo(to.compareTo(from) < 0 ? target.min(current) : target.max(current));
    }

    /** Between two ticks, an order gets the worse one. */
    private BigDecimal worseAt(long nanos, boolean isBuy, long start, long end, BigDecimal from, BigDecimal to) {
        boolean isRisingAgainst = isBuy == to.compareTo(from) >= 0;
        return priceAt(nanos, start, end, from, to, isRisingAgainst ? RoundingMode.UP : RoundingMode.DOWN);
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
        boolean hasMoved = false;
        while (true) {
            trigger(isUp);
            boolean isTurning = current.compareTo(target) == 0;
            FillReason reason = isTurning ? FillReason.TOUCHED : FillReason.TRADED_THROUGH;
            NaiveOrder order = metHere(!isUp, isTurning);
            while (order != null && volumeLeft.signum() > 0) {
                make(order, reason);
                order = metHere(!isUp, isTurning);
            }
            if (hasMoved) {
                follow(o -> !o.isByReference(), current);
            }
            if (isTurning) {
                return;
            }
            current = current.add(step);
            hasMoved = true;
        }
    }

    /** The first order of a side at the current price that is filled there. */
    private @Nullable NaiveOrder metHere(boolean isBuy, boolean isTurning) {
        return limits(isBuy).stream()
                .filter(o -> o.price.compareTo(current) == 0 && (!isTurning || rules.touchFills(o, now)))
                .findFirst()
                .orElse(null);
    }

    /** On its way up the price triggers only what waits for a rise, and down likewise: an order that joined between two ticks was not passed. */
    private void trigger(boolean isUp) {
        NaiveOrder order = triggeredBy(o -> !o.isByReference() && o.isRising() == isUp, current);
        while (order != null) {
            trigger(order);
            if (!order.isLimit() || !isTooLateForPostOnly(order, current)) {
                execute(order, triggerReason(order));
            }
            order = triggeredBy(o -> !o.isByReference() && o.isRising() == isUp, current);
        }
    }
}
