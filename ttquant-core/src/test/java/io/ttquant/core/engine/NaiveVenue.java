package io.ttquant.core.engine;

import static io.ttquant.core.engine.NaiveOrder.text;

import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that is plain, slow and obviously right: orders in one list, decimals, and a look at all of them whenever something happens. What
 * all kinds of data have in common is here: the way of commands, and what becomes of an order.
 */
abstract class NaiveVenue {
    static final BigDecimal NONE = BigDecimal.ZERO;
    static final Comparator<NaiveOrder> BY_ARRIVAL = Comparator.comparingInt(o -> o.priority);

    final NaiveRules rules;
    final List<NaiveOrder> orders = new ArrayList<>();
    final List<NaiveOrder> waiting = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    BigDecimal position = BigDecimal.ZERO;
    BigDecimal cash = BigDecimal.ZERO;
    long now;
    private BigDecimal mark = NONE;
    private BigDecimal index = NONE;
    private TradingStatus status = TradingStatus.TRADING;
    private final List<Command> underWay = new ArrayList<>();
    private int nextPriority;

    record Command(
            long due,
            String kind,
            NaiveOrder order,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal trigger,
            int priority,
            boolean isClosed) {
        Command(long due, String kind, NaiveOrder order, BigDecimal quantity, BigDecimal price, BigDecimal trigger) {
            this(due, kind, order, quantity, price, trigger, 0, false);
        }

        /** It as it arrives: with its place among all that arrives, and whether the instrument was closed to it. */
        Command arrived(int place, boolean closed) {
            return new Command(due, kind, order, quantity, price, trigger, place, closed);
        }
    }

    NaiveVenue(NaiveRules rules) {
        this.rules = rules;
    }

    abstract void place(NaiveOrder order);

    /** What a taker of this side would pay or get, as far as it is known; zero if not. */
    abstract BigDecimal opposite(boolean isBuy);

    /** The traded or quoted price that triggers an order; zero if it is not known. */
    abstract BigDecimal triggering(NaiveOrder order);

    /** The last price that could have triggered an order, of whatever source; zero if it is not known. */
    private BigDecimal lastTriggering(NaiveOrder order) {
        return switch (order.source) {
            case MARK -> mark;
            case INDEX -> index;
            default -> triggering(order);
        };
    }

    /** False where only what comes later tells the price of this moment. */
    boolean isPriceKnown() {
        return true;
    }

    // The trader's side.

    void submit(NaiveOrder order) {
        orders.add(order);
        BigDecimal held = order.isBuy ? position.negate() : position;
        if (isClosedTo(order)) {
            order.end = "DENIED";
            note("DENIED", order, "INSTRUMENT_NOT_TRADING");
            return;
        }
        if (order.isReduceOnly && order.quantity.compareTo(held) > 0) {
            order.end = "DENIED";
            note("DENIED", order, "REDUCE_ONLY_WOULD_INCREASE");
            return;
        }
        underWay.add(new Command(now + rules.latency(), "submit", order, NONE, NONE, NONE));
    }

    void cancel(NaiveOrder order) {
        if (order.end.isEmpty() && !order.isCancelAsked) {
            order.isCancelAsked = true;
            underWay.add(new Command(now + rules.latency(), "cancel", order, NONE, NONE, NONE));
        }
    }

    void amend(NaiveOrder order, BigDecimal quantity, BigDecimal price, BigDecimal trigger) {
        BigDecimal shownOf = quantity.signum() > 0 ? quantity : order.quantity;
        if (!order.end.isEmpty() || order.isCancelAsked) {
            note("UPDATE_REJECTED", order, "ORDER_NOT_OPEN");
        } else if (isClosedTo(order)) {
            note("UPDATE_REJECTED", order, "INSTRUMENT_NOT_TRADING");
        } else if (quantity.signum() > 0 && quantity.compareTo(order.filled) <= 0) {
            note("UPDATE_REJECTED", order, "INVALID_AMENDMENT");
        } else if (order.display.signum() > 0 && shownOf.compareTo(order.display) <= 0) {
            note("UPDATE_REJECTED", order, "UNSUPPORTED_COMBINATION");
        } else {
            underWay.add(new Command(now + rules.latency(), "amend", order, quantity, price, trigger));
        }
    }

    // Time.

    /** Lets time pass: at each instant orders expire first, then commands arrive in the order in which they were sent. */
    void advanceTo(long to) {
        while (true) {
            NaiveOrder expiring = firstExpiry();
            Command arriving = underWay.isEmpty() ? null : underWay.get(0);
            long expiry = expiring == null ? Long.MAX_VALUE : expiring.expiry;
            long arrival = arriving == null ? Long.MAX_VALUE : arriving.due;
            if (Math.min(expiry, arrival) > to) {
                break;
            }
            now = Math.max(now, Math.min(expiry, arrival));
            if (expiring != null && expiry <= arrival) {
                expire(expiring);
            } else if (arriving != null) {
                underWay.remove(arriving);
                take(arriving);
            }
        }
        now = Math.max(now, to);
    }

    /** Whose date comes first; of several the one made first. */
    private @Nullable NaiveOrder firstExpiry() {
        return orders.stream()
                .filter(o -> o.isAtVenue && o.expiry != EpochNanos.NEVER && !isLeaving(o))
                .min(Comparator.comparingLong(o -> o.expiry))
                .orElse(null);
    }

    /** True if an order's time is up, but the venue has not come to that time yet. */
    boolean isLeaving(NaiveOrder order) {
        return false;
    }

    void expire(NaiveOrder order) {
        leave(order);
        end(order, "EXPIRED", "");
    }

    private void take(Command command) {
        if (command.kind.equals("submit")) {
            arrive(command.order);
            return;
        }
        Command arrived = command.arrived(nextPriority++, isClosedTo(command.order));
        if (!command.order.isAtVenue || !isKept(arrived)) {
            carryOut(arrived, now);
        }
    }

    /** True if a command that has arrived is kept until the venue has come to its time. */
    boolean isKept(Command command) {
        return false;
    }

    /** A cancel or an amendment counts. */
    void carryOut(Command command, long at) {
        NaiveOrder order = command.order;
        if (!command.kind.equals("cancel")) {
            change(command, at);
            return;
        }
        order.isCancelAsked = false;
        if (order.isAtVenue) {
            leave(order);
            end(order, "CANCELED", "");
        } else {
            note("CANCEL_REJECTED", order, "ORDER_NOT_OPEN");
        }
    }

    private void arrive(NaiveOrder order) {
        order.priority = nextPriority++;
        order.arrival = now;
        if (order.expiry <= now) {
            end(order, "REJECTED", "EXPIRY_NOT_IN_FUTURE");
        } else if (isClosedTo(order)) {
            end(order, "REJECTED", "INSTRUMENT_NOT_TRADING");
        } else if (order.isPostOnly && order.isLimit() && isPriceKnown() && wouldTake(order, order.price)) {
            end(order, "REJECTED", "POST_ONLY_WOULD_TAKE");
        } else if (order.isStop() && rules.rejectsPassedStops() && isPassed(order)) {
            end(order, "REJECTED", "TRIGGER_ALREADY_PASSED");
        } else {
            order.isAtVenue = true;
            note("ACCEPTED", order, "");
            place(order);
        }
    }

    private void change(Command to, long at) {
        NaiveOrder order = to.order;
        BigDecimal quantity = to.quantity.signum() > 0 ? to.quantity : order.quantity;
        BigDecimal price = to.price.signum() > 0 ? to.price : order.price;
        BigDecimal trigger = to.trigger.signum() > 0 ? to.trigger : order.trigger;
        boolean keepsPlace = price.compareTo(order.price) == 0
                && trigger.compareTo(order.trigger) == 0
                && quantity.compareTo(order.quantity) <= 0;
        if (!order.isAtVenue) {
            note("UPDATE_REJECTED", order, "ORDER_NOT_OPEN");
        } else if (to.isClosed) {
            note("UPDATE_REJECTED", order, "INSTRUMENT_NOT_TRADING");
        } else if (quantity.compareTo(order.filled) <= 0) {
            note("UPDATE_REJECTED", order, "INVALID_AMENDMENT");
        } else if (order.type.isTrailing() && to.trigger.signum() > 0 && order.trigger.signum() == 0) {
            note("UPDATE_REJECTED", order, "INVALID_AMENDMENT");
        } else if (!keepsPlace && order.isPostOnly && order.isLimit() && wouldTake(order, price)) {
            note("UPDATE_REJECTED", order, "POST_ONLY_WOULD_TAKE");
        } else {
            order.quantity = quantity;
            order.price = price;
            order.trigger = trigger;
            note("UPDATED", order, "");
            if (!keepsPlace) {
                order.priority = to.priority;
                order.arrival = at;
                order.shown = order.display;
                boolean waited = waiting.contains(order);
                leave(order);
                order.isAtVenue = true;
                if (waited) {
                    waiting.add(order);
                } else {
                    place(order);
                }
            }
        }
    }

    // Prices that are not traded, and the instrument's state.

    void mark(BigDecimal price) {
        mark = price;
        observe(o -> o.source == TriggerSource.MARK, price);
    }

    void index(BigDecimal price) {
        index = price;
        observe(o -> o.source == TriggerSource.INDEX, price);
    }

    private void observe(Predicate<NaiveOrder> which, BigDecimal price) {
        NaiveOrder order = triggeredBy(which, price);
        while (order != null) {
            trigger(order);
            order.arrival = now;
            place(order);
            order = triggeredBy(which, price);
        }
        follow(which, price);
    }

    /** Lets trailing stops follow a price, after it was matched. */
    void follow(Predicate<NaiveOrder> which, BigDecimal price) {
        orders.stream()
                .filter(o -> o.isResting && o.isStop() && which.test(o))
                .forEach(o -> o.follow(price, rules.tick()));
    }

    void status(TradingStatus next) {
        status = next;
        if (next == TradingStatus.DELISTED) {
            orders.stream().filter(o -> o.isAtVenue).toList().forEach(o -> end(o, "CANCELED", ""));
        }
    }

    private boolean isClosedTo(NaiveOrder order) {
        return status != TradingStatus.TRADING && !(status == TradingStatus.POST_ONLY && order.isPostOnly);
    }

    // What can happen to an order.

    boolean wouldTake(NaiveOrder order, BigDecimal price) {
        BigDecimal market = opposite(order.isBuy);
        return market.signum() > 0 && (order.isBuy ? market.compareTo(price) <= 0 : market.compareTo(price) >= 0);
    }

    boolean isPassed(NaiveOrder order) {
        BigDecimal market = lastTriggering(order);
        return market.signum() > 0 && order.isTriggeredBy(market);
    }

    void trigger(NaiveOrder order) {
        order.isResting = false;
        order.type = order.type.triggered();
        if (order.isLimit() && order.trailing != null) {
            order.price = order.trailingLimit(rules.tick());
            note("UPDATED", order, "");
        }
        if (order.isLimit()) {
            order.priority = nextPriority++;
            note("TRIGGERED", order, "");
        }
    }

    /** True if the order was ended because it must not take and would, now that it is placed. */
    boolean isTooLateForPostOnly(NaiveOrder order, BigDecimal market) {
        if (order.isPostOnly && market.signum() > 0 && order.accepts(market)) {
            boolean isUnfilled = order.filled.signum() == 0;
            end(order, isUnfilled ? "REJECTED" : "CANCELED", isUnfilled ? "POST_ONLY_WOULD_TAKE" : "");
            return true;
        }
        return false;
    }

    void rest(NaiveOrder order) {
        order.isResting = true;
        BigDecimal known = order.isStop() ? lastTriggering(order) : NONE;
        if (known.signum() > 0) {
            order.follow(known, rules.tick());
        }
    }

    /** Makes a market-to-limit order a limit order at the best price there is. */
    void limitAt(NaiveOrder order, BigDecimal best) {
        order.type = OrderType.LIMIT;
        order.price = best;
    }

    /** Rests what is left of a market-to-limit order. */
    void restAsLimit(NaiveOrder order) {
        if (order.isAtVenue) {
            note("UPDATED", order, "");
            restOrCancel(order);
        } else {
            order.price = NONE;
        }
    }

    /** Rests what is left of a limit order if it may rest, or cancels it. */
    void restOrCancel(NaiveOrder order) {
        if (order.isAtVenue && order.isImmediate()) {
            end(order, "CANCELED", "");
        } else if (order.isAtVenue) {
            rest(order);
        }
    }

    boolean isKilled(NaiveOrder order, BigDecimal available) {
        BigDecimal possible = order.isReduceOnly ? available.min(reducible(order)) : available;
        boolean isKilled = order.timeInForce == TimeInForce.FOK && possible.compareTo(order.leaves()) < 0;
        if (isKilled) {
            end(order, "CANCELED", "");
        }
        return isKilled;
    }

    BigDecimal takeAt(NaiveOrder order, BigDecimal market, BigDecimal quantity, FillReason reason) {
        BigDecimal slip = rules.tick().multiply(BigDecimal.valueOf(rules.slippageTicks()));
        BigDecimal worse =
                order.isBuy ? market.add(slip) : market.subtract(slip).max(slip.signum() == 0 ? market : rules.tick());
        BigDecimal price = order.isLimit() && !order.accepts(worse) ? order.price : worse;
        return fill(order, price, quantity, LiquiditySide.TAKER, reason);
    }

    BigDecimal makeAt(NaiveOrder order, BigDecimal price, BigDecimal quantity, FillReason reason) {
        return fill(order, price, quantity, LiquiditySide.MAKER, reason);
    }

    private BigDecimal fill(
            NaiveOrder order, BigDecimal price, BigDecimal wanted, LiquiditySide liquidity, FillReason reason) {
        BigDecimal quantity = order.isReduceOnly ? wanted.min(reducible(order)) : wanted;
        if (quantity.signum() == 0) {
            end(order, "CANCELED", "");
            return quantity;
        }
        BigDecimal signed = order.isBuy ? quantity : quantity.negate();
        position = position.add(signed);
        BigDecimal rate = liquidity == LiquiditySide.MAKER ? rules.makerFee() : rules.takerFee();
        cash = cash.subtract(signed.multiply(price)).subtract(rules.fee(quantity.multiply(price), rate));
        order.filled = order.filled.add(quantity);
        note("FILLED", order, text(quantity) + "@" + text(price) + " " + liquidity + " " + reason);
        if (order.display.signum() > 0) {
            showMore(order, quantity, liquidity);
        }
        if (order.leaves().signum() == 0) {
            leave(order);
            order.end = "FILLED";
        } else if (quantity.compareTo(wanted) < 0) {
            end(order, "CANCELED", "");
        }
        return quantity;
    }

    private BigDecimal reducible(NaiveOrder order) {
        return (order.isBuy ? position.negate() : position).max(BigDecimal.ZERO);
    }

    private void showMore(NaiveOrder order, BigDecimal filled, LiquiditySide liquidity) {
        order.shown = order.shown.subtract(filled);
        if (liquidity == LiquiditySide.TAKER) {
            order.shown = order.display;
        } else if (order.shown.signum() <= 0) {
            order.shown = order.display;
            order.priority = nextPriority++;
            shownAnew(order);
        }
    }

    /** The next part of an iceberg is shown. */
    void shownAnew(NaiveOrder order) {}

    void end(NaiveOrder order, String how, String why) {
        leave(order);
        order.end = how;
        note(how, order, why);
    }

    void leave(NaiveOrder order) {
        order.isAtVenue = false;
        order.isResting = false;
        waiting.remove(order);
    }

    private void note(String what, NaiveOrder order, String more) {
        log.add((now + " " + order.number + " " + what + " " + more).strip());
    }

    // Looking at all orders.

    /** The orders that rest and are so, in price and time priority as the market reaches them. */
    List<NaiveOrder> resting(Predicate<NaiveOrder> which) {
        return orders.stream()
                .filter(o -> o.isResting && which.test(o))
                .sorted(NaiveVenue::inPriority)
                .toList();
    }

    private static int inPriority(NaiveOrder a, NaiveOrder b) {
        boolean lowestFirst = a.isStop() ? a.isRising() : !a.isBuy;
        BigDecimal x = a.isStop() ? a.trigger : a.price;
        BigDecimal y = b.isStop() ? b.trigger : b.price;
        int byPrice = lowestFirst ? x.compareTo(y) : y.compareTo(x);
        return byPrice != 0 ? byPrice : BY_ARRIVAL.compare(a, b);
    }

    List<NaiveOrder> limits(boolean isBuy) {
        return resting(o -> o.isLimit() && o.isBuy == isBuy);
    }

    /** The order to trigger next at a price: those that a rise triggers before the others, the nearest trigger first. */
    @Nullable
    NaiveOrder triggeredBy(Predicate<NaiveOrder> which, BigDecimal price) {
        for (boolean rising : new boolean[] {true, false}) {
            List<NaiveOrder> triggered =
                    resting(o -> o.isStop() && o.isRising() == rising && which.test(o) && o.isTriggeredBy(price));
            if (!triggered.isEmpty()) {
                return triggered.get(0);
            }
        }
        return null;
    }

    static FillReason gapReason(NaiveOrder order) {
        return order.asked.isIfTouched() ? FillReason.IF_TOUCHED_GAP : FillReason.STOP_GAP;
    }

    static FillReason triggerReason(NaiveOrder order) {
        return order.asked.isIfTouched() ? FillReason.IF_TOUCHED_TRIGGER : FillReason.STOP_TRIGGER;
    }
}
