package io.ttquant.backtest.interval;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.order.Fill;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The range of results of one script: of all its orders together or, where that has too many branches, of parts that do not depend on each other; or,
 * where these have too many too, bounds of it, of sets that depend on each other by the position only.
 */
final class ScriptPaths {
    private final Script script;
    private final ExecutingBars bars;
    private final Rules rules;
    private final long rawMark;
    private final SearchLimits limits;
    private Range range = Range.ZERO;
    private boolean isJoint = true;
    private boolean isHopeless;
    private boolean isOuter;
    private int sets;
    private int ambiguousBars;
    private int decisiveBars;
    private String failure = "";

    ScriptPaths(Script script, ExecutingBars bars, SimulationConfig config, long rawMark) {
        this(script, bars, config, rawMark, SearchLimits.DEFAULT);
    }

    ScriptPaths(Script script, ExecutingBars bars, SimulationConfig config, long rawMark, SearchLimits limits) {
        this.limits = limits;
        this.script = script;
        this.bars = bars;
        this.rules = new Rules(script.instrument, config);
        this.rawMark = rawMark;
    }

    Range range() {
        return range;
    }

    /** True if one path of every bar serves all orders at once, so that the ends are reached. */
    boolean isJoint() {
        return isJoint;
    }

    /** True if the range is a bound: no path leads out of it, but it may be wider than all of them. */
    boolean isOuter() {
        return isOuter;
    }

    /** Into how many sets the orders were split for a bound. */
    int sets() {
        return sets;
    }

    int ambiguousBars() {
        return ambiguousBars;
    }

    int decisiveBars() {
        return decisiveBars;
    }

    /** Why there is no range; empty if there is one. */
    String failure() {
        return failure;
    }

    /** What the run itself made, in the settlement currency. */
    long rawActual() {
        long cash = 0;
        long position = 0;
        for (Fill fill : script.fills) {
            long notional = rules.rawWorth(fill.rawPrice(), fill.rawSignedQuantity());
            cash = Math.subtractExact(Math.subtractExact(cash, notional), fill.rawFee());
            position = Math.addExact(position, fill.rawSignedQuantity());
        }
        return rawMark == 0 ? cash : Math.addExact(cash, rules.rawWorth(rawMark, position));
    }

    void find() {
        if (find(List.of(script), limits.maxJoint())) {
            return;
        }
        List<Script> parts = Components.of(script);
        isJoint = parts.size() == 1;
        if ((isJoint && isHopeless) || !find(parts, limits.maxApart())) {
            bound();
        }
    }

    private boolean find(List<Script> parts, int maxBranches) {
        Searches searches = new Searches(parts, rules, maxBranches, limits);
        bars.replay(searches);
        ambiguousBars = searches.ambiguousBars;
        decisiveBars = searches.decisiveBars;
        range = Range.ZERO;
        if (isStopped(searches.stopped)) {
            return false;
        }
        for (IntervalSearch search : searches.all) {
            Range part = search.finish(rawMark);
            // Each part's position is valued by itself, which may round another way than all of them together.
            range = range.plus(parts.size() > 1 ? part.plus(-1, 1) : part);
        }
        return true;
    }

    private boolean isStopped(@Nullable TooManyBranches stopped) {
        isHopeless = stopped != null && stopped.isOfOneBar;
        failure = stopped == null ? "" : java.util.Objects.requireNonNull(stopped.getMessage());
        return stopped != null;
    }

    /** Bounds the range by the sum of those of the smallest sets. */
    private void bound() {
        if (!LooseFill.isTold(rules.config().fees(), script.instrument)
                && script.orders.stream().anyMatch(order -> order.request.isReduceOnly())) {
            failure += "; what a part of an order would cost is not known of fees of an own kind";
            return;
        }
        List<Script> smallest = Components.apartFromPosition(script);
        sets = smallest.size();
        SetSearches searches = new SetSearches(smallest, rules, limits, rawMark);
        bars.replay(searches);
        ambiguousBars = searches.ambiguousBars();
        decisiveBars = searches.decisiveBars();
        if (!isStopped(searches.stopped)) {
            isOuter = true;
            range = searches.finish(rawMark);
        }
    }

    /** Several searches over the same bars. */
    private static final class Searches implements BarSink {
        final List<IntervalSearch> all = new ArrayList<>();

        @Nullable
        TooManyBranches stopped;

        int ambiguousBars;
        int decisiveBars;

        Searches(List<Script> parts, Rules rules, int maxBranches, SearchLimits limits) {
            Budget budget = new Budget(limits);
            for (Script part : parts) {
                all.add(new IntervalSearch(rules, part.commands, maxBranches, budget));
            }
        }

        @Override
        public void open(long tsOpen, long rawOpen) {
            for (IntervalSearch search : all) {
                search.open(tsOpen, rawOpen);
            }
        }

        @Override
        public void bar(
                long tsOpen,
                long tsEvent,
                long tsInit,
                long rawOpen,
                long rawHigh,
                long rawLow,
                long rawClose,
                long rawVolume) {
            if (stopped != null) {
                return;
            }
            try {
                boolean isAmbiguous = false;
                boolean isDecisive = false;
                for (IntervalSearch search : all) {
                    int ambiguous = search.ambiguousBars();
                    int decisive = search.decisiveBars();
                    search.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
                    isAmbiguous |= search.ambiguousBars() > ambiguous;
                    isDecisive |= search.decisiveBars() > decisive;
                }
                ambiguousBars += isAmbiguous ? 1 : 0;
                decisiveBars += isDecisive ? 1 : 0;
            } catch (TooManyBranches e) {
                stopped = e;
            }
        }
    }
}
