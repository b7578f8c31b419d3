package io.ttquant.backtest.interval;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All outcomes of one bar for one branch: a search over the points at which a path meets orders. Between them the price moves freely, so a path is
 * told by the order in which it meets them, and by whether it has been at the high and at the low.
 */
final class PathSearch {
    private final Rules rules;
    private final PathBar bar;
    private final InsideBar inside;
    private final Budget budget;
    private final JointPosition joint;
    private final long step;
    private final Map<PathNode, Range> nodes = new HashMap<>();
    private final ArrayDeque<PathNode> open = new ArrayDeque<>();
    private final Map<BranchKey, Range> outcomes = new LinkedHashMap<>();

    PathSearch(Rules rules, PathBar bar, InsideBar inside, Budget budget, JointPosition joint) {
        this.rules = rules;
        this.bar = bar;
        this.inside = inside;
        this.budget = budget;
        this.joint = joint;
        this.step = bar.rawStep(rules.instrument());
    }

    /**
     * The outcomes: where a branch may be when the bar closes, and the cash that it made in between.
     *
     * @param opened a branch after the bar's open
     * @throws TooManyBranches if there are more points to come to than the search may visit
     */
    Map<BranchKey, Range> outcomes(Branch opened) {
        reach(opened, bar.rawOpen(), false, false, 0, 0, opened.plus(Range.ZERO));
        PathNode next = open.poll();
        while (next != null) {
            expand(next, java.util.Objects.requireNonNull(nodes.get(next)));
            next = open.poll();
        }
        return outcomes;
    }

    private void reach(
            Branch branch, long rawPrice, boolean wasHigh, boolean wasLow, int arrived, long removed, Range cash) {
        BranchKey key = branch.key();
        Reach reach = Reach.of(key.orders(), rawPrice, bar, step, rules.isTouchCertain());
        PathNode node = new PathNode(
                key,
                // All points that are free from here are one.
                reach.rawBottom(),
                wasHigh || rawPrice == bar.rawHigh() || reach.rawTop() == bar.rawHigh(),
                wasLow || rawPrice == bar.rawLow() || reach.rawBottom() == bar.rawLow(),
                arrived,
                removed);
        Range known = nodes.get(node);
        Range union = known == null ? cash : known.union(cash);
        if (known == null || !known.equals(union)) {
            nodes.put(node, union);
            open.add(node);
            budget.spend(nodes.size(), bar.tsClose());
        }
    }

    private void go(PathNode from, Branch branch, long rawPrice, int arrived, long removed, Range cash) {
        reach(branch, rawPrice, from.wasHigh(), from.wasLow(), arrived, removed, branch.plus(cash));
    }

    private Branch branch(PathNode node) {
        Branch branch = new Branch(rules, node.key(), joint);
        branch.nanos = bar.tsOpen();
        branch.commandsDone = inside.commandsDone(node.arrived());
        branch.isMatching = true;
        branch.inside = inside;
        branch.removed = node.removed();
        return branch;
    }

    private void expand(PathNode node, Range cash) {
        Reach reach = Reach.of(node.key().orders(), node.rawPrice(), bar, step, rules.isTouchCertain());
        if (reach.isUpMet()) {
            meet(node, reach.rawTop(), step, reach.isUpThrough(), cash);
        }
        if (reach.isDownMet()) {
            meet(node, reach.rawBottom(), -step, reach.isDownThrough(), cash);
        }
        if (rules.isTouchPossible()) {
            touch(node, reach, cash);
        }
        expire(node, reach, cash);
        if (node.arrived() < inside.arrivals.size()) {
            arrive(node, reach, inside.arrivals.get(node.arrived()), cash);
        }
        if (node.removed() != inside.allRemovals()) {
            remove(node, reach, cash);
        }
        if (mayEnd(node, reach)) {
            end(node, cash);
        }
    }

    /** Goes one point beyond what is free, and meets what lies there. */
    private void meet(PathNode node, long rawFrom, long move, boolean isThrough, Range cash) {
        do {
            Branch branch = branch(node);
            if (isThrough) {
                branch.goThrough(rawFrom, move > 0);
            }
            branch.arrive(rawFrom + move);
            go(node, branch, rawFrom + move, node.arrived(), node.removed(), cash);
        } while (joint.forks.next());
    }

    /** Limit orders that a touch may fill, and may not. */
    private void touch(PathNode node, Reach reach, Range cash) {
        for (LiveOrder order : node.key().orders()) {
            if ((order.isBuyLimit() || order.isSellLimit()) && reach.contains(order.rawPrice())) {
                do {
                    Branch branch = branch(node);
                    branch.touch(order);
                    go(node, branch, order.rawPrice(), node.arrived(), node.removed(), cash);
                } while (joint.forks.next());
            }
        }
    }

    private void expire(PathNode node, Reach reach, Range cash) {
        for (LiveOrder order : node.key().orders()) {
            boolean isDue =
                    order.expiryNanos() < bar.tsClose() || (order.expiryNanos() == bar.tsClose() && isLastStep(reach));
            if (isDue) {
                for (long at : points(
                        reach,
                        node,
                        order.placed(),
                        false,
                        !order.placed().onEnded.isEmpty())) {
                    do {
                        Branch branch = branch(node);
                        branch.rawPrice = at;
                        branch.expire(order);
                        go(node, branch, at, node.arrived(), node.removed(), cash);
                    } while (joint.forks.next());
                }
            }
        }
    }

    /** True if one step more brings the price to the close. */
    private boolean isLastStep(Reach reach) {
        return reach.rawBottom() - step <= bar.rawClose() && bar.rawClose() <= reach.rawTop() + step;
    }

    private void arrive(PathNode node, Reach reach, Command command, Range cash) {
        if (command.kind == Command.Kind.AMEND && !isRemoved(node, command)) {
            return;
        }
        for (long at : points(reach, node, command.order, true, Reactions.areAny(command))) {
            do {
                Branch branch = branch(node);
                branch.rawPrice = at;
                if (command.kind == Command.Kind.AMEND) {
                    branch.resume(command.order);
                } else {
                    branch.nanos = command.nanos;
                    arrive(branch, command);
                }
                go(node, branch, at, node.arrived() + 1, node.removed(), cash);
            } while (joint.forks.next());
        }
    }

    private void arrive(Branch branch, Command command) {
        branch.rawShown = bar.rawOpen();
        branch.accept(command);
        branch.rawShown = 0;
        branch.settle();
    }

    private boolean isRemoved(PathNode node, Command command) {
        return (node.removed() >> inside.removals.indexOf(command) & 1) != 0;
    }

    private void remove(PathNode node, Reach reach, Range cash) {
        for (int i = 0; i < inside.removals.size(); i++) {
            if ((node.removed() >> i & 1) != 0) {
                continue;
            }
            Command command = inside.removals.get(i);
            for (long at : points(reach, node, command.order, false, Reactions.areAny(command))) {
                do {
                    Branch branch = branch(node);
                    branch.rawPrice = at;
                    branch.nanos = command.nanos;
                    if (command.kind == Command.Kind.AMEND) {
                        branch.suspend(command);
                    } else {
                        branch.execute(command);
                    }
                    go(node, branch, at, node.arrived(), node.removed() | 1L << i, cash);
                } while (joint.forks.next());
            }
        }
    }

    /**
     * The free points at which it makes a difference where an order arrives, or ends: the ends, and those around its prices. Where something
     * follows at the same point, those around the prices of all that may be concerned, too.
     */
    private Iterable<Long> points(
            Reach reach, PathNode node, PlacedOrder order, boolean isArrival, boolean isAnswered) {
        if (!isArrival && !isAnswered) {
            return List.of(node.rawPrice());
        }
        TreeSet<Long> prices = new TreeSet<>();
        for (LiveOrder live : node.key().orders()) {
            if (isAnswered || live.placed() == order) {
                prices.add(live.rawTrigger());
                prices.add(live.rawPrice());
            }
        }
        Reactions.addPrices(order, prices, isAnswered);
        TreeSet<Long> points = new TreeSet<>();
        for (long price : prices) {
            points.add(price - step);
            points.add(price);
            points.add(price + step);
        }
        points.add(reach.rawBottom());
        points.add(reach.rawTop());
        if (isAnswered && reach.contains(bar.rawClose())) {
            points.add(bar.rawClose());
        }
        return points.subSet(reach.rawBottom(), true, reach.rawTop(), true);
    }

    private boolean mayEnd(PathNode node, Reach reach) {
        if (!node.wasHigh()
                || !node.wasLow()
                || !reach.contains(bar.rawClose())
                || node.arrived() < inside.arrivals.size()
                || node.removed() != inside.allRemovals()) {
            return false;
        }
        for (LiveOrder order : node.key().orders()) {
            if (order.expiryNanos() < bar.tsClose()) {
                return false;
            }
        }
        return true;
    }

    private void end(PathNode node, Range cash) {
        do {
            Branch branch = branch(node);
            branch.rawPrice = bar.rawClose();
            branch.expireUntil(bar.tsClose());
            branch.nanos = bar.tsClose();
            inside.last.forEach(command -> arrive(branch, command));
            outcomes.merge(branch.key(), branch.plus(cash), Range::union);
        } while (joint.forks.next());
    }
}
