package io.ttquant.backtest.interval;

import io.ttquant.api.exchange.BarSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches of sets of orders that have nothing to do with each other but the price and the position by which reduce-only orders are judged. Each is
 * searched alone, with what all others may hold at any point of the bar: so no joint course is missed, and the sum of the results bounds theirs.
 */
final class SetSearches implements BarSink {
    private static final Range ANYTHING = new Range(-Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);

    /** A set that is searched, with what it may hold in this bar. */
    private static final class Member {
        final IntervalSearch search;
        final long fromNanos;
        final boolean isReducing;
        Range held = Range.ZERO;
        Range inBar = Range.ZERO;
        boolean isMet;

        Member(IntervalSearch search, Script set) {
            this.search = search;
            this.fromNanos = set.commands.get(0).nanos;
            this.isReducing = set.orders.stream().anyMatch(order -> order.request.isReduceOnly());
        }
    }

    private final List<Member> all = new ArrayList<>();
    private final List<Member> live = new ArrayList<>();
    private final List<Member> met = new ArrayList<>();
    private Range over = Range.ZERO;
    private int begun;
    private long rawClose;
    private long closeNanos = Long.MIN_VALUE;
    private boolean isOpen;
    private long openNanos;
    private long rawOpening;
    private int ambiguousBars;
    private int decisiveBars;

    @Nullable
    TooManyBranches stopped;

    /**
     * Searches of sets.
     *
     * @param sets in the order of their first commands
     * @param rawMark the last price; 0 if there is none
     */
    SetSearches(List<Script> sets, Rules rules, SearchLimits limits, long rawMark) {
        Budget budget = new Budget(limits);
        for (Script set : sets) {
            if (!set.commands.isEmpty()) {
                JointPosition joint = new JointPosition(rawMark);
                all.add(new Member(new IntervalSearch(rules, set.commands, limits.maxApart(), budget, joint), set));
            }
        }
        all.sort(java.util.Comparator.comparingLong(member -> member.fromNanos));
    }

    /** Bars in which some set may be ambiguous. */
    int ambiguousBars() {
        return ambiguousBars;
    }

    /** Bars in which some set may be decisive. */
    int decisiveBars() {
        return decisiveBars;
    }

    /** The sum of what the sets made, once the last bar was seen. */
    Range finish(long rawMark) {
        Range sum = Range.ZERO;
        for (Member member : all) {
            if (member.fromNanos > closeNanos) {
                member.search.closed(closeNanos, rawClose);
            }
            if (isOpen) {
                member.search.open(openNanos, rawOpening);
            }
            Range part = member.search.finish(rawMark, all.size() == 1 ? Range.ZERO : ANYTHING);
            // Each set's position is valued by itself, which may round another way than all of them together.
            sum = sum.plus(all.size() == 1 ? part : part.plus(-1, 1));
        }
        return sum;
    }

    @Override
    public void open(long tsOpen, long rawOpen) {
        isOpen = true;
        openNanos = tsOpen;
        rawOpening = rawOpen;
    }

    @Override
    public void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawLast,
            long rawVolume) {
        if (stopped != null) {
            return;
        }
        isOpen = false;
        begin(tsEvent);
        met.clear();
        for (Member member : live) {
            member.isMet = member.search.isMet(rawHigh, rawLow, tsEvent);
            if (member.isMet) {
                met.add(member);
            }
        }
        if (!met.isEmpty()) {
            try {
                search(new PathBar(tsOpen, tsEvent, rawOpen, rawHigh, rawLow, rawLast));
            } catch (TooManyBranches e) {
                stopped = e;
            }
        }
        rawClose = rawLast;
        closeNanos = tsEvent;
        for (Member member : live) {
            member.search.closed(tsEvent, rawLast);
        }
        met.stream().filter(member -> member.search.isOver()).forEach(this::retire);
    }

    private void begin(long tsEvent) {
        while (begun < all.size() && all.get(begun).fromNanos <= tsEvent) {
            Member member = all.get(begun++);
            member.search.closed(closeNanos, rawClose);
            live.add(member);
        }
    }

    private void retire(Member member) {
        live.remove(member);
        over = over.plus(member.held);
    }

    private void search(PathBar bar) {
        Range sum = over;
        boolean isReducing = met.stream().anyMatch(member -> member.isReducing);
        for (Member member : live) {
            // Nothing is judged by what the others hold if only one of them moves, or none reduces.
            boolean isMoving = member.isMet && isReducing && met.size() > 1;
            member.inBar = isMoving ? member.search.explore(bar) : member.held;
            sum = sum.plus(member.inBar);
        }
        boolean isAmbiguous = false;
        boolean isDecisive = false;
        for (Member member : met) {
            int ambiguous = member.search.ambiguousBars();
            int decisive = member.search.decisiveBars();
            member.search.search(bar, sum.minus(member.inBar));
            member.held = member.search.held();
            isAmbiguous |= member.search.ambiguousBars() > ambiguous;
            isDecisive |= member.search.decisiveBars() > decisive;
        }
        ambiguousBars += isAmbiguous ? 1 : 0;
        decisiveBars += isDecisive ? 1 : 0;
    }
}
