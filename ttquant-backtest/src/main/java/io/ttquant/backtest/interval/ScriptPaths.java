package io.ttquant.backtest.interval;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.order.Fill;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The range of results of one script: of all its orders together or, where that has too many branches, of parts that do not depend on each other. */
final class ScriptPaths {
    private static final int MAX_JOINT = 512;
    private static final int MAX_APART = 4096;

    private final Script script;
    private final ExecutingBars bars;
    private final Rules rules;
    private final long rawMark;
    private Range range = Range.ZERO;
    private boolean isJoint = true;
    private int ambiguousBars;
    private int decisiveBars;
    private String failure = "";

    ScriptPaths(Script script, ExecutingBars bars, SimulationConfig config, long rawMark) {
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
        if (find(List.of(script), MAX_JOINT)) {
            return;
        }
        List<Script> parts = Components.of(script);
        if (parts.size() > 1) {
            isJoint = false;
            find(parts, MAX_APART);
        } else {
            find(parts, MAX_APART);
        }
    }

    private boolean find(List<Script> parts, int maxBranches) {
        Searches searches = new Searches(parts, rules, maxBranches);
        bars.replay(searches);
        ambiguousBars = 0;
        decisiveBars = 0;
        range = Range.ZERO;
        for (IntervalSearch search : searches.all) {
            ambiguousBars = Math.max(ambiguousBars, search.ambiguousBars());
            decisiveBars = Math.max(decisiveBars, search.decisiveBars());
        }
        TooManyBranches stopped = searches.stopped;
        if (stopped != null) {
            failure = java.util.Objects.requireNonNull(stopped.getMessage());
            return false;
        }
        failure = "";
        for (IntervalSearch search : searches.all) {
            Range part = search.finish(rawMark);
            // Each part's position is valued by itself, which may round another way than all of them together.
            range = range.plus(parts.size() > 1 ? new Range(part.rawLeast() - 1, part.rawMost() + 1) : part);
        }
        return true;
    }

    /** Several searches over the same bars. */
    private static final class Searches implements BarSink {
        final List<IntervalSearch> all = new ArrayList<>();

        @Nullable
        TooManyBranches stopped;

        Searches(List<Script> parts, Rules rules, int maxBranches) {
            Budget budget = new Budget();
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
                for (IntervalSearch search : all) {
                    search.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
                }
            } catch (TooManyBranches e) {
                stopped = e;
            }
        }
    }
}
