package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.Branch;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Part;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.Replacement;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves at once where an exchange refuses the stop of a position because its trigger was passed when it arrived: sends
 * what the stop would have become, as an exchange does that triggers it then. Only the exchange's own word for this
 * reason counts: a stop of which it is not known whether it is there may still execute, and so may one that this one was
 * to replace.
 */
final class PassedTriggers {
    private final Engine engine;
    private final OrderDesk desk;
    private final OrderChecks checks;
    private final BoughtCoins coins;

    PassedTriggers(Engine engine, OrderDesk desk, OrderChecks checks) {
        this.engine = engine;
        this.desk = desk;
        this.checks = checks;
        this.coins = new BoughtCoins(engine, checks);
    }

    /** To be called before the ties of the order hear of it, so that they see what stands for it now. */
    void heard(TrackedOrder order, OrderEvent event) {
        if (event instanceof OrderEvent.Rejected rejected
                && rejected.reason() == RejectReason.TRIGGER_ALREADY_PASSED
                && isProtection(order)
                && isWanted(order)) {
            long left = rawLeft(order);
            if (left > 0) {
                send(order, rawTaken(order, left));
            }
        }
    }

    /** A trailing one whose activation price was passed would follow from here on, which is no exit. */
    private static boolean isProtection(TrackedOrder order) {
        OrderRequest request = order.request();
        if (!request.type().hasTrigger() || request.type().isTrailing() || request.isByValue()) {
            return false;
        }
        return request.isReducing() || isAgainstParent(order);
    }

    /** Closes what its parent opened, though it may do more, as a stop on spot. */
    private static boolean isAgainstParent(TrackedOrder order) {
        OrderFamily family = order.family();
        return family != null
                && family.parent() != order
                && family.parent().instrument().equals(order.instrument())
                && family.parent().side() != order.side()
                && !family.parent().request().isReducing();
    }

    private static boolean isWanted(TrackedOrder order) {
        Branch branch = branchOf(order);
        return !order.isCancelUnderWay()
                && order.listener() == null
                && !isStoodFor(order)
                && (order.family() == null || (branch != null && !branch.isOver()));
    }

    /** Whether what it was to replace is still there. */
    private static boolean isStoodFor(TrackedOrder order) {
        Siblings siblings = order.siblings();
        if (siblings != null) {
            for (Replacement each : siblings.replacements()) {
                if (each.fresh() == order && each.old().isOpen()) {
                    return true;
                }
            }
        }
        return false;
    }

    private long rawLeft(TrackedOrder order) {
        long left = order.rawQuantity();
        Branch branch = branchOf(order);
        Part part = branch == null ? null : branch.partOf(order);
        if (branch != null && part != null) {
            left = Math.min(left, part.rawLeft(part.placeOf(order)));
        } else if (order.siblings() != null) {
            left = Math.min(left, order.rawQuantity() - order.siblings().rawFilled());
        }
        return Math.min(left, rawCloseable(order));
    }

    /** What it can close in whole lots, less what may close it already where no exchange sees to that. */
    private long rawCloseable(TrackedOrder order) {
        OrderRequest request = order.request();
        Instrument instrument = request.instrument();
        if (isSaleOfBought(order)) {
            // The position may lack what the strategy sold of other coins.
            return coins.rawOwn(engine.slot(order.owner()), instrument, order.siblings());
        }
        long held = rawHeld(order);
        if (!instrument.kind().isDerivative() && order.siblings() == null) {
            held -= engine.channel(instrument.id())
                    .open(engine.slot(order.owner()))
                    .rawOpen(request.positionSide(), request.side());
        }
        return Math.max(0, held) / instrument.rawLot() * instrument.rawLot();
    }

    private boolean isSaleOfBought(TrackedOrder order) {
        OrderFamily family = order.family();
        return family != null
                && !order.request().isReducing()
                && isAgainstParent(order)
                && coins.areSold(order.request(), family.parent());
    }

    /** What is held against it. */
    private long rawHeld(TrackedOrder order) {
        OrderRequest request = order.request();
        long held = engine.channel(request.instrument().id())
                .positions()
                .of(engine.slot(order.owner()), request.positionSide())
                .rawQuantity();
        return -request.side().sign() * held;
    }

    /** A rest that is too small to stand alone leaves with as much as the stop was for; it only reduces. */
    private long rawTaken(TrackedOrder order, long rawLeft) {
        OrderRequest request = order.request();
        OrderFilters filters = request.instrument().filters();
        boolean isMarket = request.type().triggered() == OrderType.MARKET;
        long most = isMarket ? filters.rawMaxMarketQuantity() : filters.rawMaxQuantity();
        boolean isTooSmall = rawLeft < filters.rawMinQuantity()
                || (rawLeft <= most && !checks.keepsRules(triggered(request, rawLeft)));
        long wanted = isTooSmall && request.isReducing() ? Math.min(order.rawQuantity(), rawHeld(order)) : rawLeft;
        return Math.min(wanted, most)
                / request.instrument().rawLot()
                * request.instrument().rawLot();
    }

    private static @Nullable Branch branchOf(TrackedOrder order) {
        OrderFamily family = order.family();
        return family == null ? null : family.branchOf(order);
    }

    private void send(TrackedOrder order, long rawQuantity) {
        StrategySlot slot = engine.slot(order.owner());
        TrackedOrder exit = desk.create(slot, triggered(order.request(), rawQuantity));
        tie(order, exit, rawQuantity);
        InstrumentChannel channel = engine.channel(order.instrument().id());
        Refusal refusal = checks.check(slot, channel, exit, Sender.PROTECTING);
        if (refusal == null) {
            desk.list(slot, channel, exit);
            desk.send(List.of(exit));
        } else {
            // Before it is said: the branch would end with it.
            leaveToFurther(exit, rawQuantity);
            desk.deny(
                    exit,
                    new Refusal(
                            refusal.reason(),
                            refusal.message() + "; it was to leave at once in the place of " + order.clientId()
                                    + ", whose trigger was passed already"));
        }
    }

    /**
     * What could not leave is for a further part to protect, together with what the parent fills from now on: not before
     * that, since the same stop would be refused again.
     */
    private static void leaveToFurther(TrackedOrder exit, long rawQuantity) {
        Branch branch = branchOf(exit);
        Part part = branch == null ? null : branch.partOf(exit);
        if (branch != null && part != null) {
            for (int place = 0; place < branch.places(); place++) {
                branch.refuse(place, rawQuantity);
            }
            part.standDown();
            branch.unsettle();
            branch.park();
        }
    }

    private static void tie(TrackedOrder order, TrackedOrder exit, long rawQuantity) {
        Siblings siblings = order.siblings();
        boolean isOurs = siblings != null && !siblings.isKeptByVenue();
        OrderFamily family = order.family();
        Branch branch = branchOf(order);
        Part part = branch == null ? null : branch.partOf(order);
        int place = part == null ? 0 : part.placeOf(order);
        if (siblings != null && isOurs) {
            siblings.replace(order, exit);
        }
        if (family != null && branch != null && part != null) {
            if (isOurs) {
                family.add(exit);
                part.put(place, exit);
                part.leave();
            } else {
                // What is not held, such as a fee in coins, is nothing that a further stop could be for.
                branch.refuse(place, Math.max(0, part.rawLeft(place) - rawQuantity));
                part.size(place, 0);
                List<@Nullable TrackedOrder> alone = new ArrayList<>(Collections.nCopies(branch.places(), null));
                alone.set(place, exit);
                Part leaving = family.addPart(branch, alone);
                leaving.size(place, rawQuantity);
                leaving.leave();
            }
        }
    }

    /** A venue of derivatives sees to it that what is to close a position never opens one. */
    private static boolean isReduceOnly(OrderRequest r) {
        return r.isReduceOnly() || (r.instrument().kind().isDerivative() && r.positionSide() == PositionSide.NET);
    }

    /** What it becomes when it is triggered. */
    private static OrderRequest triggered(OrderRequest r, long rawQuantity) {
        boolean rests = r.type().triggered() == OrderType.LIMIT;
        return new OrderRequest(
                r.instrument(),
                r.side(),
                r.type().triggered(),
                rawQuantity,
                rests ? r.rawPrice() : 0,
                0,
                rests ? r.timeInForce() : TimeInForce.GTC,
                rests ? r.expiryNanos() : EpochNanos.NEVER,
                rests && r.isPostOnly(),
                isReduceOnly(r),
                r.tag(),
                TriggerSource.DEFAULT,
                null,
                rests ? r.rawDisplay() : 0,
                r.positionSide());
    }
}
