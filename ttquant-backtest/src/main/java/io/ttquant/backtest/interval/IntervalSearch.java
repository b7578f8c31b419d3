package io.ttquant.backtest.interval;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.BarMoment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The courses of events of one strategy in one instrument, bar after bar. Branches with the same orders and position are one, with the least and the
 * most cash of them. A bar that meets no order of any branch costs a few comparisons.
 */
final class IntervalSearch implements BarSink {
    private final Rules rules;
    private final List<Command> commands;
    private final int maxBranches;
    private final Budget budget;
    private Map<BranchKey, Range> branches = new LinkedHashMap<>();
    private int next;
    private long rawClose;
    private long closeNanos = Long.MIN_VALUE;
    private boolean isOpen;
    private long openNanos;
    private long rawOpen;
    private long rawUp = Long.MAX_VALUE;
    private long rawDown = Long.MIN_VALUE;
    private long expiryNanos = EpochNanos.NEVER;
    private boolean mustOpen;
    private final JointPosition joint;
    private boolean isAmbiguous;
    private boolean isDecisive;
    private int ambiguousBars;
    private int decisiveBars;

    /**
     * A search.
     *
     * @param commands those that are bound to a time, in the order in which they were given
     * @param maxBranches how many branches it may follow
     * @param budget how much it may do
     */
    IntervalSearch(Rules rules, List<Command> commands, int maxBranches, Budget budget) {
        this(rules, commands, maxBranches, budget, new JointPosition(0));
    }

    /** A search of a set of orders beside which others add to the position. */
    IntervalSearch(Rules rules, List<Command> commands, int maxBranches, Budget budget, JointPosition joint) {
        this.joint = joint;
        this.budget = budget;
        this.rules = rules;
        this.commands = commands;
        this.maxBranches = maxBranches;
        branches.put(BranchKey.START, Range.ZERO);
    }

    /** Bars in which paths differ in what becomes of the orders. */
    int ambiguousBars() {
        return ambiguousBars;
    }

    /** Those of them at whose close paths differ in what the account is worth. */
    int decisiveBars() {
        return decisiveBars;
    }

    @Override
    public void open(long tsOpen, long rawFirst) {
        isOpen = true;
        openNanos = tsOpen;
        rawOpen = rawFirst;
    }

    @Override
    public void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawFirst,
            long rawHigh,
            long rawLow,
            long rawLast,
            long rawVolume) {
        isOpen = false;
        if (isMet(rawHigh, rawLow, tsEvent)) {
            search(new PathBar(tsOpen, tsEvent, rawFirst, rawHigh, rawLow, rawLast));
        }
        closed(tsEvent, rawLast);
    }

    /** True if a bar may change something. */
    boolean isMet(long rawHigh, long rawLow, long tsClose) {
        return rawHigh >= rawUp
                || rawLow <= rawDown
                || mustOpen
                || expiryNanos <= tsClose
                || (next < commands.size() && commands.get(next).nanos <= tsClose);
    }

    /** A bar is over. */
    void closed(long tsClose, long rawLast) {
        isOpen = false;
        rawClose = rawLast;
        closeNanos = tsClose;
    }

    /** True if nothing more can happen to it. */
    boolean isOver() {
        return next == commands.size() && branches.keySet().stream().allMatch(key -> key.orders().length == 0);
    }

    /** What it holds between bars, in any of its branches. */
    Range held() {
        Range all = null;
        for (BranchKey key : branches.keySet()) {
            Range held = key.loose().plus(key.rawPosition());
            all = all == null ? held : all.union(held);
        }
        return java.util.Objects.requireNonNull(all);
    }

    /** What it may hold at any point of a bar, if nothing is known of the others. */
    Range explore(PathBar bar) {
        int kept = next;
        joint.beginBlind();
        step(bar);
        next = kept;
        return joint.seen();
    }

    /** Searches a bar in which the others hold what is said. */
    void search(PathBar bar, Range others) {
        joint.begin(others);
        search(bar);
    }

    private void search(PathBar bar) {
        branches = step(bar);
        ambiguousBars += isAmbiguous ? 1 : 0;
        decisiveBars += isDecisive ? 1 : 0;
        watch();
    }

    private Map<BranchKey, Range> step(PathBar bar) {
        int afterClose = next;
        InsideBar inside = new InsideBar();
        int before = takeUntil(bar.tsOpen(), BarMoment.BETWEEN);
        int atOpen = takeUntil(bar.tsOpen(), BarMoment.AT_OPEN);
        while (next < commands.size() && isInside(commands.get(next), bar)) {
            inside.add(commands.get(next++), bar.tsClose());
        }
        if (inside.removals.size() > Long.SIZE - 1) {
            throw new TooManyBranches(inside.removals.size() + " cancels and amendments", bar.tsClose());
        }
        inside.end = indexOf(next);
        Map<BranchKey, Range> after = new LinkedHashMap<>();
        isAmbiguous = false;
        isDecisive = false;
        for (Map.Entry<BranchKey, Range> from : branches.entrySet()) {
            for (Branch branch : opened(from.getKey(), bar, afterClose, before, atOpen)) {
                Map<BranchKey, Range> outcomes = new PathSearch(rules, bar, inside, budget, joint).outcomes(branch);
                judge(branch, outcomes, bar.rawClose());
                outcomes.forEach((key, cash) -> after.merge(key, cash.plus(from.getValue()), Range::union));
                if (after.size() > maxBranches) {
                    throw new TooManyBranches(after.size() + " branches", bar.tsClose());
                }
            }
        }
        return after;
    }

    private void judge(Branch opened, Map<BranchKey, Range> outcomes, long rawLast) {
        boolean isLoose =
                outcomes.keySet().stream().anyMatch(key -> !key.loose().equals(opened.loose));
        isAmbiguous |= isLoose || isSeveral(outcomes);
        isDecisive |= isLoose || !worth(outcomes, rawLast).isPoint();
    }

    /** A branch after the open of a bar and what was given there: several, where quantities are not known that something hangs on. */
    private List<Branch> opened(BranchKey key, PathBar bar, int afterClose, int before, int atOpen) {
        List<Branch> all = new ArrayList<>(1);
        do {
            Branch branch = opened(key, afterClose, before, bar.tsOpen(), bar.rawOpen());
            for (int i = before; i < atOpen; i = batchEnd(i, atOpen)) {
                branch.execute(commands.subList(i, batchEnd(i, atOpen)));
            }
            all.add(branch);
        } while (joint.forks.next());
        return all;
    }

    private int takeUntil(long untilNanos, BarMoment moment) {
        while (next < commands.size() && isAt(commands.get(next), untilNanos, moment)) {
            next++;
        }
        return next;
    }

    /** What was under way at the last close and has arrived since came between the bars, too. */
    private static boolean isAt(Command command, long untilNanos, BarMoment moment) {
        boolean isMeant =
                command.moment == moment || (command.moment == BarMoment.INSIDE && moment == BarMoment.BETWEEN);
        return isMeant && command.nanos <= untilNanos;
    }

    private static boolean isInside(Command command, PathBar bar) {
        return command.moment == BarMoment.INSIDE ? command.nanos <= bar.tsClose() : command.nanos < bar.tsClose();
    }

    /** A branch after the open of the next bar, with what happened between the bars. */
    private Branch opened(BranchKey key, int fromCommand, int toCommand, long tsOpen, long rawFirst) {
        Branch branch = new Branch(rules, key, joint);
        between(branch, fromCommand, toCommand);
        branch.commandsDone = indexOf(toCommand);
        branch.expireUntil(tsOpen);
        branch.nanos = tsOpen;
        branch.open(rawFirst);
        return branch;
    }

    private void between(Branch branch, int fromCommand, int toCommand) {
        branch.rawPrice = rawClose;
        for (int i = fromCommand; i < toCommand; i = batchEnd(i, toCommand)) {
            Command command = commands.get(i);
            branch.commandsDone = command.index;
            branch.expireUntil(command.nanos);
            branch.nanos = command.nanos;
            branch.isMatching = rules.executesAtClose() && command.nanos == closeNanos;
            branch.execute(commands.subList(i, batchEnd(i, toCommand)));
        }
    }

    private int indexOf(int command) {
        return command < commands.size() ? commands.get(command).index : Integer.MAX_VALUE;
    }

    private int batchEnd(int from, int limit) {
        int end = from + 1;
        while (end < limit && commands.get(end).isWith(commands.get(from))) {
            end++;
        }
        return end;
    }

    private static boolean isSeveral(Map<BranchKey, Range> outcomes) {
        return outcomes.size() > 1 || !outcomes.values().iterator().next().isPoint();
    }

    private Range worth(Map<BranchKey, Range> of, long rawMark) {
        Range all = null;
        for (Map.Entry<BranchKey, Range> outcome : of.entrySet()) {
            long held =
                    rawMark == 0 ? 0 : rules.rawWorth(rawMark, outcome.getKey().rawPosition());
            Range worth = outcome.getValue().plus(held);
            all = all == null ? worth : all.union(worth);
        }
        return java.util.Objects.requireNonNull(all);
    }

    /** Notes which prices and times the next bars have to come to so that something happens. */
    private void watch() {
        rawUp = Long.MAX_VALUE;
        rawDown = Long.MIN_VALUE;
        expiryNanos = EpochNanos.NEVER;
        mustOpen = false;
        for (BranchKey key : branches.keySet()) {
            for (LiveOrder order : key.orders()) {
                mustOpen |= order.isWaiting() || order.isFresh();
                expiryNanos = Math.min(expiryNanos, order.expiryNanos());
                if (order.isTriggerAbove() || order.isSellLimit()) {
                    rawUp = Math.min(rawUp, order.rawMeets());
                } else {
                    rawDown = Math.max(rawDown, order.rawMeets());
                }
            }
        }
    }

    /**
     * What the strategy made in the instrument, in quote currency, once the last bar was seen.
     *
     * @param rawMark the price by which an open position is valued, at the price scale
     */
    Range finish(long rawMark) {
        if (isOpen) {
            int from = next;
            int to = takeUntil(openNanos, BarMoment.BETWEEN);
            finish(branch -> between(branch, from, to), true);
        }
        int from = next;
        finish(branch -> between(branch, from, commands.size()), false);
        return worth(branches, rawMark);
    }

    /** The same, if the last orders are judged by what the others hold. */
    Range finish(long rawMark, Range others) {
        joint.begin(others);
        return finish(rawMark);
    }

    private void finish(java.util.function.Consumer<Branch> last, boolean opens) {
        Map<BranchKey, Range> after = new LinkedHashMap<>();
        branches.forEach((key, cash) -> {
            do {
                Branch branch = new Branch(rules, key, joint);
                last.accept(branch);
                if (opens) {
                    branch.expireUntil(openNanos);
                    branch.nanos = openNanos;
                    branch.open(rawOpen);
                }
                after.merge(branch.key(), branch.plus(cash), Range::union);
            } while (joint.forks.next());
        });
        branches = after;
    }
}
